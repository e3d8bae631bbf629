package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.tokens.Token;

/** Reads what stands around values: anchors, aliases, tags, directives and comments. */
final class PropertyScanner {

  private static final Map<String, String> DEFAULT_HANDLES =
      Map.of("!", "!", "!!", ScalarResolver.PREFIX);

  private static final String URI_SIGNS = ";/?:@&=+$,.!~*'()[]%";

  private final Cursor cursor;
  private final Tokens tokens;
  private final Problems problems;
  private final List<YamlComment> comments = new ArrayList<>();
  private final Map<String, String> handles = new HashMap<>();
  private boolean hasVersion;

  PropertyScanner(Cursor cursor, Tokens tokens, Problems problems) {
    this.cursor = cursor;
    this.tokens = tokens;
    this.problems = problems;
  }

  List<YamlComment> comments() {
    return comments;
  }

  /** Reads the comment at the cursor. */
  void scanComment() {
    int start = cursor.offset();
    boolean ownLine = cursor.isFirstOnLine(start);
    cursor.skipToLineEnd();
    comments.add(new YamlComment(new Span(start, cursor.offset()), ownLine));
  }

  /**
   * Reads an anchor or alias.
   *
   * @return false, with a problem, if it is none; the cursor is where it was
   */
  boolean scanAnchor(boolean alias) {
    Cursor.Place place = cursor.place();
    int start = cursor.offset();
    cursor.skip();
    while (Cursor.isWord(cursor.peek())) {
      cursor.skip();
    }
    int end = cursor.offset();
    int next = cursor.peek();
    if (end == start + 1 || !(Cursor.isBlankOrBreak(next) || "?:,]}%@`".indexOf(next) >= 0)) {
      problems.add(
          YamlProblem.Kind.SYNTAX,
          start,
          start + 1,
          alias
              ? "A text that starts with `*` is taken for an alias, and this is no alias name; put it "
                  + "in quotes."
              : "A text that starts with `&` is taken for an anchor, and this is no anchor name; put "
                  + "it in quotes.");
      cursor.moveTo(place);
      return false;
    }
    String name = cursor.text().substring(start + 1, end);
    if (alias) {
      tokens.addAlias(name, start, end);
    } else {
      tokens.addAnchor(name, start, end);
    }
    return true;
  }

  /** Reads the tag at the cursor and resolves its handle. */
  void scanTag() {
    int start = cursor.offset();
    String tag = cursor.peek(1) == '<' ? scanVerbatimTag() : scanShortTag();
    if (!Cursor.isBlankOrBreak(cursor.peek())) {
      while (!Cursor.isBlankOrBreak(cursor.peek())) {
        cursor.skip();
      }
      report(start, "This is no tag; put the text in quotes if it shall start with `!`.");
    }
    tokens.addTag(tag, start, cursor.offset());
  }

  private String scanVerbatimTag() {
    int start = cursor.offset();
    cursor.skip(2);
    String tag = scanUri();
    if (cursor.peek() == '>' && !tag.isEmpty()) {
      cursor.skip();
    } else {
      report(start, "This tag does not end with `>`.");
    }
    return tag.isEmpty() ? "!" : tag;
  }

  private String scanShortTag() {
    int start = cursor.offset();
    String handle = scanHandle();
    if (handle.length() > 1 && handle.endsWith("!")) {
      String suffix = scanUri();
      if (suffix.isEmpty()) {
        report(start, "This tag has no name behind `%s`.".formatted(handle));
      }
      return prefix(handle, start) + suffix;
    }
    String suffix = handle.substring(1) + scanUri();
    return suffix.isEmpty() ? "!" : prefix("!", start) + suffix;
  }

  private String prefix(String handle, int start) {
    String prefix = handles.getOrDefault(handle, DEFAULT_HANDLES.get(handle));
    if (prefix != null) {
      return prefix;
    }
    report(
        start,
        "No `%%TAG` directive of this document says what the tag handle `%s` stands for."
            .formatted(handle));
    return handle;
  }

  private String scanHandle() {
    int start = cursor.offset();
    cursor.skip();
    while (Cursor.isWord(cursor.peek())) {
      cursor.skip();
    }
    if (cursor.peek() == '!') {
      cursor.skip();
    }
    return cursor.text().substring(start, cursor.offset());
  }

