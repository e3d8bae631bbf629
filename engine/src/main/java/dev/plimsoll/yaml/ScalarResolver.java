package dev.plimsoll.yaml;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.time.Year;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a scalar is: the rules of go-yaml v2 ({@code resolve.go} and {@code decoder.scalar}), which
 * are those of YAML 1.1 without sexagesimal numbers and with Go's number prefixes.
 */
final class ScalarResolver {

  static final String PREFIX = "tag:yaml.org,2002:";
  static final String MERGE_TAG = PREFIX + "merge";

  private static final String STR = PREFIX + "str";
  private static final String BOOL = PREFIX + "bool";
  private static final String INT = PREFIX + "int";
  private static final String FLOAT = PREFIX + "float";
  private static final String NULL = PREFIX + "null";
  private static final String BINARY = PREFIX + "binary";
  private static final String TIMESTAMP = PREFIX + "timestamp";

  private static final ScalarValue NOTHING = new ScalarValue.Null();
  private static final Map<String, ScalarValue> WORDS = words();

  private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MAX_UNSIGNED_LONG =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  /** Bounds the work on one number: BigInteger is quadratic, and 64 bits need 65 characters. */
  private static final int LONGEST_INTEGER = 1_000;

  /** So many characters are a {@code long}, whatever the radix. */
  private static final int SHORT_INTEGER = 12;

  private static final Pattern FLOAT_FORM =
      Pattern.compile("[-+]?(?:\\.[0-9]++|[0-9]++(?:\\.[0-9]*+)?)(?:[eE][-+]?[0-9]++)?");

  /** What {@code strconv.ParseFloat} takes behind a leading dot: underscores between digits. */
  private static final Pattern POINT_FLOAT_FORM =
      Pattern.compile("\\.[0-9](?:_?[0-9])*+(?:[eE][-+]?[0-9](?:_?[0-9])*+)?");

