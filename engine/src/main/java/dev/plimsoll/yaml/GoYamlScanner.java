package dev.plimsoll.yaml;

import dev.plimsoll.yaml.GoYamlInput.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.tokens.Token;

/**
 * The scanner of go-yaml v2 ({@code scannerc.go}), as far as it decides what is refused where. It
 * reads no further than it is asked to, as an error of the grammar hides those behind it.
 */
final class GoYamlScanner {

  private static final int MAX_DEPTH = 10_000;
  private static final int MAX_KEY = 1_024;

  /** What a plain scalar cannot start with. */
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

  private final GoYamlInput input;
  private final GoYamlProperties properties;
  private final GoYamlScalars scalars;
  private final List<Lexeme> queue = new ArrayList<>();
  private final List<Integer> indents = new ArrayList<>();
  private final List<SimpleKey> keys = new ArrayList<>();
  private final Map<Integer, Integer> keysByToken = new HashMap<>();
  private int taken;
  private int indent = -1;
  private boolean keyAllowed = true;

  GoYamlScanner(String text) {
    input = new GoYamlInput(text);
    properties = new GoYamlProperties(input);
    scalars = new GoYamlScalars(input);
    keys.add(new SimpleKey());
    add(Token.ID.StreamStart);
  }

  /**
   * A token.
   *
   * @param line where it starts, from 0
   * @param text a name, if the kind of token has one
   */
  record Lexeme(Token.ID id, int line, String text) {}

  /** A place where a key without {@code ?} may have started. */
  private static final class SimpleKey {
    private boolean possible;
    private boolean required;
    private int token;
    private Mark mark = new Mark(0, 0, 0);
  }

  /** The next token, which stays. */
  Lexeme peek() throws GoYamlFault {
    while (queue.isEmpty() || mayBeKey()) {
      fetch();
    }
    return queue.getFirst();
  }

  /** Takes the token that was peeked at. */
  void take() {
    queue.removeFirst();
    taken++;
  }

  /** Whether the next token may yet turn out to be a key. */
  private boolean mayBeKey() throws GoYamlFault {
    Integer level = keysByToken.get(taken);
    return level != null && isValid(keys.get(level));
  }

  private void fetch() throws GoYamlFault {
    toNextToken();
    unroll(input.column());
    int c = input.peek();
    if (c == Cursor.END) {
      input.end();
      endBlocks();
      add(Token.ID.StreamEnd);
    } else if (input.column() == 0 && c == '%') {
      endBlocks();
      queue.add(properties.directive());
    } else if (input.atDocumentIndicator()) {
      endBlocks();
      indicator(c == '-' ? Token.ID.DocumentStart : Token.ID.DocumentEnd, 3);
    } else if (c == '-' && Cursor.isBlankOrBreak(input.peek(1))) {
      fetchBlockEntry();
    } else if (c == '?' && isIndicator()) {
      fetchKey();
    } else if (c == ':' && isIndicator()) {
      fetchValue();
    } else {
      fetchNode(c);
    }
  }

  private boolean isIndicator() throws GoYamlFault {
    return inFlow() || Cursor.isBlankOrBreak(input.peek(1));
  }

  private void fetchNode(int c) throws GoYamlFault {
    switch (c) {
      case '[' -> fetchFlowStart(Token.ID.FlowSequenceStart);
      case '{' -> fetchFlowStart(Token.ID.FlowMappingStart);
      case ']' -> fetchFlowEnd(Token.ID.FlowSequenceEnd);
      case '}' -> fetchFlowEnd(Token.ID.FlowMappingEnd);
      case ',' -> {
        removeKey();
        keyAllowed = true;
        indicator(Token.ID.FlowEntry, 1);
      }
      case '*' -> fetchProperty(() -> queue.add(properties.anchor(Token.ID.Alias)));
      case '&' -> fetchProperty(() -> queue.add(properties.anchor(Token.ID.Anchor)));
      case '!' -> fetchProperty(() -> queue.add(properties.tag()));
      case '\'', '"' -> fetchProperty(() -> addScalar(() -> scalars.quoted((char) c)));
      default -> fetchScalar(c);
    }
  }

  private void fetchScalar(int c) throws GoYamlFault {
    if ((c == '|' || c == '>') && !inFlow()) {
      removeKey();
      keyAllowed = true;
      addScalar(() -> scalars.block(indent));
      return;
    }
    boolean mayStart =
        !(input.atBlankBreakOrEnd() || INDICATORS.indexOf(c) >= 0)
            || (c == '-' && !Cursor.isBlank(input.peek(1)))
            || (!inFlow() && (c == '?' || c == ':') && !Cursor.isBlankOrBreak(input.peek(1)));
    if (!mayStart) {
      throw input.fault("found character that cannot start any token");
    }
    fetchProperty(() ->
        addScalar(() -> {
          if (scalars.plain(indent + 1, inFlow())) {
            keyAllowed = true;
          }
        }));
  }

  /** Reads a part of the text. */
  private interface Reading {
    void read() throws GoYamlFault;
  }

