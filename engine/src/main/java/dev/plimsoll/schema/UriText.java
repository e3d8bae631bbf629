package dev.plimsoll.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** URIs as text, resolved as Go's {@code net/url} does. */
final class UriText {

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
  private static final String LEGAL = "-._~:/?[]@!$&'()*+,;=%";

  private UriText() {}

  /** The part before {@code #}. */
  static String withoutFragment(String uri) {
    int hash = uri.indexOf('#');
    return hash < 0 ? uri : uri.substring(0, hash);
  }

  /** The part behind {@code #}, percent-decoded; empty if there is none. */
  static String fragment(String uri) {
    int hash = uri.indexOf('#');
    return hash < 0 ? "" : decode(uri.substring(hash + 1));
  }

  /** {@code reference}, which has no fragment, seen from {@code base}. */
  static String resolve(String base, String reference) {
    if (reference.isEmpty()) {
      return base;
    }
    if (SCHEME.matcher(reference).matches()) {
      return reference;
    }
    try {
      URI absolute = new URI(legal(base));
      if (absolute.isOpaque()) {
        return base;
      }
      String resolved = absolute.resolve(new URI(legal(reference))).toString();
      // java.net.URI drops the empty authority of a file URI.
      return resolved.startsWith("file:/") && !resolved.startsWith("file://")
          ? "file://" + resolved.substring("file:".length())
          : resolved;
    } catch (URISyntaxException unresolvable) {
      return reference;
    }
  }

  static boolean isHttp(String uri) {
    return uri.startsWith("http://") || uri.startsWith("https://");
  }

  private static String legal(String uri) {
    StringBuilder legal = new StringBuilder();
    for (byte b : uri.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || LEGAL.indexOf(c) >= 0);
      if (plain) {
        legal.append(c);
      } else {
        legal
            .append('%')
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
      }
    }
    return legal.toString();
  }

  private static String decode(String fragment) {
    if (fragment.indexOf('%') < 0) {
      return fragment;
    }
    byte[] source = fragment.getBytes(StandardCharsets.UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(source.length);
    for (int i = 0; i < source.length; i++) {
      int high = i + 2 < source.length ? Character.digit(source[i + 1], 16) : -1;
      int low = i + 2 < source.length ? Character.digit(source[i + 2], 16) : -1;
      if (source[i] == '%' && high >= 0 && low >= 0) {
        decoded.put((byte) (high * 16 + low));
        i += 2;
      } else {
        decoded.put(source[i]);
      }
    }
    return new String(decoded.array(), 0, decoded.position(), StandardCharsets.UTF_8);
  }
}
