package dev.plimsoll.cel.compile;

import dev.plimsoll.yaml.YamlScalar;
import org.jspecify.annotations.Nullable;

/**
 * The text of an expression and where it was read.
 *
 * @param scalar null if it comes from no YAML text
 */
public record CelText(String text, @Nullable YamlScalar scalar) {

  public static CelText of(String text) {
    return new CelText(text, null);
  }

  public static CelText of(YamlScalar scalar) {
    return new CelText(scalar.text(), scalar);
  }
}