  private String scanUri() {
    StringBuilder uri = new StringBuilder();
    while (Cursor.isWord(cursor.peek()) || isUriSign(cursor.peek())) {
      if (cursor.peek() != '%') {
        uri.append((char) cursor.peek());
        cursor.skip();
      } else if (!scanUriEscape(uri)) {
        report(cursor.offset() - 1, "A `%` in a tag needs two hexadecimal digits behind it.");
      }
    }
    return uri.toString();
  }

  private static boolean isUriSign(int c) {
    return c > 0 && URI_SIGNS.indexOf(c) >= 0;
  }

  /** One character in UTF-8, each byte as {@code %XX}. */
  private boolean scanUriEscape(StringBuilder uri) {
    byte[] bytes = new byte[4];
    int count = 0;
    int length = 1;
    while (count < length) {
      int octet = octet();
      if (octet < 0) {
        cursor.skip();
        return false;
      }
      if (count == 0) {
        length = octet < 0x80 ? 1 : octet < 0xE0 ? 2 : octet < 0xF0 ? 3 : 4;
      }
      bytes[count++] = (byte) octet;
      cursor.skip(3);
    }
    try {
      uri.append(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, count)));
      return true;
    } catch (CharacterCodingException e) {
      // Bytes that are no character.
      return false;
    }
  }

  private int octet() {
    if (cursor.peek() != '%' || cursor.peek(1) >= 128 || cursor.peek(2) >= 128) {
      return -1;
    }
    int high = Character.digit(cursor.peek(1), 16);
    int low = Character.digit(cursor.peek(2), 16);
    return high < 0 || low < 0 ? -1 : (high << 4) | low;
  }

  /** A document starts or ends: directives hold for the document whose {@code ---} follows them. */
  void startDocument(boolean start) {
    if (!start || !tokens.lastIs(Token.ID.Directive)) {
      handles.clear();
      hasVersion = false;
    }
  }

  /** Reads the directive at the cursor, and the rest of its line. */
  void scanDirective() {
    int start = cursor.offset();
    if (!tokens.lastIs(Token.ID.Directive)) {
      handles.clear();
      hasVersion = false;
    }
    cursor.skip();
    int nameStart = cursor.offset();
    while (Cursor.isWord(cursor.peek())) {
      cursor.skip();
    }
    String name = cursor.text().substring(nameStart, cursor.offset());
    boolean valid =
        switch (name) {
          case "YAML" -> scanVersion();
          case "TAG" -> scanTagDirective();
          default -> false;
        };
    int end = cursor.offset();
    cursor.skipBlanks();
    if (cursor.peek() == '#' && valid) {
      scanComment();
    }
    if (valid && Cursor.isBreakOrEnd(cursor.peek())) {
      tokens.addDirective(start, end);
      return;
    }
    cursor.skipToLineEnd();
    report(
        start,
        "A line that starts with `%` is a directive, and Helm knows `%YAML 1.1` and `%TAG` before "
            + "a `---` only; put the text in quotes if it is a value.");
  }

  /** {@code 1.1} once, the only version that go-yaml v2 reads. */
  private boolean scanVersion() {
    int start = cursor.offset();
    cursor.skipBlanks();
    int numberStart = cursor.offset();
    while (cursor.peek() == '.' || (cursor.peek() >= '0' && cursor.peek() <= '9')) {
      cursor.skip();
    }
    String version = cursor.text().substring(numberStart, cursor.offset());
    boolean valid = numberStart > start && version.matches("0?1\\.0?1") && !hasVersion;
    hasVersion = true;
    return valid;
  }

  private boolean scanTagDirective() {
    int start = cursor.offset();
    cursor.skipBlanks();
    if (cursor.offset() == start || cursor.peek() != '!') {
      return false;
    }
    String handle = scanHandle();
    boolean handleEnds = handle.endsWith("!") && Cursor.isBlank(cursor.peek());
    cursor.skipBlanks();
    String prefix = scanUri();
    return handleEnds
        && !prefix.isEmpty()
        && Cursor.isBlankOrBreak(cursor.peek())
        && handles.putIfAbsent(handle, prefix) == null;
  }

  private void report(int start, String message) {
    problems.add(YamlProblem.Kind.SYNTAX, start, Math.max(start + 1, cursor.offset()), message);
  }
}
