package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelBytes;
import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.CelList;
import dev.plimsoll.cel.value.CelMap;
import dev.plimsoll.cel.value.CelOpaque;
import dev.plimsoll.cel.value.CelType;
import dev.plimsoll.cel.value.Unsigned;
import dev.plimsoll.template.value.GoFloats;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/** Functions that turn values into those of other types. */
final class Conversions implements Library {

  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

  @Override
  public Object call(String function, Object[] arguments) {
    Object value = arguments[0];
    return switch (function) {
      case "int" -> toInt(value);
      case "uint" -> toUint(value);
      case "double" -> toDouble(value);
      case "string" -> toText(value);
      case "bytes" -> toBytes(value);
      case "bool" -> toBool(value);
      case "timestamp" -> toTimestamp(value);
      case "duration" -> toDuration(value);
      case "type" -> CelType.of(value);
      case "size" -> size(value);
      case "base64.encode" -> encode(value);
      case "base64.decode" -> decode(value);
      default -> value;
    };
  }

  private static Object toInt(Object value) {
    if (value instanceof Long) {
      return value;
    }
    if (value instanceof Unsigned number) {
      if (number.isLarge()) {
        throw CelFailure.of("integer overflow");
      }
      return number.bits();
    }
    if (value instanceof Double number) {
      // The limits themselves are refused, as they stand for neighbours that do not fit.
      if (!(number > -0x1p63 && number < 0x1p63)) {
        throw CelFailure.of("integer overflow");
      }
      return number.longValue();
    }
    if (value instanceof Instant instant) {
      return instant.getEpochSecond();
    }
    if (value instanceof Duration duration) {
      return duration.toNanos();
    }
    if (value instanceof String text && INTEGER.matcher(text).matches()) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException _) {
        throw refused(value, CelType.INT);
      }
    }
    throw refused(value, CelType.INT);
  }

  private static Object toUint(Object value) {
    if (value instanceof Unsigned) {
      return value;
    }
    if (value instanceof Long number) {
      if (number < 0) {
        throw CelFailure.of("unsigned integer overflow");
      }
      return new Unsigned(number);
    }
    if (value instanceof Double number) {
      if (!(number >= 0 && number < 0x1p64)) {
        throw CelFailure.of("unsigned integer overflow");
      }
      return new Unsigned(new BigDecimal(number).toBigInteger().longValue());
    }
    if (value instanceof String text && INTEGER.matcher(text).matches()) {
      try {
        return new Unsigned(Long.parseUnsignedLong(text));
      } catch (NumberFormatException _) {
        throw refused(value, CelType.UINT);
      }
    }
    throw refused(value, CelType.UINT);
  }

  private static Object toDouble(Object value) {
    if (value instanceof Double) {
      return value;
    }
    if (value instanceof Long number) {
      return number.doubleValue();
    }
    if (value instanceof Unsigned number) {
      return number.toDouble();
    }
    if (value instanceof String text) {
      if (NUMBER.matcher(text).matches()) {
        double number = Double.parseDouble(text);
        if (!Double.isInfinite(number)) {
          return number;
        }
      } else {
        return notFinite(text);
      }
    }
    throw refused(value, CelType.DOUBLE);
  }

  private static Object notFinite(String text) {
    String size = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    if (size.equalsIgnoreCase("inf") || size.equalsIgnoreCase("infinity")) {
      return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (text.equalsIgnoreCase("nan")) {
      return Double.NaN;
    }
    throw refused(text, CelType.DOUBLE);
  }

  static String toText(Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Long || value instanceof Boolean || value instanceof Unsigned) {
      return value.toString();
    }
    if (value instanceof Double number) {
      return GoFloats.format(number, 'g', GoFloats.SHORTEST);
    }
    if (value instanceof CelBytes bytes) {
      return utf8(bytes);
    }
    if (value instanceof Instant instant) {
      return Times.print(instant);
    }
    if (value instanceof Duration duration) {
      return Times.print(duration);
    }
    if (value instanceof CelOpaque && (value instanceof Ip || value instanceof Cidr)) {
      return value.toString();
    }
    if (value instanceof CelType type) {
      return type.name();
    }
    throw refused(value, CelType.STRING);
  }

  private static String utf8(CelBytes bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toArray()))
          .toString();
    } catch (CharacterCodingException _) {
      throw CelFailure.of("invalid UTF-8 in bytes, cannot convert to string");
    }
  }

  private static Object toBytes(Object value) {
    if (value instanceof CelBytes) {
      return value;
    }
    if (value instanceof String text) {
      return new CelBytes(text.getBytes(StandardCharsets.UTF_8));
    }
    throw refused(value, CelType.BYTES);
  }

  private static Object toBool(Object value) {
    if (value instanceof Boolean) {
      return value;
    }
    if (value instanceof String text) {
      return switch (text) {
        case "1", "t", "T", "TRUE", "true", "True" -> true;
        case "0", "f", "F", "FALSE", "false", "False" -> false;
        default -> throw refused(value, CelType.BOOL);
      };
    }
    throw refused(value, CelType.BOOL);
  }

  private static Object toTimestamp(Object value) {
    if (value instanceof Instant) {
      return value;
    }
    if (value instanceof Long seconds) {
      // Instants go further than timestamps, but not as far as 64 bits of seconds.
      if (Math.abs(seconds) > 0x1p40) {
        throw CelFailure.of("timestamp overflow");
      }
      return Arithmetic.checked(Instant.ofEpochSecond(seconds));
    }
    if (value instanceof String text) {
      Instant instant = Times.parseTimestamp(text);
      if (instant != null) {
        return Arithmetic.checked(instant);
      }
    }
    throw refused(value, CelType.TIMESTAMP);
  }

  private static Object toDuration(Object value) {
    if (value instanceof Duration) {
      return value;
    }
    if (value instanceof Long nanoseconds) {
      return Duration.ofNanos(nanoseconds);
    }
    if (value instanceof String text) {
      Duration duration = Times.parseDuration(text);
      if (duration != null) {
        return duration;
      }
    }
    throw refused(value, CelType.DURATION);
  }

  private static Object size(Object value) {
    if (value instanceof String text) {
      return (long) text.codePointCount(0, text.length());
    }
    if (value instanceof CelList list) {
      return (long) list.size();
    }
    if (value instanceof CelMap map) {
      return (long) map.size();
    }
    if (value instanceof CelBytes bytes) {
      return (long) bytes.size();
    }
    throw CelFailure.of("no such overload: size");
  }

  private static Object encode(Object value) {
    if (value instanceof CelBytes bytes) {
      return Base64.getEncoder().encodeToString(bytes.toArray());
    }
    throw CelFailure.noOverload("base64.encode", value);
  }

  private static Object decode(Object value) {
    if (value instanceof String text) {
      try {
        return new CelBytes(Base64.getDecoder().decode(text));
      } catch (IllegalArgumentException _) {
        throw CelFailure.of("illegal base64 data");
      }
    }
    throw CelFailure.noOverload("base64.decode", value);
  }

  private static CelFailure refused(Object value, CelType to) {
    return CelFailure.of(
        "type conversion error from '" + CelType.of(value).name() + "' to '" + to.name() + "'");
  }
}
