package dev.plimsoll.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plimsoll.chart.GoUrl;
import dev.plimsoll.chart.IpText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * The formats that Helm checks in drafts 4, 6 and 7, as santhosh-tekuri/jsonschema v6 ({@code
 * format.go}) does; an unknown format accepts everything.
 */
final class Formats {

  private static final String DOT_ATOM_SIGNS = ".!#$%&'*+-/=?^_`{|}~";

  private Formats() {}

  static Predicate<String> named(String format) {
    return switch (format) {
      case "regex" -> Formats::isRegex;
      case "json-pointer" -> Formats::isJsonPointer;
      case "relative-json-pointer" -> Formats::isRelativeJsonPointer;
      case "uuid" -> text -> text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
      case "duration" -> Formats::isDuration;
      case "period" -> Formats::isPeriod;
      case "ipv4" -> IpText::isV4;
      case "ipv6" -> IpText::isV6;
      case "hostname" -> Formats::isHostname;
      case "email" -> Formats::isEmail;
      case "date" -> Formats::isDate;
      case "time" -> Formats::isTime;
      case "date-time" -> Formats::isDateTime;
      case "uri", "iri" -> GoUrl::isAbsolute;
      case "uri-reference", "iri-reference" -> text -> !text.contains("\\") && GoUrl.isUrl(text);
      case "uri-template" -> GoUrl::isTemplate;
      case "semver" -> Formats::isSemver;
      default -> text -> true;
    };
  }

  private static boolean isRegex(String text) {
    try {
      Pattern.compile(text);
      return true;
    } catch (PatternSyntaxException invalid) {
      return false;
    }
  }

  private static boolean isJsonPointer(String text) {
    return text.isEmpty() || text.matches("(?s)(/([^~/]|~[01])*)+");
  }

  private static boolean isRelativeJsonPointer(String text) {
    int digits = 0;
    while (digits < text.length() && isDigit(text.charAt(digits))) {
      digits++;
    }
    if (digits == 0 || (digits > 1 && text.charAt(0) == '0')) {
      return false;
    }
    String rest = text.substring(digits);
    return rest.equals("#") || isJsonPointer(rest);
  }

  private static boolean isDuration(String text) {
    if (text.matches("P\\d+W")) {
      return true;
    }
    return text.length() > 1
        && text.matches("P(\\d+Y)?(\\d+M)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?");
  }

  private static boolean isPeriod(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return false;
    }
    String start = text.substring(0, slash);
    String end = text.substring(slash + 1);
    if (start.startsWith("P")) {
      return isDuration(start) && isDateTime(end);
    }
    return isDateTime(start) && (end.startsWith("P") ? isDuration(end) : isDateTime(end));
  }

  static boolean isHostname(String text) {
    String host = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (host.length() > 253) {
      return false;
    }
    for (String label : host.split("\\.", -1)) {
      boolean valid =
          label.length() <= 63 && label.matches("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?");
      if (!valid) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEmail(String text) {
    int sign = text.lastIndexOf('@');
    if (bytes(text) > 254 || sign < 0) {
      return false;
    }
    String local = text.substring(0, sign);
    String domain = text.substring(sign + 1);
    if (bytes(local) > 64 || !isLocalPart(local)) {
      return false;
    }
    if (!domain.startsWith("[") || !domain.endsWith("]")) {
      return isHostname(domain);
    }
    String address = domain.substring(1, domain.length() - 1);
    return address.startsWith("IPv6:")
        ? IpText.isV6(address.substring("IPv6:".length()))
        : IpText.isV4(address);
  }

  private static boolean isLocalPart(String local) {
    if (local.length() > 1 && local.startsWith("\"") && local.endsWith("\"")) {
      String inner = local.substring(1, local.length() - 1);
      return !inner.contains("\\") && !inner.contains("\"");
    }
    if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
      return false;
    }
    return local
        .chars()
        .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || DOT_ATOM_SIGNS.indexOf(c) >= 0));
  }

  private static boolean isDate(String text) {
    if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return false;
    }
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeException invalid) {
      return false;
    }
  }

  private static boolean isDateTime(String text) {
    return bytes(text) >= 20
        && text.length() > 10
        && (text.charAt(10) == 'T' || text.charAt(10) == 't')
        && isDate(text.substring(0, 10))
        && isTime(text.substring(11));
  }

  private static boolean isTime(String text) {
    if (!text.matches("\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([zZ]|[+-]\\d{2}:\\d{2})")) {
      return false;
    }
    int hour = twoDigits(text, 0);
    int minute = twoDigits(text, 3);
    int second = twoDigits(text, 6);
    if (hour > 23 || minute > 59 || second > 60) {
      return false;
    }
    int inUtc = hour * 60 + minute;
    char last = text.charAt(text.length() - 1);
    if (last != 'z' && last != 'Z') {
      int offset = text.length() - 6;
      int hours = twoDigits(text, offset + 1);
      int minutes = twoDigits(text, offset + 4);
      if (hours > 23 || minutes > 59) {
        return false;
      }
      inUtc += (text.charAt(offset) == '+' ? -1 : 1) * (hours * 60 + minutes);
      inUtc += inUtc < 0 ? 24 * 60 : 0;
    }
    // Only the last minute of a day in UTC can have a leap second; a later minute is no other day.
    return second < 60 || inUtc == 23 * 60 + 59;
  }

  private static boolean isSemver(String text) {
    String number = "(0|[1-9]\\d*)";
    String release = "(0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";
    return text.matches(
        number
            + "\\."
            + number
            + "\\."
            + number
            + "(-"
            + release
            + "(\\."
            + release
            + ")*)?"
            + "(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?");
  }

  private static int twoDigits(String text, int at) {
    return Integer.parseInt(text.substring(at, at + 2));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
