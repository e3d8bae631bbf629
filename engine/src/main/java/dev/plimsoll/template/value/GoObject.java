package dev.plimsoll.template.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Go struct, a pointer to one, or a named type with methods ({@code .Files}, {@code .Chart},
 * {@code .Capabilities}, {@code time.Time}, {@code *semver.Version}).
 */
public non-sealed interface GoObject extends GoValue {

  /** The value of an exported field; null if there is no such field. */
  @Nullable GoValue field(String name);

  /** Whether {@link #call} knows a method of this name. */
  boolean hasMethod(String name);

  /**
   * Calls a method.
   *
   * @throws GoFailure with the text of Go's error
   */
  GoValue call(String method, List<GoValue> arguments);

  /**
   * The Go types of a method's parameters, as error messages name them; null if the method checks
   * its arguments itself.
   */
  default @Nullable List<String> parameters(String method) {
    return null;
  }

  /** What {@code range}, {@code index} and {@code len} see of a named map or slice; else null. */
  default @Nullable GoValue underlying() {
    return null;
  }

  /** Whether the Go type has a {@code String} or {@code Error} method. */
  default boolean isStringer() {
    return false;
  }

  /** What {@code %v} prints: Go's {@code String} or {@code Error} method, or else the fields. */
  String print();

  /** What {@code toYaml} and the like write. */
  default Encoded encoded() {
    return new Encoded.Text(TracedText.computed(print(), trace()));
  }
}
