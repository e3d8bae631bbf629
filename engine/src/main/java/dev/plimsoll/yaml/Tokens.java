package dev.plimsoll.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.tokens.AliasToken;
import org.yaml.snakeyaml.tokens.AnchorToken;
import org.yaml.snakeyaml.tokens.BlockEndToken;
import org.yaml.snakeyaml.tokens.BlockEntryToken;
import org.yaml.snakeyaml.tokens.BlockMappingStartToken;
import org.yaml.snakeyaml.tokens.BlockSequenceStartToken;
import org.yaml.snakeyaml.tokens.DirectiveToken;
import org.yaml.snakeyaml.tokens.DocumentEndToken;
import org.yaml.snakeyaml.tokens.DocumentStartToken;
import org.yaml.snakeyaml.tokens.FlowEntryToken;
import org.yaml.snakeyaml.tokens.FlowMappingEndToken;
import org.yaml.snakeyaml.tokens.FlowMappingStartToken;
import org.yaml.snakeyaml.tokens.FlowSequenceEndToken;
import org.yaml.snakeyaml.tokens.FlowSequenceStartToken;
import org.yaml.snakeyaml.tokens.KeyToken;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.StreamEndToken;
import org.yaml.snakeyaml.tokens.StreamStartToken;
import org.yaml.snakeyaml.tokens.TagToken;
import org.yaml.snakeyaml.tokens.TagTuple;
import org.yaml.snakeyaml.tokens.Token;
import org.yaml.snakeyaml.tokens.ValueToken;

/** SnakeYAML's tokens with UTF-16 offsets as the indexes of their marks. */
final class Tokens {

  private static final int[] NO_BUFFER = {};

  private final List<Token> list = new ArrayList<>();

  List<Token> list() {
    return list;
  }

  int size() {
    return list.size();
  }

  @Nullable Token last() {
    return list.isEmpty() ? null : list.getLast();
  }

  boolean lastIs(Token.ID id) {
    return !list.isEmpty() && list.getLast().getTokenId() == id;
  }

  void removeLast() {
    list.removeLast();
  }

  /** Adds a token without content. */
  void add(Token.ID id, int start, int end) {
    list.add(token(id, start, end));
  }

  /** Puts an empty token before the one at {@code index}. */
  void insert(int index, Token.ID id, int offset) {
    list.add(index, token(id, offset, offset));
  }

  void addScalar(String value, ScalarStyle style, int start, int end) {
    list.add(
        new ScalarToken(
            value, style == ScalarStyle.PLAIN, mark(start), mark(end), snakeStyle(style)));
  }

  void addAnchor(String name, int start, int end) {
    list.add(new AnchorToken(name, mark(start), mark(end)));
  }

  void addAlias(String name, int start, int end) {
    list.add(new AliasToken(name, mark(start), mark(end)));
  }

  /** Adds a tag in its full form. */
  void addTag(String tag, int start, int end) {
    list.add(new TagToken(new TagTuple(null, tag), mark(start), mark(end)));
  }

  /**
   * Adds a directive. The scanner has done what it asks for; the parser only sees to it that a
   * document follows, and so gets a name that it does not know.
   */
  void addDirective(int start, int end) {
    list.add(new DirectiveToken<>("DONE", null, mark(start), mark(end)));
  }

  static int start(Token token) {
    return token.getStartMark().getIndex();
  }

  static int end(Token token) {
    return token.getEndMark().getIndex();
  }

  static Token token(Token.ID id, int start, int end) {
    Mark from = mark(start);
    Mark to = mark(end);
    return switch (id) {
      case StreamStart -> new StreamStartToken(from, to);
      case StreamEnd -> new StreamEndToken(from, to);
      case DocumentStart -> new DocumentStartToken(from, to);
      case DocumentEnd -> new DocumentEndToken(from, to);
      case BlockMappingStart -> new BlockMappingStartToken(from, to);
      case BlockSequenceStart -> new BlockSequenceStartToken(from, to);
      case BlockEnd -> new BlockEndToken(from, to);
      case BlockEntry -> new BlockEntryToken(from, to);
      case FlowMappingStart -> new FlowMappingStartToken(from, to);
      case FlowSequenceStart -> new FlowSequenceStartToken(from, to);
      case FlowMappingEnd -> new FlowMappingEndToken(from, to);
      case FlowSequenceEnd -> new FlowSequenceEndToken(from, to);
      case FlowEntry -> new FlowEntryToken(from, to);
      case Key -> new KeyToken(from, to);
      case Value -> new ValueToken(from, to);
      case Alias, Anchor, Tag, Scalar, Directive, Comment, Whitespace, Error ->
          throw new IllegalArgumentException("This token has content: " + id);
    };
  }

  private static Mark mark(int offset) {
    return new Mark("", offset, 0, 0, NO_BUFFER, 0);
  }

  private static DumperOptions.ScalarStyle snakeStyle(ScalarStyle style) {
    return switch (style) {
      case PLAIN -> DumperOptions.ScalarStyle.PLAIN;
      case SINGLE_QUOTED -> DumperOptions.ScalarStyle.SINGLE_QUOTED;
      case DOUBLE_QUOTED -> DumperOptions.ScalarStyle.DOUBLE_QUOTED;
      case LITERAL -> DumperOptions.ScalarStyle.LITERAL;
      case FOLDED -> DumperOptions.ScalarStyle.FOLDED;
    };
  }
}
