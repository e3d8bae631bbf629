package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.tokens.Token;

/**
 * Splits a text into the tokens of SnakeYAML's grammar by the lexical rules of go-yaml v2 ({@code
 * scannerc.go}), which accept and refuse other texts than SnakeYAML's scanner does.
 *
 * <p>Never fails: what go-yaml refuses becomes a problem and is read as what it was most likely
 * meant to be, so that one pass finds the errors of the whole text.
 */
final class YamlScanner {

  /** How deep go-yaml lets brackets and indentation nest. */
  private static final int MAX_DEPTH = 10_000;

  private final Cursor cursor;
  private final Tokens tokens = new Tokens();
  private final Problems problems = new Problems();

  private final Indentation indentation = new Indentation(tokens);
  private final FlowLevels flows;
  private final SimpleKeys keys;
  private final PropertyScanner properties;
  private final QuotedScalarScanner quoted;
  private final PlainScalarScanner plain;
  private final BlockScalarScanner block;
  private final TabIndentation tabs;
  private int unclosedFlow = -1;
  private boolean done;

  /**
   * @param unclosed the offsets of brackets that an earlier pass found to be without an end: they
   *     end before the next line that looks like an entry of the block around them
   */
  YamlScanner(String text, Set<Integer> unclosed) {
    cursor = new Cursor(text);
    flows = new FlowLevels(cursor, tokens, problems, indentation, unclosed);
    keys = new SimpleKeys(cursor, tokens, problems, indentation, flows);
    properties = new PropertyScanner(cursor, tokens, problems);
    quoted = new QuotedScalarScanner(cursor, tokens, problems, flows);
    plain = new PlainScalarScanner(cursor, tokens, problems, indentation, flows);
    block = new BlockScalarScanner(cursor, tokens, problems, indentation, properties);
    tabs = new TabIndentation(cursor, tokens, problems, indentation);
  }

  List<Token> tokens() {
    return tokens.list();
  }

  List<YamlComment> comments() {
    return properties.comments();
  }

  Problems problems() {
    return problems;
  }

  /** The offset of the first bracket that no end was found for, -1 if there is none. */
  int unclosedFlow() {
    return unclosedFlow;
  }

  /** Reads the whole text, or up to where the bound on problems is reached. */
  YamlScanner scan() {
    reportControlCharacters();
    tokens.add(Token.ID.StreamStart, 0, 0);
    while (!done) {
      if (problems.isFull() || isTooDeep()) {
        cursor.skipToEnd();
      }
      fetchNext();
    }
    return this;
  }

  private boolean isTooDeep() {
    if (flows.depth() < MAX_DEPTH && indentation.depth() < MAX_DEPTH) {
      return false;
    }
    problems.add(
        new YamlProblem(
            YamlProblem.Kind.BOUND,
            Span.at(cursor.offset()),
            "This text nests more than %,d collections, so Helm refuses it.".formatted(MAX_DEPTH)));
    return true;
  }

  private void reportControlCharacters() {
    String text = cursor.text();
    int at = cursor.nextForbidden(0);
    while (at < text.length() && !problems.isFull()) {
      int codePoint = text.codePointAt(at);
      int end = at + Character.charCount(codePoint);
      problems.add(
          YamlProblem.Kind.SYNTAX,
          at,
          end,
          "The control character U+%04X is not allowed in YAML; remove it.".formatted(codePoint));
      at = cursor.nextForbidden(end);
    }
  }

  private void fetchNext() {
    toNextToken();
    if (flows.isBlock()) {
      indentation.unwind(cursor.column(), cursor.offset());
    }
    int c = cursor.peek();
    if (c == Cursor.END) {
      fetchStreamEnd();
    } else if (cursor.column() == 0 && c == '%') {
      fetchDirective();
    } else if (cursor.atDocumentIndicator()) {
      fetchDocumentIndicator(c == '-' ? Token.ID.DocumentStart : Token.ID.DocumentEnd);
    } else if (c == '-' && Cursor.isBlankOrBreak(cursor.peek(1))) {
      fetchBlockEntry();
    } else if (c == '?' && isIndicator()) {
      fetchKey();
    } else if (c == ':' && isIndicator()) {
      fetchValue();
    } else {
      fetchOther(c);
    }
  }

  private void fetchOther(int c) {
    switch (c) {
      case '[' -> fetchFlowStart(Token.ID.FlowSequenceStart);
      case '{' -> fetchFlowMappingStart();
      case ']' -> fetchFlowEnd(Token.ID.FlowSequenceEnd);
      case '}' -> fetchFlowEnd(Token.ID.FlowMappingEnd);
      case ',' -> fetchFlowEntry();
      case '*', '&' -> fetchAnchor(c == '*');
      case '!' -> {
        keys.save();
        keys.allow(false);
        properties.scanTag();
      }
      case '\'', '"' -> {
        keys.save();
        keys.allow(false);
        quoted.scan();
      }
      case '|', '>' -> fetchBlockScalar(c);
      default -> fetchPlain(c);
    }
  }

  private boolean isIndicator() {
    return !flows.isBlock() || Cursor.isBlankOrBreak(cursor.peek(1));
  }

  /** Moves over blanks, comments and line breaks. */
  private void toNextToken() {
    while (true) {
      if (flows.endHere()) {
        keys.dropAbove(flows.depth());
        keys.allow(true);
      }
      skipBlanks();
      while (flows.isBlock() && plain.isTemplateLine()) {
        // A control line of a template; it must not end the block around it.
        int end = plain.reportTemplate();
        while (cursor.offset() < end) {
          cursor.skip();
        }
        cursor.skipBlanks();
      }
      if (cursor.peek() == '#') {
        properties.scanComment();
      }
      if (!Cursor.isBreak(cursor.peek())) {
        return;
      }
      cursor.skipBreak();
      if (flows.isBlock()) {
        keys.allow(true);
      }
    }
  }

