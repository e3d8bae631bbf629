package dev.plimsoll.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys as {@code sigs.k8s.io/yaml} turns them into JSON. */
final class YamlKeys {

  /** Go's {@code %g} without a precision leaves the decimal form from this exponent on. */
  private static final int EXPONENT_FORM_FROM = 6;

  private YamlKeys() {}

  /** The JSON key of {@code key}; empty for null, collections and integers beyond 63 bits. */
  static Optional<String> text(YamlNode key) {
    YamlScalar scalar = scalar(key);
    if (scalar == null) {
      return Optional.empty();
    }
    return switch (scalar.value()) {
      case ScalarValue.Null _ -> Optional.empty();
      case ScalarValue.Bool bool -> Optional.of(bool.value() ? "true" : "false");
      case ScalarValue.Int integer ->
          integer.value().bitLength() < Long.SIZE
              ? Optional.of(integer.value().toString())
              : Optional.empty();
      case ScalarValue.Float number -> Optional.of(float32(number.value()));
      case ScalarValue.Text text -> Optional.of(text.value());
    };
  }

  /** Whether {@code key} is a merge key: {@code <<} that is not quoted, or tagged so. */
  static boolean isMerge(YamlNode key) {
    if (!(key instanceof YamlScalar scalar) || !scalar.text().equals("<<")) {
      return false;
    }
    String tag = scalar.tag();
    return tag == null
        ? scalar.style() == ScalarStyle.PLAIN
        : tag.equals("!") || tag.equals(ScalarResolver.MERGE_TAG);
  }

  private static @Nullable YamlScalar scalar(YamlNode key) {
    return switch (key) {
      case YamlScalar scalar -> scalar;
      case YamlAlias alias -> scalar(alias.target());
      case YamlMapping _, YamlSequence _ -> null;
    };
  }

  /** {@code strconv.FormatFloat(value, 'g', -1, 32)}, with YAML's names for what is not finite. */
  private static String float32(double value) {
    float narrow = (float) value;
    if (Float.isNaN(narrow)) {
      return ".nan";
    }
    if (Float.isInfinite(narrow)) {
      return narrow > 0 ? ".inf" : "-.inf";
    }
    if (narrow == 0) {
      return 1 / narrow < 0 ? "-0" : "0";
    }
    BigDecimal digits = shortest(Math.abs(narrow));
    String sign = narrow < 0 ? "-" : "";
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -4 && exponent < EXPONENT_FORM_FROM) {
      return sign + digits.toPlainString();
    }
    String unscaled = digits.unscaledValue().toString();
    String fraction = unscaled.length() > 1 ? "." + unscaled.substring(1) : "";
    String twoDigits = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    return sign + unscaled.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + twoDigits;
  }

  /** The shortest decimal that reads back as {@code value}; Java writes two digits at least. */
  private static BigDecimal shortest(float value) {
    BigDecimal one = new BigDecimal(value).round(new MathContext(1, RoundingMode.HALF_EVEN));
    BigDecimal shortest = one.floatValue() == value ? one : new BigDecimal(Float.toString(value));
    return shortest.stripTrailingZeros();
  }
}
