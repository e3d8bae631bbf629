package dev.plimsoll.cel.compile;

/** What the checker knows of a variable. */
public enum VariableType {
  /** Anything: only the evaluation tells. */
  DYN,
  BOOL,
  INT,
  STRING,
  /** A list of anything. */
  LIST,
  /** A map from strings to anything. */
  MAP,
  /** Kubernetes' {@code request}. */
  REQUEST,
  /** Kubernetes' {@code namespaceObject}. */
  NAMESPACE,
  /** Kubernetes' {@code authorizer}. */
  AUTHORIZER,
  /** Kubernetes' {@code authorizer.requestResource}. */
  RESOURCE_CHECK
}
