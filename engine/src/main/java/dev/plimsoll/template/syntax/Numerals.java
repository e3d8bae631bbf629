package dev.plimsoll.template.syntax;

import dev.plimsoll.source.Span;
import dev.plimsoll.template.grammar.GoTemplateLexer;
import dev.plimsoll.template.syntax.Operand.Numeral;
import dev.plimsoll.template.value.GoNumbers;
import dev.plimsoll.template.value.GoQuotes;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What number and character constants mean ({@code parse.newNumber}). */
final class Numerals {

  private static final String UNSIGNED =
      "(?:0[xX][0-9a-fA-F_]*\\.?[0-9a-fA-F_]*(?:[pP][+-]?[0-9_]*)?"
          + "|[0-9_]*\\.?[0-9_]*(?:[eE][+-]?[0-9_]*)?)";

  /** As {@code fmt.Sscan} splits it, which takes an {@code i} behind the sign for "infinity". */
  private static final Pattern COMPLEX =
      Pattern.compile("([+-]?+" + UNSIGNED + ")([+-](?!i)" + UNSIGNED + ")i");

  /** 2 to the power of 63. */
  private static final double INT_LIMIT = 0x1p63;

  /** 2 to the power of 64. */
  private static final double UINT_LIMIT = 0x1p64;

  private Numerals() {}

  /**
   * The number.
   *
   * @param type of the token
   * @return null if Go refuses it
   */
  static @Nullable Numeral read(Span span, String text, int type) {
    return switch (type) {
      case GoTemplateLexer.CHARACTER -> character(span, text);
      case GoTemplateLexer.COMPLEX -> complex(span, text);
      default -> text.endsWith("i") ? imaginary(span, text) : real(span, text);
    };
  }

  /** Go's words for a constant of which {@link #read} makes nothing. */
  static String refusal(String text, int type) {
    return switch (type) {
      case GoTemplateLexer.CHARACTER ->
          QuotedStrings.character(text) == QuotedStrings.SEVERAL
              ? "malformed character constant: " + text
              : QuotedStrings.REFUSAL;
      case GoTemplateLexer.COMPLEX -> complexRefusal(text);
      default -> {
        boolean isHuge = !hasFraction(text) && GoNumbers.parseFloat(text).isPresent();
        yield (isHuge ? "integer overflow: " : "illegal number syntax: ") + GoQuotes.quote(text);
      }
    };
  }

  private static @Nullable Numeral character(Span span, String text) {
    int c = QuotedStrings.character(text);
    return c < 0 ? null : new Numeral(span, text, true, true, true, false, c, c, c);
  }

  private static @Nullable Numeral imaginary(Span span, String text) {
    OptionalDouble part = GoNumbers.parseFloat(text.substring(0, text.length() - 1));
    return part.isEmpty() ? null : complex(span, text, 0, part.getAsDouble());
  }

  private static @Nullable Numeral complex(Span span, String text) {
    Matcher parts = COMPLEX.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    OptionalDouble real = GoNumbers.parseFloat(parts.group(1));
    OptionalDouble imaginary = GoNumbers.parseFloat(parts.group(2));
    return real.isEmpty() || imaginary.isEmpty()
        ? null
        : complex(span, text, real.getAsDouble(), imaginary.getAsDouble());
  }

  private static String complexRefusal(String text) {
    Matcher parts = COMPLEX.matcher(text);
    if (!parts.matches()) {
      return "syntax error scanning complex number";
    }
    boolean isRealWrong = GoNumbers.parseFloat(parts.group(1)).isEmpty();
    String wrong = parts.group(isRealWrong ? 1 : 2);
    return "strconv.ParseFloat: parsing "
        + GoQuotes.quote(wrong)
        + (GoNumbers.isFloat(wrong) ? ": value out of range" : ": invalid syntax");
  }

  private static Numeral complex(Span span, String text, double real, double imaginary) {
    return imaginary == 0
        ? floating(span, text, real, true)
        : new Numeral(span, text, false, false, false, true, 0, 0, 0);
  }

  private static @Nullable Numeral real(Span span, String text) {
    OptionalLong uint = GoNumbers.parseUint(text);
    OptionalLong integer = GoNumbers.parseInt(text);
    if (integer.isPresent()) {
      long value = integer.getAsLong();
      boolean isUint = uint.isPresent() || value == 0;
      return new Numeral(span, text, true, isUint, true, false, value, isUint ? value : 0, value);
    }
    if (uint.isPresent()) {
      // Beyond the signed ones: halved with its last bit kept, it rounds as the whole does.
      long bits = uint.getAsLong();
      double value = (double) ((bits >>> 1) | (bits & 1)) * 2;
      return new Numeral(span, text, false, true, true, false, 0, bits, value);
    }
    OptionalDouble value = hasFraction(text) ? GoNumbers.parseFloat(text) : OptionalDouble.empty();
    return value.isEmpty() ? null : floating(span, text, value.getAsDouble(), false);
  }

  /** Whether it is written as a floating-point number rather than as an integer. */
  private static boolean hasFraction(String text) {
    return text.chars().anyMatch(c -> ".eEpP".indexOf(c) >= 0);
  }

  private static Numeral floating(Span span, String text, double value, boolean isComplex) {
    boolean isWhole = value == Math.rint(value);
    boolean isInt = isWhole && value >= -INT_LIMIT && value < INT_LIMIT;
    boolean isUint = isWhole && value >= 0 && value < UINT_LIMIT;
    long integer = isInt ? (long) value : 0;
    long uint = isInt ? integer : (long) (value - INT_LIMIT) ^ Long.MIN_VALUE;
    return new Numeral(
        span, text, isInt, isUint, true, isComplex, integer, isUint ? uint : 0, value);
  }
}
