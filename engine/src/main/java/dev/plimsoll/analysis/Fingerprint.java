package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Sha256;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A name for a diagnostic that outlives edits elsewhere in its file.
 *
 * <p>It is made of the rule, the message, the file, the object if there is one, and the keys that
 * lead to the place: not of line numbers, indentation or the value. The keys are told by
 * indentation alone, so that the same works for values, templates, JSON and text that is no valid
 * YAML. Two diagnostics that differ in nothing but, say, their index in a list of plain items share
 * a fingerprint.
 */
public final class Fingerprint {

  /** Half of SHA-256: enough to tell apart what one project can hold. */
  private static final int BYTES = 16;

  private static final char SEPARATOR = '\0';

  /** Fields that name a list item, so that it is still found when it moves inside its list. */
  private static final List<String> NAMING_KEYS = List.of("name", "id", "key", "kind");

  private Fingerprint() {}

  /**
   * 32 lower-case hexadecimal digits. Cells that are affected, severity and fixes do not matter. Of
   * several objects the first counts.
   */
  public static String of(Diagnostic said) {
    Diagnostic diagnostic = said.alone().getFirst();
    StringBuilder text = new StringBuilder();
    text.append(diagnostic.rule().value()).append(SEPARATOR);
    text.append(diagnostic.message()).append(SEPARATOR);
    text.append(diagnostic.location().file().path()).append(SEPARATOR);
    Optional<ObjectRef> object = diagnostic.object();
    if (object.isPresent()) {
      text.append(object.get()).append(SEPARATOR);
    }
    appendKeys(diagnostic.location().file(), diagnostic.location().span(), text);
    byte[] hash = Sha256.of(text.toString());
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }

  private static void appendKeys(SourceFile file, Span span, StringBuilder keys) {
    LineIndex lines = file.lines();
    int number = lines.lineOf(span.start());
    Line child = Line.of(file, lines.line(number));
    keys.append(child.key);
    for (int i = number - 1; i > 0 && (child.indent > 0 || child.isItem); i--) {
      Line line = Line.of(file, lines.line(i));
      if (line.isParentOf(child)) {
        keys.append(SEPARATOR).append(line.key);
        child = line;
      }
    }
  }

  /**
   * What one line says about where it belongs.
   *
   * @param indent how far its text, or its dash, is from the left; -1 for a line that says nothing
   */
  private record Line(int indent, boolean isItem, String key) {

    private static final Line NOTHING = new Line(-1, false, "");

    static Line of(SourceFile file, Span span) {
      String text = file.text();
      int start = span.start();
      while (start < span.end() && isBlank(text.charAt(start))) {
        start++;
      }
      if (start == span.end() || text.charAt(start) == '#') {
        return NOTHING;
      }
      boolean isItem = isDash(text, start, span.end());
      int content = start;
      while (content < span.end()
          && (isBlank(text.charAt(content)) || isDash(text, content, span.end()))) {
        content++;
      }
      return new Line(start - span.start(), isItem, key(text, content, span.end(), isItem));
    }

    boolean isParentOf(Line child) {
      if (indent < 0) {
        return false;
      }
      // A list may stand as far left as the key that it belongs to.
      return indent < child.indent || (indent == child.indent && child.isItem && !isItem);
    }

    private static String key(String text, int start, int end, boolean isItem) {
      int colon = colon(text, start, end);
      String key = colon < 0 ? "" : text.substring(start, colon).strip();
      if (!isItem) {
        return key;
      }
      String name = NAMING_KEYS.contains(key) ? text.substring(colon + 1, end).strip() : "";
      return "- " + key + name;
    }

    /** The colon behind a key; that of {@code http://} is none. */
    private static int colon(String text, int start, int end) {
      for (int i = start; i < end; i++) {
        if (text.charAt(i) == ':' && (i + 1 == end || isBlank(text.charAt(i + 1)))) {
          return i;
        }
      }
      return -1;
    }

    private static boolean isDash(String text, int at, int end) {
      return text.charAt(at) == '-' && (at + 1 == end || isBlank(text.charAt(at + 1)));
    }

    private static boolean isBlank(char c) {
      return c == ' ' || c == '\t';
    }
  }
}
