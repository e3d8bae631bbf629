package dev.plimsoll.rules.values;

import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlScalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is lost when Helm reads a plain number: go-yaml v2 resolves it, and JSON makes a {@code
 * float64} of it.
 */
final class NumberLoss {

  private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-7_]+");
  private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9_]+");
  private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9]{1,3}(?:_[0-9]{3})+");
  private static final Pattern BARE_EXPONENT = Pattern.compile("[0-9]+[eE][-+]?[0-9]+");

  private static final BigInteger PRINTED_WITH_EXPONENT =
      BigInteger.valueOf(GoFloat.FIRST_WITH_EXPONENT);

  private NumberLoss() {}

  /**
   * Says in one sentence what is lost; empty if nothing is.
   *
   * @param key the nearest key
   * @param isName whether the key wants a name, so that every character counts
   */
  static Optional<String> of(YamlScalar scalar, String key, boolean isName) {
    return switch (scalar.value()) {
      case ScalarValue.Int(BigInteger value) -> ofInteger(scalar.text(), value, key, isName);
      case ScalarValue.Float(double value) -> ofFloat(scalar.text(), value, isName);
      case ScalarValue.Null _, ScalarValue.Bool _, ScalarValue.Text _ -> Optional.empty();
    };
  }

  private static Optional<String> ofInteger(
      String text, BigInteger value, String key, boolean isName) {
    if (OCTAL.matcher(text).matches()) {
      return isFileMode(key)
          ? Optional.empty()
          : Optional.of("Helm reads `%s` as octal, which is %s.".formatted(text, value));
    }
    BigInteger read = new BigDecimal(value.doubleValue()).toBigInteger();
    if (!read.equals(value)) {
      return Optional.of(
          "Helm keeps 53 bits of a number and reads `%s` as %s.".formatted(text, read));
    }
    if (text.contains("_") && !GROUPED.matcher(text).matches()) {
      return Optional.of("Helm reads `%s` as the number %s.".formatted(text, value));
    }
    if (isName && value.abs().compareTo(PRINTED_WITH_EXPONENT) >= 0) {
      return Optional.of(
          "Helm reads `%s` as a number, and a template prints it as `%s`."
              .formatted(text, GoFloat.format(value.doubleValue())));
    }
    return Optional.empty();
  }

  private static Optional<String> ofFloat(String text, double value, boolean isName) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Optional.empty();
    }
    String printed = GoFloat.format(value);
    if (BARE_EXPONENT.matcher(text).matches()) {
      return Optional.of("Helm reads `%s` as the number %s.".formatted(text, printed));
    }
    if (LEADING_ZERO.matcher(text).matches()) {
      return Optional.of("Helm reads `%s` as the number %s.".formatted(text, printed));
    }
    if (isName && !text.equals(printed)) {
      return Optional.of(
          "Helm reads `%s` as a number, and a template prints it as `%s`."
              .formatted(text, printed));
    }
    return isExact(text, value)
        ? Optional.empty()
        : Optional.of(
            "Helm keeps 53 bits of a number and reads `%s` as %s.".formatted(text, printed));
  }

  private static boolean isExact(String text, double value) {
    try {
      BigDecimal written = new BigDecimal(text.replace("_", ""));
      return written.compareTo(new BigDecimal(Double.toString(value))) == 0;
    } catch (NumberFormatException e) {
      // A spelling that only YAML has, such as a hexadecimal float.
      return true;
    }
  }

  /** Permissions are octal for everyone. */
  private static boolean isFileMode(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return name.equals("mode") || name.endsWith("defaultmode");
  }
}
