package dev.plimsoll.template.function;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A PEM block ({@code encoding/pem}).
 *
 * @param type between {@code BEGIN} and the dashes
 */
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
record Pem(String type, byte[] bytes) {

  private static final int LINE = 64;

  private static final Pattern BEGIN =
      Pattern.compile("(?m)^-----BEGIN ([^\\n]*?)-----[ \\t\\r]*$");

  /** The first block of a text; null if there is none. */
  static @Nullable Pem first(String text) {
    Matcher begin = BEGIN.matcher(text);
    while (begin.find()) {
      String type = begin.group(1);
      int end = text.indexOf("-----END " + type + "-----", begin.end());
      if (end >= 0) {
        String body = text.substring(begin.end(), end);
        // Headers end with an empty line.
        int headers = body.indexOf(':') < 0 ? -1 : body.indexOf("\n\n");
        byte[] bytes = decode(headers < 0 ? body : body.substring(headers));
        if (bytes != null) {
          return new Pem(type, bytes);
        }
      }
    }
    return null;
  }

  private static byte @Nullable [] decode(String body) {
    try {
      return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      // No Base64: Go goes on to the next block.
      return null;
    }
  }

  /** {@code pem.Encode}: lines of 64 characters. */
  String encode() {
    Base64.Encoder encoder = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(type, encoder.encodeToString(bytes), type);
  }
}