  private void skipBlanks() {
    while (Cursor.isBlank(cursor.peek())) {
      if (cursor.peek() == '\t' && flows.isBlock() && keys.allowed()) {
        tabs.skip();
      } else {
        cursor.skip();
      }
    }
  }

  private void fetchStreamEnd() {
    endBlocks();
    tokens.add(Token.ID.StreamEnd, cursor.offset(), cursor.offset());
    done = true;
  }

  private void fetchDirective() {
    endBlocks();
    keys.allow(false);
    properties.scanDirective();
  }

  private void fetchDocumentIndicator(Token.ID id) {
    endBlocks();
    keys.allow(false);
    properties.startDocument(id == Token.ID.DocumentStart);
    int start = cursor.offset();
    cursor.skip(3);
    if (id == Token.ID.DocumentEnd && tokens.size() == 1) {
      problems.add(
          YamlProblem.Kind.SYNTAX,
          start,
          cursor.offset(),
          "A text cannot start with `...`, which ends a document; remove it.");
      return;
    }
    tokens.add(id, start, cursor.offset());
  }

  private void endBlocks() {
    if (!flows.isBlock()) {
      unclosedFlow = unclosedFlow < 0 ? flows.outermost() : unclosedFlow;
      flows.endAll();
      keys.dropAbove(flows.depth());
    }
    indentation.unwind(-1, cursor.offset());
    keys.remove();
  }

  private void fetchFlowMappingStart() {
    if (cursor.peek(1) == '{' && plain.scanTemplate(keys)) {
      return;
    }
    fetchFlowStart(Token.ID.FlowMappingStart);
  }

  private void fetchFlowStart(Token.ID id) {
    keys.save();
    flows.start(id);
    keys.push();
    keys.allow(true);
    addIndicator(id);
  }

  private void fetchFlowEnd(Token.ID id) {
    keys.remove();
    Token.ID end = flows.end(id);
    keys.dropAbove(flows.depth());
    keys.allow(false);
    addIndicator(end);
  }

  private void fetchFlowEntry() {
    keys.remove();
    keys.allow(true);
    addIndicator(Token.ID.FlowEntry);
  }

  private void fetchBlockEntry() {
    if (!flows.isBlock()) {
      reportHere("A list item with `-` cannot stand inside brackets; separate items with commas.");
      cursor.skip();
      return;
    }
    if (!keys.allowed()) {
      reportHere(
          "A list item cannot start on the line of something else; write the `-` on a line of its "
              + "own.");
      if (keys.followsValue()) {
        cursor.skipToLineEnd();
        return;
      }
    }
    if (indentation.push(cursor.column())) {
      tokens.add(Token.ID.BlockSequenceStart, cursor.offset(), cursor.offset());
    }
    keys.remove();
    keys.allow(true);
    addIndicator(Token.ID.BlockEntry);
  }

  private void fetchKey() {
    if (flows.isBlock()) {
      if (!keys.allowed()) {
        reportHere("A key with `?` must stand on a line of its own.");
      }
      if (indentation.push(cursor.column())) {
        tokens.add(Token.ID.BlockMappingStart, cursor.offset(), cursor.offset());
      }
    }
    keys.remove();
    keys.allow(flows.isBlock());
    addIndicator(Token.ID.Key);
  }

  private void fetchValue() {
    if (keys.isWaiting()) {
      keys.use();
      keys.allow(false);
    } else {
      if (flows.isBlock() && !keys.allowed()) {
        recoverFromValue();
        return;
      }
      if (flows.isBlock() && indentation.push(cursor.column())) {
        tokens.add(Token.ID.BlockMappingStart, cursor.offset(), cursor.offset());
      }
      keys.allow(flows.isBlock());
    }
    addIndicator(Token.ID.Value);
  }

  /** A colon where no key stands before: a lost line end, indentation, colon or quote. */
  private void recoverFromValue() {
    if (plain.splitLastLine(keys)) {
      return;
    }
    reportHere(
        "A second `:` with a blank behind it is not allowed in one line; put the value in quotes if "
            + "it is text.");
    if (!plain.extendToLineEnd()) {
      cursor.skipToLineEnd();
    }
  }

  private void fetchAnchor(boolean alias) {
    keys.save();
    keys.allow(false);
    if (!properties.scanAnchor(alias)) {
      scanPlain();
    }
  }

  private void fetchBlockScalar(int c) {
    if (!flows.isBlock()) {
      fetchPlain(c);
      return;
    }
    keys.remove();
    keys.allow(true);
    block.scan();
  }

  private void fetchPlain(int c) {
    keys.save();
    keys.allow(false);
    if (!plain.mayStart()) {
      int start = cursor.offset();
      scanPlain();
      problems.add(
          YamlProblem.Kind.SYNTAX,
          start,
          start + 1,
          "A text cannot start with %s without quotes; put it in quotes."
              .formatted(c == '`' ? "a backtick" : "`" + (char) c + "`"));
    } else {
      scanPlain();
    }
  }

  private void scanPlain() {
    if (plain.scan()) {
      keys.allow(true);
    }
  }

  private void addIndicator(Token.ID id) {
    int start = cursor.offset();
    cursor.skip();
    tokens.add(id, start, cursor.offset());
  }

  private void reportHere(String message) {
    problems.add(
        new YamlProblem(
            YamlProblem.Kind.SYNTAX, new Span(cursor.offset(), cursor.offset() + 1), message));
  }
}
