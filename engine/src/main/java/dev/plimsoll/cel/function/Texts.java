package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.CelList;
import dev.plimsoll.cel.value.ListValue;
import java.util.ArrayList;
import java.util.List;

/** Functions of text; positions count code points. */
final class Texts implements Library {

  @Override
  public Object call(String function, Object[] arguments) {
    Object receiver = arguments[0];
    if (receiver instanceof CelList list) {
      return ofList(function, list, arguments);
    }
    if (!(receiver instanceof String text)) {
      throw CelFailure.noOverload(function, arguments);
    }
    return switch (arguments.length) {
      case 1 -> unary(function, text, arguments);
      case 2 -> binary(function, text, arguments);
      default -> more(function, text, arguments);
    };
  }

  private static Object ofList(String function, CelList list, Object[] arguments) {
    return switch (function) {
      case "join" -> join(list, arguments);
      case "indexOf" -> Lists.indexOf(list, arguments[1]);
      case "lastIndexOf" -> Lists.lastIndexOf(list, arguments[1]);
      case "reverse" -> ListValue.of(new ArrayList<>(list.items().reversed()));
      default -> throw CelFailure.noOverload(function, arguments);
    };
  }

  private static Object unary(String function, String text, Object[] arguments) {
    return switch (function) {
      case "lowerAscii" -> ascii(text, 'A', 'Z', 'a' - 'A');
      case "upperAscii" -> ascii(text, 'a', 'z', 'A' - 'a');
      case "trim" -> trim(text);
      case "reverse" -> new StringBuilder(text).reverse().toString();
      case "strings.quote" -> quote(text);
      default -> throw CelFailure.noOverload(function, arguments);
    };
  }

  private static Object binary(String function, String text, Object[] arguments) {
    Object argument = arguments[1];
    if (argument instanceof String other) {
      return switch (function) {
        case "contains" -> text.contains(other);
        case "startsWith" -> text.startsWith(other);
        case "endsWith" -> text.endsWith(other);
        case "indexOf" -> indexOf(text, other, 0);
        case "lastIndexOf" -> lastIndexOf(text, other);
        case "split" -> split(text, other, -1);
        default -> throw CelFailure.noOverload(function, arguments);
      };
    }
    if (argument instanceof Long number) {
      if (function.equals("charAt")) {
        return charAt(text, number);
      }
      if (function.equals("substring")) {
        return substring(text, number);
      }
    }
    if (argument instanceof CelList list && function.equals("format")) {
      return Formatting.format(text, list);
    }
    throw CelFailure.noOverload(function, arguments);
  }

