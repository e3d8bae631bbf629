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
  /** A release: its names, its chart, what its templates saw, and what they made of it. */
  RELEASE,
  /** A list of releases. */
  RELEASES,
  /** What has a name, such as an environment. */
  NAMED,
  /** Kubernetes' {@code request}. */
  REQUEST,
  /** Kubernetes' {@code namespaceObject}. */
  NAMESPACE,
  /** Kubernetes' {@code authorizer}. */
  AUTHORIZER,
  /** Kubernetes' {@code authorizer.requestResource}. */
  RESOURCE_CHECK
}