  private static final Pattern TIMESTAMP_FORM =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:(?:[Tt]| +)(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:[.,]\\d+)?"
              + "(Z|[-+]\\d\\d:\\d\\d)?)?");

  private ScalarResolver() {}

  /**
   * Resolves one scalar.
   *
   * @param plain whether it is written without quotes and not as a block
   * @param tag the explicit tag in its full form, {@code !} for the non-specific one
   * @return null if the tag does not allow this text, which makes Helm refuse the document
   */
  static @Nullable ScalarValue resolve(String text, boolean plain, @Nullable String tag) {
    if (tag == null) {
      return plain ? implicit(text) : new ScalarValue.Text(text);
    }
    return switch (tag) {
      case BOOL -> implicit(text) instanceof ScalarValue.Bool bool ? bool : null;
      case INT -> implicit(text) instanceof ScalarValue.Int integer ? integer : null;
      case NULL -> implicit(text) instanceof ScalarValue.Null nothing ? nothing : null;
      case FLOAT -> asFloat(implicit(text));
      case TIMESTAMP -> isTimestamp(text) ? new ScalarValue.Text(text) : null;
      case BINARY -> binary(text);
      case STR -> new ScalarValue.Text(text);
      default -> new ScalarValue.Text(text);
    };
  }

  /** What a scalar without quotes and tag is. */
  static ScalarValue implicit(String text) {
    if (text.isEmpty()) {
      return NOTHING;
    }
    char first = text.charAt(0);
    if (first > '~') {
      return new ScalarValue.Text(text);
    }
    ScalarValue word = WORDS.get(text);
    if (word != null) {
      return word;
    }
    ScalarValue number = null;
    if (first == '.') {
      number = POINT_FLOAT_FORM.matcher(text).matches() ? finite(text.replace("_", "")) : null;
    } else if (first == '+' || first == '-' || (first >= '0' && first <= '9')) {
      number = number(text.replace("_", ""));
    }
    return number != null ? number : new ScalarValue.Text(text);
  }

  private static @Nullable ScalarValue number(String plain) {
    ScalarValue integer = integer(plain);
    if (integer != null) {
      return integer;
    }
    if (FLOAT_FORM.matcher(plain).matches()) {
      ScalarValue value = finite(plain);
      if (value != null) {
        return value;
      }
    }
    // go-yaml's own binary form, which lets a sign stand behind the prefix.
    if (plain.startsWith("0b")) {
      return digits(plain.substring(2), 2);
    }
    return null;
  }

  /** {@code strconv.ParseInt(plain, 0, 64)}, then {@code ParseUint}. */
  private static @Nullable ScalarValue integer(String plain) {
    boolean signed = plain.startsWith("-") || plain.startsWith("+");
    String magnitude = signed ? plain.substring(1) : plain;
    if (magnitude.isEmpty()) {
      return null;
    }
    int radix = 10;
    String rest = magnitude;
    if (magnitude.charAt(0) == '0') {
      radix = magnitude.length() < 3 ? 8 : prefixRadix(magnitude.charAt(1));
      rest = magnitude.substring(radix == 8 && !isOctalPrefix(magnitude) ? 1 : 2);
    }
    if (rest.isEmpty()) {
      return new ScalarValue.Int(BigInteger.ZERO);
    }
    return isSign(rest.charAt(0)) ? null : digits(signed ? plain.charAt(0) + rest : rest, radix);
  }

  private static int prefixRadix(char letter) {
    return switch (letter) {
      case 'b', 'B' -> 2;
      case 'x', 'X' -> 16;
      default -> 8;
    };
  }

  private static boolean isOctalPrefix(String magnitude) {
    return magnitude.length() >= 3 && (magnitude.charAt(1) == 'o' || magnitude.charAt(1) == 'O');
  }

  private static boolean isSign(char c) {
    return c == '-' || c == '+';
  }

  /** Digits with an optional sign that fit 64 bits, signed, or unsigned if there is no sign. */
  private static @Nullable ScalarValue digits(String text, int radix) {
    boolean signed = !text.isEmpty() && isSign(text.charAt(0));
    int start = signed ? 1 : 0;
    if (text.length() == start || text.length() > LONGEST_INTEGER) {
      return null;
    }
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~' || Character.digit(c, radix) < 0) {
        return null;
      }
    }
    if (text.length() <= SHORT_INTEGER) {
      return new ScalarValue.Int(BigInteger.valueOf(Long.parseLong(text, radix)));
    }
    BigInteger value = new BigInteger(text, radix);
    BigInteger max = signed ? MAX_LONG : MAX_UNSIGNED_LONG;
    boolean fits = value.compareTo(MIN_LONG) >= 0 && value.compareTo(max) <= 0;
    return fits ? new ScalarValue.Int(value) : null;
  }

  /** A number too large for a {@code float64} stays text, as {@code strconv.ParseFloat} fails. */
  private static @Nullable ScalarValue finite(String text) {
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? null : new ScalarValue.Float(value);
  }

  private static @Nullable ScalarValue asFloat(ScalarValue value) {
    if (value instanceof ScalarValue.Float) {
      return value;
    }
    boolean fitsLong =
        value instanceof ScalarValue.Int integer && integer.value().compareTo(MAX_LONG) <= 0;
    return fitsLong && value instanceof ScalarValue.Int integer
        ? new ScalarValue.Float(integer.value().doubleValue())
        : null;
  }

  private static boolean isTimestamp(String text) {
    Matcher form = TIMESTAMP_FORM.matcher(text);
    if (!form.matches()) {
      return false;
    }
    boolean letterT = text.indexOf('T') > 0 || text.indexOf('t') > 0;
    boolean hasTime = form.group(4) != null;
    boolean hasZone = form.group(7) != null;
    if (hasTime && letterT != hasZone) {
      return false;
    }
    int month = Integer.parseInt(form.group(2));
    int day = Integer.parseInt(form.group(3));
    if (month < 1 || month > 12 || day < 1) {
      return false;
    }
    boolean leap = Year.isLeap(Integer.parseInt(form.group(1)));
    return day <= Month.of(month).length(leap)
        && (!hasTime
            || (Integer.parseInt(form.group(4)) < 24
                && Integer.parseInt(form.group(5)) < 60
                && Integer.parseInt(form.group(6)) < 60));
  }

  /** Go's standard base64: line ends are skipped, padding is needed. */
  private static @Nullable ScalarValue binary(String text) {
    String code = text.replace("\r", "").replace("\n", "");
    if (code.length() % 4 != 0) {
      return null;
    }
    try {
      return new ScalarValue.Text(goString(Base64.getDecoder().decode(code)));
    } catch (IllegalArgumentException e) {
      // Go says the same with an error value.
      return null;
    }
  }

  /** Bytes as Go's JSON writes them: each byte that is not UTF-8 becomes one U+FFFD. */
  private static String goString(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      for (int i = 0; i < result.length(); i++) {
        out.put('\uFFFD');
      }
      in.position(in.position() + result.length());
      result = decoder.decode(in, out, true);
    }
    return out.flip().toString();
  }

  private static Map<String, ScalarValue> words() {
    Map<String, ScalarValue> words = new HashMap<>();
    name(words, new ScalarValue.Bool(true), "y", "Y", "yes", "Yes", "YES");
    name(words, new ScalarValue.Bool(true), "true", "True", "TRUE", "on", "On", "ON");
    name(words, new ScalarValue.Bool(false), "n", "N", "no", "No", "NO");
    name(words, new ScalarValue.Bool(false), "false", "False", "FALSE", "off", "Off", "OFF");
    name(words, NOTHING, "~", "null", "Null", "NULL");
    name(words, new ScalarValue.Float(Double.NaN), ".nan", ".NaN", ".NAN");
    ScalarValue infinity = new ScalarValue.Float(Double.POSITIVE_INFINITY);
    name(words, infinity, ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF");
    ScalarValue minusInfinity = new ScalarValue.Float(Double.NEGATIVE_INFINITY);
    name(words, minusInfinity, "-.inf", "-.Inf", "-.INF");
    return Map.copyOf(words);
  }

  private static void name(Map<String, ScalarValue> words, ScalarValue value, String... names) {
    for (String name : names) {
      words.put(name, value);
    }
  }
}