  /** Something that may be a key, or start one. */
  private void fetchProperty(Reading reading) throws GoYamlFault {
    saveKey();
    keyAllowed = false;
    reading.read();
  }

  private void addScalar(Reading reading) throws GoYamlFault {
    int line = input.line();
    reading.read();
    queue.add(new Lexeme(Token.ID.Scalar, line, ""));
  }

  private void fetchFlowStart(Token.ID id) throws GoYamlFault {
    saveKey();
    SimpleKey inside = new SimpleKey();
    inside.token = taken + queue.size();
    keys.add(inside);
    if (keys.size() - 1 > MAX_DEPTH) {
      throw input.fault("exceeded max depth of " + MAX_DEPTH);
    }
    keyAllowed = true;
    indicator(id, 1);
  }

  private void fetchFlowEnd(Token.ID id) throws GoYamlFault {
    removeKey();
    if (inFlow()) {
      // Of an empty collection this is the collection itself, which go-yaml then hands out too
      // soon.
      keysByToken.remove(keys.removeLast().token);
    }
    keyAllowed = false;
    indicator(id, 1);
  }

  private void fetchBlockEntry() throws GoYamlFault {
    if (!inFlow()) {
      if (!keyAllowed) {
        throw input.fault("block sequence entries are not allowed in this context");
      }
      roll(input.column(), queue.size(), Token.ID.BlockSequenceStart, input.line());
    }
    removeKey();
    keyAllowed = true;
    indicator(Token.ID.BlockEntry, 1);
  }

  private void fetchKey() throws GoYamlFault {
    if (!inFlow()) {
      if (!keyAllowed) {
        throw input.fault("mapping keys are not allowed in this context");
      }
      roll(input.column(), queue.size(), Token.ID.BlockMappingStart, input.line());
    }
    removeKey();
    keyAllowed = !inFlow();
    indicator(Token.ID.Key, 1);
  }

  private void fetchValue() throws GoYamlFault {
    SimpleKey key = keys.getLast();
    if (isValid(key)) {
      int line = key.mark.line();
      int place = key.token < taken ? queue.size() : key.token - taken;
      queue.add(place, new Lexeme(Token.ID.Key, line, ""));
      roll(key.mark.column(), place, Token.ID.BlockMappingStart, line);
      key.possible = false;
      keysByToken.remove(key.token);
      keyAllowed = false;
    } else {
      if (!inFlow()) {
        if (!keyAllowed) {
          throw input.fault("mapping values are not allowed in this context");
        }
        roll(input.column(), queue.size(), Token.ID.BlockMappingStart, input.line());
      }
      keyAllowed = !inFlow();
    }
    indicator(Token.ID.Value, 1);
  }

  private void toNextToken() throws GoYamlFault {
    while (true) {
      while (input.peek() == ' ' || ((inFlow() || !keyAllowed) && input.peek() == '\t')) {
        input.skip();
      }
      if (input.peek() == '#') {
        input.skipLine();
      }
      if (!input.atBreak()) {
        return;
      }
      input.skipBreak();
      if (!inFlow()) {
        keyAllowed = true;
      }
    }
  }

  private boolean inFlow() {
    return keys.size() > 1;
  }

  private void endBlocks() throws GoYamlFault {
    unroll(-1);
    removeKey();
    keyAllowed = false;
  }

  private void roll(int column, int place, Token.ID id, int line) throws GoYamlFault {
    if (inFlow() || indent >= column) {
      return;
    }
    indents.add(indent);
    indent = column;
    if (indents.size() > MAX_DEPTH) {
      throw input.fault("exceeded max depth of " + MAX_DEPTH);
    }
    queue.add(place, new Lexeme(id, line, ""));
  }

  private void unroll(int column) {
    while (!inFlow() && indent > column) {
      add(Token.ID.BlockEnd);
      indent = indents.removeLast();
    }
  }

  private boolean isValid(SimpleKey key) throws GoYamlFault {
    if (!key.possible) {
      return false;
    }
    if (key.mark.line() >= input.line() && key.mark.index() + MAX_KEY >= input.mark().index()) {
      return true;
    }
    if (key.required) {
      throw input.fault("could not find expected ':'");
    }
    key.possible = false;
    return false;
  }

  private void saveKey() throws GoYamlFault {
    if (!keyAllowed) {
      return;
    }
    SimpleKey key = new SimpleKey();
    key.possible = true;
    key.required = !inFlow() && indent == input.column();
    key.token = taken + queue.size();
    key.mark = input.mark();
    removeKey();
    keys.set(keys.size() - 1, key);
    keysByToken.put(key.token, keys.size() - 1);
  }

  private void removeKey() throws GoYamlFault {
    SimpleKey key = keys.getLast();
    if (!key.possible) {
      return;
    }
    if (key.required) {
      throw input.fault("could not find expected ':'");
    }
    key.possible = false;
    keysByToken.remove(key.token);
  }

  private void indicator(Token.ID id, int length) {
    add(id);
    input.skip(length);
  }

  private void add(Token.ID id) {
    queue.add(new Lexeme(id, input.line(), ""));
  }
}
