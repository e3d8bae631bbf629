package dev.plimsoll.kubernetes;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.kubernetes.Schema.Scalar;
import dev.plimsoll.manifest.Quantity;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Compares single values with what a field takes, as Go's JSON reader does. */
final class ScalarCheck {

  /** From here on Go writes a whole floating-point number with an exponent. */
  private static final double EXPONENT_FROM = 1e21;

  private static final BigInteger MAX_INT32 = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final BigInteger MIN_INT32 = BigInteger.valueOf(Integer.MIN_VALUE);
  private static final Pattern TIME_FORM =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private final Consumer<Violation> sink;

  ScalarCheck(Consumer<Violation> sink) {
    this.sink = sink;
  }

  void check(Scalar wanted, Part part) {
    if (!(part.node() instanceof YamlScalar scalar)) {
      sink.accept(mismatch(part, name(wanted)));
      return;
    }
    boolean fits =
        switch (wanted.type()) {
          case TEXT, TIME, BYTES -> scalar.value() instanceof ScalarValue.Text;
          case BOOLEAN -> scalar.value() instanceof ScalarValue.Bool;
          case INT32 -> isInteger(scalar.value(), true);
          case INT64 -> isInteger(scalar.value(), false);
          case NUMBER -> isNumber(scalar.value());
          case INT_OR_STRING ->
              scalar.value() instanceof ScalarValue.Text || isInteger(scalar.value(), true);
          case QUANTITY -> scalar.value() instanceof ScalarValue.Text || isNumber(scalar.value());
        };
    if (!fits) {
      sink.accept(mismatch(part, name(wanted)).withMeant(sameInOtherType(wanted, scalar)));
      return;
    }
    content(wanted, part, part.json().orElse(""));
  }

  private void content(Scalar wanted, Part part, String text) {
    switch (wanted.type()) {
      case QUANTITY -> {
        if (Quantity.parse(text.strip()).isEmpty()) {
          invalid(ObjectRules.INVALID_QUANTITY, part, quantity(part, text));
        }
      }
      case TIME -> {
        if (!isTime(text)) {
          invalid(
              ObjectRules.INVALID_VALUE,
              part,
              "`%s` takes a time such as `2027-01-31T12:00:00Z`.".formatted(part.path()));
        }
      }
      case BYTES -> {
        if (!isBase64(text)) {
          invalid(ObjectRules.INVALID_VALUE, part, "`%s` takes base64.".formatted(part.path()));
        }
      }
      case TEXT -> text(wanted, part, text);
      case INT32, INT64, NUMBER ->
          limit(part, wanted.limits().numberProblem(text.isEmpty() ? "0" : text));
      case BOOLEAN, INT_OR_STRING -> {
        // The type says it all.
      }
    }
  }

  private void text(Scalar wanted, Part part, String text) {
    List<String> allowed = wanted.allowed();
    Limits limits = wanted.limits();
    boolean isUnset = text.isEmpty() && limits.equals(Limits.NONE);
    if (!allowed.isEmpty() && !allowed.contains(text) && !isUnset) {
      sink.accept(unsupported(part, text, allowed));
    }
    limit(part, limits.textProblem(text));
    String format = limits.format();
    boolean fits =
        switch (format) {
          case "date-time" -> isTime(text);
          case "date" -> DATE.matcher(text).matches();
          default -> true;
        };
    if (!fits) {
      invalid(ObjectRules.INVALID_VALUE, part, "`%s` takes a %s.".formatted(part.path(), format));
    }
  }

  private void limit(Part part, Optional<String> problem) {
    if (problem.isPresent()) {
      invalid(ObjectRules.INVALID_VALUE, part, "`%s` %s.".formatted(part.path(), problem.get()));
    }
  }

  static Violation unsupported(Part part, String text, List<String> allowed) {
    Optional<String> meant = NearestName.of(text, allowed);
    return Violation.at(
            ObjectRules.UNSUPPORTED_VALUE,
            part,
            "`%s` takes %s, not `%s`.".formatted(part.path(), choice(allowed), shown(text)))
        .withMeant(meant);
  }

