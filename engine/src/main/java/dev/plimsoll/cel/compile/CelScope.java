package dev.plimsoll.cel.compile;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What expressions may use.
 *
 * @param variables by name
 * @param dialect which libraries there are
 */
public record CelScope(Map<String, VariableType> variables, Dialect dialect) {

  public CelScope {
    variables = Map.copyOf(variables);
  }

  /** Which libraries there are. */
  public enum Dialect {
    /** What the API server has for admission policies. */
    KUBERNETES,
    /** The same, {@code cel.bind} and base64: what rules of ours may use as well. */
    PLIMSOLL
  }

  /**
   * What a {@code ValidatingAdmissionPolicy} may use.
   *
   * @param params whether it has parameters
   */
  public static CelScope admission(boolean params) {
    Map<String, VariableType> variables = new LinkedHashMap<>();
    variables.put("object", VariableType.DYN);
    variables.put("oldObject", VariableType.DYN);
    variables.put("namespaceObject", VariableType.NAMESPACE);
    variables.put("request", VariableType.REQUEST);
    variables.put("authorizer", VariableType.AUTHORIZER);
    variables.put("authorizer.requestResource", VariableType.RESOURCE_CHECK);
    if (params) {
      variables.put("params", VariableType.DYN);
    }
    return new CelScope(variables, Dialect.KUBERNETES);
  }

  /** The same with one more variable, or another type for one. */
  public CelScope with(String name, VariableType type) {
    Map<String, VariableType> more = new LinkedHashMap<>(variables);
    more.put(name, type);
    return new CelScope(more, dialect);
  }

  /** The same without a variable. */
  public CelScope without(String name) {
    Map<String, VariableType> fewer = new LinkedHashMap<>(variables);
    fewer.remove(name);
    return new CelScope(fewer, dialect);
  }

  /** The same with other libraries. */
  public CelScope in(Dialect other) {
    return new CelScope(variables, other);
  }
}
