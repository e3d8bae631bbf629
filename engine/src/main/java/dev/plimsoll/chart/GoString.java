package dev.plimsoll.chart;

import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a scalar becomes where Helm wants a string: {@code sigs.k8s.io/yaml} turns numbers and
 * booleans into text there, and floating-point numbers lose what a 32-bit float does not keep.
 */
public final class GoString {

  private GoString() {}

  /** The text; empty for null, mappings and sequences. */
  public static Optional<String> of(@Nullable YamlNode node) {
    if (!(StructFields.resolve(node) instanceof YamlScalar scalar)) {
      return Optional.empty();
    }
    return switch (scalar.value()) {
      case ScalarValue.Text text -> Optional.of(text.value());
      case ScalarValue.Bool bool -> Optional.of(String.valueOf(bool.value()));
      case ScalarValue.Int number -> Optional.of(number.value().toString());
      case ScalarValue.Float number -> Optional.of(shortest((float) number.value()));
      case ScalarValue.Null() -> Optional.empty();
    };
  }

  /** {@code strconv.FormatFloat(value, 'g', -1, 32)}. */
  private static String shortest(float value) {
    if (Float.isNaN(value)) {
      return "NaN";
    }
    if (Float.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    BigDecimal decimal = new BigDecimal(Float.toString(value)).stripTrailingZeros();
    if (decimal.signum() == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    String digits = decimal.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - decimal.scale();
    if (exponent >= -4 && exponent < 6) {
      return decimal.toPlainString();
    }
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String sign = decimal.signum() < 0 ? "-" : "";
    return "%s%se%s%02d".formatted(sign, mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
