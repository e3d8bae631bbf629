package dev.plimsoll.chart;

import com.google.re2j.Pattern;

/**
 * What {@code helm lint} takes for a URL or an e-mail address: {@code IsRequestURL}, {@code IsURL}
 * and {@code IsEmail} of {@code asaskevich/govalidator}.
 */
final class ContactText {

  private static final int MAX_URL_LENGTH = 2083;
  private static final int MIN_URL_LENGTH = 3;

  private static final String WIDE = "\\x{00A0}-\\x{D7FF}\\x{F900}-\\x{FDCF}\\x{FDF0}-\\x{FFEF}";
  private static final String LETTER = "a-zA-Z" + WIDE;
  private static final String ALNUM = LETTER + "0-9";
  private static final String ATOM = "[" + ALNUM + "!#$%&'*+/=?^_`{|}~-]+";
  private static final String QUOTED = "\"[^\"\\\\]*\"";

  // The linear-time engine: the texts come from untrusted charts.
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?:%1$s(?:\\.%1$s)*|%2$s)@(?:[%3$s](?:[%3$s._~-]*[%3$s])?\\.)+[%4$s](?:[%3$s_~-]*[%4$s])?\\.?"
              .formatted(ATOM, QUOTED, ALNUM, LETTER));

  private static final Pattern URL =
      Pattern.compile(
          "(?:(?:ftp|tcp|udp|wss?|https?)://)?(?:\\S+(?::\\S*)?@)?"
              + "(?:\\[[0-9a-fA-F:.%]+\\]|[a-zA-Z0-9\\x{00a1}-\\x{ffff}]+(?:(?:\\.|[_-]+)[a-zA-Z0-9\\x{00a1}-\\x{ffff}]+)*\\.?)"
              + "(?::\\d{1,5})?(?:[/?#]\\S*)?");

  private ContactText() {}

  /** Whether {@code text} is a URL with a scheme. */
  static boolean isRequestUrl(String text) {
    return GoUrl.isAbsolute(text);
  }

  /** Whether {@code text} is a URL of the web, or a host with perhaps a path. */
  static boolean isUrl(String text) {
    int length = text.codePointCount(0, text.length());
    if (length <= MIN_URL_LENGTH || length >= MAX_URL_LENGTH || text.startsWith(".")) {
      return false;
    }
    boolean isSchemeless = text.contains(":") && !text.contains("://");
    return GoUrl.isUrl(isSchemeless ? "http://" + text : text)
        && (text.contains("://") || text.contains("."))
        && URL.matcher(text).matches();
  }

  static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }
}
