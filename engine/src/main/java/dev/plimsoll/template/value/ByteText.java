package dev.plimsoll.template.value;

import dev.plimsoll.values.GoText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text by its bytes, which is what Go's slices and lengths of strings count. */
public final class ByteText {

  private ByteText() {}

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** The bytes {@code start} to {@code end} of a text: Go's {@code text[start:end]}. */
  public static TracedText slice(TracedText text, int start, int end) {
    if (isAscii(text.text())) {
      return text.substring(start, end);
    }
    byte[] bytes = GoText.encode(text.text());
    String before = GoText.decode(Arrays.copyOf(bytes, start));
    String part = GoText.decode(Arrays.copyOfRange(bytes, start, end));
    boolean isWhole = text.text().startsWith(before) && text.text().startsWith(part, before.length());
    return isWhole
        ? text.substring(before.length(), before.length() + part.length())
        : TracedText.computed(part, text.trace());
  }

  /** One character for each byte, for algorithms that work on bytes. */
  public static String widen(String text) {
    return isAscii(text) ? text : new String(GoText.encode(text), StandardCharsets.ISO_8859_1);
  }

  /** The text of which {@link #widen} made {@code bytes}. */
  public static String narrow(String bytes) {
    return isAscii(bytes) ? bytes : GoText.decode(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }
}
