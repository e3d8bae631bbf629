package dev.plimsoll.chart;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether Go's {@code net/url.Parse} accepts a text, as far as charts and schemas need it. */
public final class GoUrl {

  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
  private static final Pattern HOST_PORT = Pattern.compile("(\\[[^\\]]*\\]|[^\\[\\]:]*)(:[0-9]*)?");

  private GoUrl() {}

  /** Whether it is a URL with a scheme. */
  public static boolean isAbsolute(String text) {
    return SCHEME.matcher(withoutFragment(text)).matches() && isUrl(text);
  }

  /** Whether it is a URL or a relative reference. */
  public static boolean isUrl(String text) {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      return false;
    }
    int hash = text.indexOf('#');
    if (hash >= 0 && !isEscapedWell(text.substring(hash + 1))) {
      return false;
    }
    String bare = withoutFragment(text);
    if (bare.startsWith(":")) {
      return false;
    }
    Matcher scheme = SCHEME.matcher(bare);
    boolean absolute = scheme.matches();
    String rest = absolute ? scheme.group(2) : bare;
    int question = rest.indexOf('?');
    String path = question < 0 ? rest : rest.substring(0, question);
    if (!path.startsWith("/")) {
      int slash = path.indexOf('/');
      String first = slash < 0 ? path : path.substring(0, slash);
      // A relative path may not look like a scheme; an opaque URI may hold anything.
      return absolute || (!first.contains(":") && isEscapedWell(path));
    }
    if (!path.startsWith("//") || path.startsWith("///")) {
      return isEscapedWell(path);
    }
    int slash = path.indexOf('/', 2);
    String authority = slash < 0 ? path.substring(2) : path.substring(2, slash);
    return isAuthority(authority) && isEscapedWell(slash < 0 ? "" : path.substring(slash));
  }

  /** Braces that open and close in turn within each segment of the path. */
  public static boolean isTemplate(String text) {
    if (!isUrl(text)) {
      return false;
    }
    int question = withoutFragment(text).indexOf('?');
    String bare = question < 0 ? withoutFragment(text) : text.substring(0, question);
    boolean open = false;
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (c == '/' && open) {
        return false;
      }
      if (c == '{' || c == '}') {
        if ((c == '{') == open) {
          return false;
        }
        open = !open;
      }
    }
    return !open;
  }

  private static boolean isAuthority(String authority) {
    int user = authority.lastIndexOf('@');
    String host = authority.substring(user + 1);
    if (user >= 0 && !authority.substring(0, user).matches("[A-Za-z0-9\\-._:~!$&'()*+,;=%@]*")) {
      return false;
    }
    Matcher matcher = HOST_PORT.matcher(host);
    if (!matcher.matches()) {
      return false;
    }
    String name = matcher.group(1);
    if (name.startsWith("[")) {
      return IpText.isV6(name.substring(1, name.length() - 1));
    }
    return !name.matches("(?s).*[ \\\\^`{}|].*") && isEscapedWell(name);
  }

  private static boolean isEscapedWell(String text) {
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
      boolean hex =
          i + 2 < text.length()
              && Character.digit(text.charAt(i + 1), 16) >= 0
              && Character.digit(text.charAt(i + 2), 16) >= 0;
      if (!hex) {
        return false;
      }
    }
    return true;
  }

  private static String withoutFragment(String text) {
    int hash = text.indexOf('#');
    return hash < 0 ? text : text.substring(0, hash);
  }
}
