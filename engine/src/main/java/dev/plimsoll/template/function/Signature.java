package dev.plimsoll.template.function;

import java.util.List;

/**
 * The Go types of a function's parameters.
 *
 * @param parameters in order; of a variadic function the last is that of each further argument
 * @param isVariadic whether the last parameter takes any number of arguments
 */
public record Signature(List<Parameter> parameters, boolean isVariadic) {

  public Signature {
    parameters = List.copyOf(parameters);
  }

  public static Signature of(Parameter... parameters) {
    return new Signature(List.of(parameters), false);
  }

  /** A function whose last parameter takes any number of arguments. */
  public static Signature variadic(Parameter... parameters) {
    return new Signature(List.of(parameters), true);
  }

  /** How many arguments there must be at least. */
  public int fewest() {
    return isVariadic ? parameters.size() - 1 : parameters.size();
  }

  /** The type of argument {@code index}; anything, where there must be no arguments. */
  public Parameter parameter(int index) {
    return parameters.isEmpty()
        ? Parameter.ANY
        : parameters.get(Math.min(index, parameters.size() - 1));
  }

  /** The Go type of a parameter. */
  public enum Parameter {
    ANY("interface {}"),
    STRING("string"),
    BOOL("bool"),
    INT("int"),
    INT64("int64"),
    UINT32("uint32"),
    FLOAT64("float64"),
    BYTES("[]uint8"),
    LIST("[]interface {}"),
    STRINGS("[]string"),
    MAP("map[string]interface {}"),
    /** {@code reflect.Value}, which takes anything, also nil. */
    REFLECT("reflect.Value"),
    DURATION("time.Duration"),
    TIME("time.Time"),
    /** What Sprig's functions for certificates give and take. */
    CERTIFICATE("sprig.certificate");

    private final String typeName;

    Parameter(String typeName) {
      this.typeName = typeName;
    }

    /** As Go's error messages name it. */
    public String typeName() {
      return typeName;
    }
  }
}
