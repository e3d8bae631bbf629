package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoQuotes;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A URL as Go's {@code net/url} takes it apart.
 *
 * @param userInfo escaped, with its password
 * @param path decoded
 * @param rawPath as it was written; empty if unknown
 * @param query without its question mark
 * @param fragment decoded
 */
public record GoNetUrl(
    String scheme,
    String opaque,
    String userInfo,
    String host,
    String path,
    String rawPath,
    String query,
    String fragment) {

  private static final String UNRESERVED = "-_.~";

  /**
   * {@code url.Parse}.
   *
   * @throws GoFailure with Go's error
   */
  public static GoNetUrl parse(String text) {
    try {
      return parts(text);
    } catch (GoFailure e) {
      throw new GoFailure("parse " + GoQuotes.quote(text) + ": " + e.text());
    }
  }

  private static GoNetUrl parts(String text) {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new GoFailure("net/url: invalid control character in URL");
    }
    int hash = text.indexOf('#');
    String fragment = hash < 0 ? "" : decode(text.substring(hash + 1));
    String rest = hash < 0 ? text : text.substring(0, hash);
    int colon = schemeEnd(rest);
    String scheme = colon < 0 ? "" : rest.substring(0, colon).toLowerCase(Locale.ROOT);
    rest = rest.substring(colon + 1);
    int question = rest.indexOf('?');
    String query = question < 0 ? "" : rest.substring(question + 1);
    rest = question < 0 ? rest : rest.substring(0, question);
    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        return new GoNetUrl(scheme, rest, "", "", "", "", query, fragment);
      }
      int slash = rest.indexOf('/');
      if ((slash < 0 ? rest : rest.substring(0, slash)).contains(":")) {
        throw new GoFailure("first path segment in URL cannot contain colon");
      }
    }
    String authority = "";
    if (rest.startsWith("//") && !(scheme.isEmpty() && rest.startsWith("///"))) {
      int end = rest.indexOf('/', 2);
      authority = end < 0 ? rest.substring(2) : rest.substring(2, end);
      rest = end < 0 ? "" : rest.substring(end);
    }
    int at = authority.lastIndexOf('@');
    String host = host(authority.substring(at + 1));
    String user = at < 0 ? "" : user(authority.substring(0, at));
    return new GoNetUrl(scheme, "", user, host, decode(rest), rest, query, fragment);
  }

  /** The offset of the colon behind a scheme; -1 without one. */
  private static int schemeEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c < 0x80 && Character.isLetter(c);
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (c == ':') {
        if (i == 0) {
          throw new GoFailure("missing protocol scheme");
        }
        return i;
      }
      if (!letter && !(later && i > 0)) {
        return -1;
      }
    }
    return -1;
  }

  private static String user(String info) {
    int colon = info.indexOf(':');
    String name = escape(decode(colon < 0 ? info : info.substring(0, colon)), "$&+,;=");
    return colon < 0 ? name : name + ":" + escape(decode(info.substring(colon + 1)), "$&+,;=");
  }

  private static String host(String host) {
    int bracket = host.lastIndexOf(']');
    if (host.startsWith("[") && bracket < 0) {
      throw new GoFailure("missing ']' in host");
    }
    int colon = host.indexOf(':', Math.max(0, bracket));
    String port = colon < 0 ? "" : host.substring(colon);
    if (port.length() > 1 && !port.substring(1).chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new GoFailure("invalid port " + GoQuotes.quote(port) + " after host");
    }
    if (host.indexOf(' ') >= 0) {
      throw new GoFailure("invalid character \" \" in host name");
    }
    return decode(host);
  }

  /** The host without its port and brackets. */
  public String hostname() {
    int bracket = host.lastIndexOf(']');
    if (host.startsWith("[") && bracket > 0) {
      return host.substring(1, bracket);
    }
    int colon = host.indexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  /** {@code URL.String}. */
  String print() {
    StringBuilder text = new StringBuilder();
    if (!scheme.isEmpty()) {
      text.append(scheme).append(':');
    }
    if (!opaque.isEmpty()) {
      text.append(opaque);
    } else {
      if (!scheme.isEmpty() || !host.isEmpty() || !userInfo.isEmpty()) {
        if (!host.isEmpty() || !path.isEmpty() || !userInfo.isEmpty()) {
          text.append("//");
        }
        text.append(userInfo).append(userInfo.isEmpty() ? "" : "@");
        text.append(escape(host, "!$&'()*+,;=:[]<>\""));
      }
      String escaped = escape(path, "$&+,/:;=@");
      if (!escaped.isEmpty() && !escaped.startsWith("/") && !host.isEmpty()) {
        text.append('/');
      }
      if (text.isEmpty() && escaped.split("/", 2)[0].contains(":")) {
        text.append("./");
      }
      text.append(escaped);
    }
    text.append(query.isEmpty() ? "" : "?" + query);
    return text.append(fragment.isEmpty() ? "" : "#" + escape(fragment, "!$&'()*+,/:;=?@"))
        .toString();
  }

  private static String escape(String text, String kept) {
    StringBuilder escaped = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      boolean plain = c < 0x80 && Character.isLetterOrDigit(c);
      if (plain || UNRESERVED.indexOf(c) >= 0 || kept.indexOf(c) >= 0) {
        escaped.append(c);
      } else {
        escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
    return escaped.toString();
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%') {
        boolean valid =
            i + 2 < bytes.length
                && Character.digit(bytes[i + 1], 16) >= 0
                && Character.digit(bytes[i + 2], 16) >= 0;
        if (!valid) {
          String rest = new String(bytes, i, bytes.length - i, StandardCharsets.UTF_8);
          throw new GoFailure(
              "invalid URL escape "
                  + GoQuotes.quote(rest.substring(0, Math.min(3, rest.length()))));
        }
        bytes[length++] =
            (byte) (Character.digit(bytes[i + 1], 16) * 16 + Character.digit(bytes[i + 2], 16));
        i += 2;
      } else {
        bytes[length++] = bytes[i];
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