  static Violation mismatch(Part part, String wanted) {
    return Violation.at(
        ObjectRules.TYPE_MISMATCH,
        part,
        "`%s` takes %s and gets %s.".formatted(part.path(), wanted, got(part)));
  }

  /** What stands there, for a message. */
  private static String got(Part part) {
    return switch (part.node()) {
      case YamlMapping _ -> "an object";
      case YamlSequence _ -> "a list";
      case YamlScalar scalar ->
          switch (scalar.value()) {
            case ScalarValue.Null _ -> "null";
            case ScalarValue.Bool bool -> "the boolean `" + bool.value() + "`";
            case ScalarValue.Int _, ScalarValue.Float _ ->
                "the number `" + shown(scalar.text()) + "`";
            case ScalarValue.Text _ -> "text";
          };
      case dev.plimsoll.yaml.YamlAlias _ -> "an alias";
    };
  }

  private static String name(Scalar wanted) {
    return switch (wanted.type()) {
      case TEXT, TIME, BYTES -> "text";
      case BOOLEAN -> "a boolean";
      case INT32, INT64 -> "a whole number";
      case NUMBER -> "a number";
      case INT_OR_STRING -> "a whole number or text";
      case QUANTITY -> "a quantity";
    };
  }

  /** The same value as the field would take it: quoted, or without its quotes. */
  private static Optional<String> sameInOtherType(Scalar wanted, YamlScalar scalar) {
    return switch (wanted.type()) {
      case TEXT ->
          scalar.value() instanceof ScalarValue.Null
              ? Optional.empty()
              : Optional.of(
                  "\"" + scalar.text().replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
      case INT32, INT64, INT_OR_STRING ->
          Optional.of(scalar.text()).filter(text -> text.matches("-?(?:0|[1-9][0-9]{0,8})"));
      case BOOLEAN ->
          Optional.of(scalar.text()).filter(text -> text.equals("true") || text.equals("false"));
      case NUMBER, QUANTITY, TIME, BYTES -> Optional.empty();
    };
  }

  private static String quantity(Part part, String text) {
    return "`%s` takes a quantity such as `500m` or `128Mi`, not `%s`."
        .formatted(part.path(), shown(text));
  }

  /** Names to choose from. */
  static String choice(List<String> allowed) {
    if (allowed.size() == 1) {
      return "`" + allowed.getFirst() + "`";
    }
    return "`"
        + String.join("`, `", allowed.subList(0, allowed.size() - 1))
        + "` or `"
        + allowed.getLast()
        + "`";
  }

  /** A text that is short enough for a headline. */
  static String shown(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }

  private void invalid(dev.plimsoll.diagnostic.RuleId rule, Part part, String message) {
    sink.accept(Violation.at(rule, part, message));
  }

  private static boolean isNumber(ScalarValue value) {
    return value instanceof ScalarValue.Int || value instanceof ScalarValue.Float;
  }

  private static boolean isInteger(ScalarValue value, boolean narrow) {
    return switch (value) {
      case ScalarValue.Int(BigInteger number) ->
          narrow
              ? number.compareTo(MIN_INT32) >= 0 && number.compareTo(MAX_INT32) <= 0
              : number.bitLength() < Long.SIZE;
      case ScalarValue.Float(double number) ->
          number == Math.rint(number)
              && Math.abs(number) < EXPONENT_FROM
              && isInteger(new ScalarValue.Int(new BigDecimal(number).toBigInteger()), narrow);
      case ScalarValue.Bool _, ScalarValue.Null _, ScalarValue.Text _ -> false;
    };
  }

  private static boolean isTime(String text) {
    if (!TIME_FORM.matcher(text).matches()) {
      return false;
    }
    try {
      OffsetDateTime.parse(text.replace(',', '.'));
      return true;
    } catch (DateTimeException e) {
      // A day or an hour that does not exist.
      return false;
    }
  }

  /** Go's standard base64: line ends are skipped, padding is needed. */
  static boolean isBase64(String text) {
    String code = text.replace("\r", "").replace("\n", "");
    if (code.length() % 4 != 0) {
      return false;
    }
    try {
      Base64.getDecoder().decode(code);
      return true;
    } catch (IllegalArgumentException e) {
      // The decoder says so.
      return false;
    }
  }
}
