package dev.plimsoll.yaml;

import org.yaml.snakeyaml.tokens.Token;

/** Scans anchors, tags and directives as go-yaml does, for {@link GoYamlScanner}. */
final class GoYamlProperties {

  private static final String ANCHOR_ENDS = "?:,]}%@`";
  private static final String URI = ";/?:@&=+$,.!~*'()[]%";

  /** Go's {@code max_number_length}. */
  private static final int VERSION_DIGITS = 2;

  private final GoYamlInput input;

  GoYamlProperties(GoYamlInput input) {
    this.input = input;
  }

  GoYamlScanner.Lexeme anchor(Token.ID id) throws GoYamlFault {
    int line = input.line();
    input.skip();
    String name = input.word();
    if (name.isEmpty() || !(input.atBlankBreakOrEnd() || ANCHOR_ENDS.indexOf(input.peek()) >= 0)) {
      throw input.fault("did not find expected alphabetic or numeric character");
    }
    return new GoYamlScanner.Lexeme(id, line, name);
  }

  /** A tag; its text is the handle, empty for one that needs none. */
  GoYamlScanner.Lexeme tag() throws GoYamlFault {
    int line = input.line();
    String handle = "";
    if (input.peek(1) == '<') {
      input.skip(2);
      uri("");
      if (input.peek() != '>') {
        throw input.fault("did not find the expected '>'");
      }
      input.skip();
    } else {
      handle = handle(false);
      if (handle.length() > 1 && handle.endsWith("!")) {
        uri("");
      } else {
        handle = uri(handle) == 0 ? "" : "!";
      }
    }
    if (!input.atBlankBreakOrEnd()) {
      throw input.fault("did not find expected whitespace or line break");
    }
    return new GoYamlScanner.Lexeme(Token.ID.Tag, line, handle);
  }

  private String handle(boolean inDirective) throws GoYamlFault {
    if (input.peek() != '!') {
      throw input.fault("did not find expected '!'");
    }
    input.skip();
    String handle = "!" + input.word();
    if (input.peek() == '!') {
      input.skip();
      return handle + "!";
    }
    if (inDirective && !handle.equals("!")) {
      throw input.fault("did not find expected '!'");
    }
    return handle;
  }

  /** How long the tag is, with what was read of it and without the {@code !} before. */
  private int uri(String head) throws GoYamlFault {
    int length = Math.max(0, head.length() - 1);
    boolean isThere = !head.isEmpty();
    while (Cursor.isWord(input.peek()) || URI.indexOf(input.peek()) >= 0) {
      if (input.peek() == '%') {
        escapes();
      } else {
        input.skip();
      }
      length++;
      isThere = true;
    }
    if (!isThere) {
      throw input.fault("did not find expected tag URI");
    }
    return length;
  }

  /** One character of UTF-8 as escaped bytes. */
  private void escapes() throws GoYamlFault {
    int left = 0;
    do {
      int high = Character.digit(input.peek(1), 16);
      int low = Character.digit(input.peek(2), 16);
      if (input.peek() != '%' || high < 0 || low < 0) {
        throw input.fault("did not find URI escaped octet");
      }
      int octet = high * 16 + low;
      if (left == 0) {
        left = width(octet);
        if (left == 0) {
          throw input.fault("found an incorrect leading UTF-8 octet");
        }
      } else if ((octet & 0xC0) != 0x80) {
        throw input.fault("found an incorrect trailing UTF-8 octet");
      }
      input.skip(3);
      left--;
    } while (left > 0);
  }

  private static int width(int octet) {
    if ((octet & 0x80) == 0) {
      return 1;
    }
    if ((octet & 0xE0) == 0xC0) {
      return 2;
    }
    if ((octet & 0xF0) == 0xE0) {
      return 3;
    }
    return (octet & 0xF8) == 0xF0 ? 4 : 0;
  }

  /** A directive; its text is {@code YAML 1.1}, or {@code TAG} and the handle. */
  GoYamlScanner.Lexeme directive() throws GoYamlFault {
    int line = input.line();
    input.skip();
    String name = input.word();
    if (name.isEmpty()) {
      throw input.fault("could not find expected directive name");
    }
    if (!input.atBlankBreakOrEnd()) {
      throw input.fault("found unexpected non-alphabetical character");
    }
    String text =
        switch (name) {
          case "YAML" -> "YAML " + version();
          case "TAG" -> "TAG " + tagDirective();
          default -> throw input.fault("found unknown directive name");
        };
    input.endLine();
    return new GoYamlScanner.Lexeme(Token.ID.Directive, line, text);
  }

  private String version() throws GoYamlFault {
    input.skipBlanks();
    int major = number();
    if (input.peek() != '.') {
      throw input.fault("did not find expected digit or '.' character");
    }
    input.skip();
    return major + "." + number();
  }

  private int number() throws GoYamlFault {
    int number = 0;
    int length = 0;
    while (input.peek() >= '0' && input.peek() <= '9') {
      if (++length > VERSION_DIGITS) {
        throw input.fault("found extremely long version number");
      }
      number = number * 10 + input.peek() - '0';
      input.skip();
    }
    if (length == 0) {
      throw input.fault("did not find expected version number");
    }
    return number;
  }

  private String tagDirective() throws GoYamlFault {
    input.skipBlanks();
    String handle = handle(true);
    if (!input.atBlank()) {
      throw input.fault("did not find expected whitespace");
    }
    input.skipBlanks();
    uri("");
    if (!input.atBlankBreakOrEnd()) {
      throw input.fault("did not find expected whitespace or line break");
    }
    return handle;
  }
}