  private static Object more(String function, String text, Object[] arguments) {
    Object second = arguments[1];
    Object third = arguments[2];
    if (second instanceof String other) {
      if (third instanceof Long number) {
        return switch (function) {
          case "indexOf" -> indexOf(text, other, number);
          case "lastIndexOf" -> lastIndexOf(text, other, number);
          case "split" -> split(text, other, number);
          default -> throw CelFailure.noOverload(function, arguments);
        };
      }
      if (third instanceof String replacement && function.equals("replace")) {
        if (arguments.length == 3) {
          return replace(text, other, replacement, -1);
        }
        if (arguments[3] instanceof Long limit) {
          return replace(text, other, replacement, limit);
        }
      }
    } else if (function.equals("substring")
        && second instanceof Long from
        && third instanceof Long to) {
      return substring(text, from, to);
    }
    throw CelFailure.noOverload(function, arguments);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String charAt(String text, long index) {
    int length = length(text);
    if (index < 0 || index > length) {
      throw outOfRange(index);
    }
    if (index == length) {
      return "";
    }
    return Character.toString(text.codePointAt(text.offsetByCodePoints(0, (int) index)));
  }

  private static String substring(String text, long from) {
    if (from < 0 || from > length(text)) {
      throw outOfRange(from);
    }
    return text.substring(text.offsetByCodePoints(0, (int) from));
  }

  private static String substring(String text, long from, long to) {
    if (from > to) {
      throw CelFailure.of("invalid substring range. start: " + from + ", end: " + to);
    }
    int length = length(text);
    if (from < 0 || from > length) {
      throw outOfRange(from);
    }
    if (to > length) {
      throw outOfRange(to);
    }
    int start = text.offsetByCodePoints(0, (int) from);
    return text.substring(start, text.offsetByCodePoints(start, (int) (to - from)));
  }

  private static long indexOf(String text, String part, long from) {
    if (part.isEmpty()) {
      return from;
    }
    if (from < 0) {
      throw outOfRange(from);
    }
    if (from >= length(text)) {
      return -1;
    }
    int found = text.indexOf(part, text.offsetByCodePoints(0, (int) from));
    return found < 0 ? -1 : text.codePointCount(0, found);
  }

  private static long lastIndexOf(String text, String part) {
    return part.isEmpty() || text.length() >= part.length()
        ? lastIndexOf(text, part, part.isEmpty() ? length(text) : length(text) - 1L)
        : -1;
  }

  private static long lastIndexOf(String text, String part, long from) {
    if (part.isEmpty()) {
      return from;
    }
    if (from < 0) {
      throw outOfRange(from);
    }
    if (from >= length(text)) {
      return -1;
    }
    int found = text.lastIndexOf(part, text.offsetByCodePoints(0, (int) from));
    return found < 0 ? -1 : text.codePointCount(0, found);
  }

  private static String ascii(String text, char first, char last, int shift) {
    StringBuilder result = new StringBuilder(text);
    for (int i = 0; i < result.length(); i++) {
      char c = result.charAt(i);
      if (c >= first && c <= last) {
        result.setCharAt(i, (char) (c + shift));
      }
    }
    return result.toString();
  }

  /** Without Unicode's white space at both ends. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (start < end && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r')
        || c == ' '
        || c == '\u0085'
        || c == '\u00a0'
        || (c > 0x100 && Character.isSpaceChar(c));
  }

  private static String replace(String text, String old, String replacement, long limit) {
    if (limit == 0) {
      return text;
    }
    long most = limit < 0 ? Long.MAX_VALUE : limit;
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (long count = 0; count < most; count++) {
      int found = text.indexOf(old, old.isEmpty() && count > 0 ? next(text, from) : from);
      if (found < 0 || (old.isEmpty() && count > 0 && from >= text.length())) {
        break;
      }
      result.append(text, from, found).append(replacement);
      Bounds.check(result.length());
      from = found + old.length();
    }
    return result.append(text.substring(from)).toString();
  }

  /** Behind the character at {@code at}. */
  private static int next(String text, int at) {
    return at >= text.length() ? at + 1 : text.offsetByCodePoints(at, 1);
  }

  private static ListValue split(String text, String separator, long limit) {
    List<Object> parts = new ArrayList<>();
    if (limit == 0) {
      return ListValue.of(parts);
    }
    long most = limit < 0 ? Long.MAX_VALUE : limit;
    int from = 0;
    while (parts.size() + 1 < most) {
      int found =
          separator.isEmpty()
              ? (next(text, from) < text.length() ? next(text, from) : -1)
              : text.indexOf(separator, from);
      if (found < 0) {
        break;
      }
      parts.add(text.substring(from, found));
      from = found + separator.length();
    }
    if (!separator.isEmpty() || from < text.length()) {
      parts.add(text.substring(from));
    }
    return ListValue.of(parts);
  }

  private static String join(CelList list, Object[] arguments) {
    String separator = arguments.length > 1 && arguments[1] instanceof String text ? text : "";
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof String item)) {
        throw CelFailure.of("join: invalid input: " + list.get(i));
      }
      result.append(i == 0 ? "" : separator).append(item);
      Bounds.check(result.length());
    }
    return result.toString();
  }

  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case 0x07 -> quoted.append("\\a");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case 0x0b -> quoted.append("\\v");
        case '\\' -> quoted.append("\\\\");
        case '"' -> quoted.append("\\\"");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static CelFailure outOfRange(long index) {
    return CelFailure.of("index out of range: " + index);
  }
}
