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

  /** What {@code %v} prints: Go's {@code String} or {@code Error} method, or else the fields. */
  String print();

  /** What {@code toYaml} and the like write. */
  default Encoded encoded() {
    return new Encoded.Text(TracedText.computed(print(), trace()));
  }
}
