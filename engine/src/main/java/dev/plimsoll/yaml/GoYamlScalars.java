package dev.plimsoll.yaml;

/** Scans scalars as go-yaml does, for {@link GoYamlScanner}; what they say is of no interest. */
final class GoYamlScalars {

  private static final String ESCAPES = "0abt\tnvfre \"'\\N_LP";
  private static final String FLOW_INDICATORS = ",?[]{}";

  private final GoYamlInput input;

  GoYamlScalars(GoYamlInput input) {
    this.input = input;
  }

  /**
   * A literal or folded scalar.
   *
   * @param parent the column of the block around it, -1 without one
   */
  void block(int parent) throws GoYamlFault {
    input.skip();
    int increment = header();
    int indent = increment == 0 ? 0 : Math.max(parent, 0) + increment;
    indent = blockBreaks(indent, parent);
    while (input.column() == indent && input.peek() != Cursor.END) {
      input.skipLine();
      if (input.atBreak()) {
        input.skipBreak();
      }
      indent = blockBreaks(indent, parent);
    }
  }

  /** The first line; what it says of the indentation, 0 for nothing. */
  private int header() throws GoYamlFault {
    int increment = 0;
    if (atChomping()) {
      input.skip();
      increment = increment();
    } else {
      increment = increment();
      if (increment > 0 && atChomping()) {
        input.skip();
      }
    }
    input.endLine();
    return increment;
  }

  private boolean atChomping() throws GoYamlFault {
    return input.peek() == '+' || input.peek() == '-';
  }

  private int increment() throws GoYamlFault {
    int c = input.peek();
    if (c < '0' || c > '9') {
      return 0;
    }
    if (c == '0') {
      throw input.fault("found an indentation indicator equal to 0");
    }
    input.skip();
    return c - '0';
  }

  private int blockBreaks(int known, int parent) throws GoYamlFault {
    int deepest = 0;
    while (true) {
      while ((known == 0 || input.column() < known) && input.peek() == ' ') {
        input.skip();
      }
      deepest = Math.max(deepest, input.column());
      if ((known == 0 || input.column() < known) && input.peek() == '\t') {
        throw input.fault("found a tab character where an indentation space is expected");
      }
      if (!input.atBreak()) {
        return known == 0 ? Math.max(1, Math.max(deepest, parent + 1)) : known;
      }
      input.skipBreak();
    }
  }

  /** A scalar in quotes. */
  void quoted(char quote) throws GoYamlFault {
    input.skip();
    while (true) {
      if (input.atDocumentIndicator()) {
        throw input.fault("found unexpected document indicator");
      }
      if (input.peek() == Cursor.END) {
        throw input.fault("found unexpected end of stream");
      }
      quotedText(quote);
      if (input.peek() == quote) {
        input.skip();
        return;
      }
      while (input.atBlank() || input.atBreak()) {
        if (input.atBlank()) {
          input.skip();
        } else {
          input.skipBreak();
        }
      }
    }
  }

  private void quotedText(char quote) throws GoYamlFault {
    while (!input.atBlankBreakOrEnd()) {
      int c = input.peek();
      if (c == quote && !(quote == '\'' && input.peek(1) == quote)) {
        return;
      }
      if (c == quote) {
        input.skip(2);
      } else if (quote == '"' && c == '\\') {
        if (Cursor.isBreak(input.peek(1))) {
          input.skip();
          input.skipBreak();
          return;
        }
        escape();
      } else {
        input.skip();
      }
    }
  }

  private void escape() throws GoYamlFault {
    int c = input.peek(1);
    int digits =
        switch (c) {
          case 'x' -> 2;
          case 'u' -> 4;
          case 'U' -> 8;
          default -> 0;
        };
    if (digits == 0 && ESCAPES.indexOf(c) < 0) {
      throw input.fault("found unknown escape character");
    }
    input.skip(2);
    long value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = hex(input.peek(i));
      if (digit < 0) {
        throw input.fault("did not find expected hexdecimal number");
      }
      value = value * 16 + digit;
    }
    if ((value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF) {
      throw input.fault("found invalid Unicode character escape code");
    }
    input.skip(digits);
  }

  /** Of ASCII alone, unlike Java's. */
  private static int hex(int c) {
    return c < 0 || c > 'f' ? -1 : Character.digit(c, 16);
  }

  /**
   * A scalar without quotes.
   *
   * @param indent the least column of its further lines
   * @return whether it ends on a later line, where a key may start
   */
  boolean plain(int indent, boolean inFlow) throws GoYamlFault {
    boolean leading = false;
    while (!input.atDocumentIndicator() && input.peek() != '#') {
      while (!input.atBlankBreakOrEnd() && !endsPlain(inFlow)) {
        leading = false;
        input.skip();
      }
      if (!input.atBlank() && !input.atBreak()) {
        break;
      }
      while (input.atBlank() || input.atBreak()) {
        if (input.atBreak()) {
          input.skipBreak();
          leading = true;
        } else if (leading && input.column() < indent && input.peek() == '\t') {
          throw input.fault("found a tab character that violates indentation");
        } else {
          input.skip();
        }
      }
      if (!inFlow && input.column() < indent) {
        break;
      }
    }
    return leading;
  }

  private boolean endsPlain(boolean inFlow) throws GoYamlFault {
    return (input.peek() == ':' && Cursor.isBlankOrBreak(input.peek(1)))
        || (inFlow && FLOW_INDICATORS.indexOf(input.peek()) >= 0);
  }
}
