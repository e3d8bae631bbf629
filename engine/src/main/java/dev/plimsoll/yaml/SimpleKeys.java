package dev.plimsoll.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.tokens.Token;

/**
 * Keys that are written without {@code ?}: what looks like a value becomes a key when its colon
 * comes. At most one candidate waits on each flow level.
 */
final class SimpleKeys {

  /** YAML's bound on the distance of a key's colon, in code points. */
  private static final int MAX_LENGTH = 1_024;

  private final Cursor cursor;
  private final Tokens tokens;
  private final Problems problems;
  private final Indentation indentation;
  private final FlowLevels flows;
  private final List<@Nullable Candidate> candidates = new ArrayList<>();
  private boolean allowed = true;

  SimpleKeys(
      Cursor cursor, Tokens tokens, Problems problems, Indentation indentation, FlowLevels flows) {
    this.cursor = cursor;
    this.tokens = tokens;
    this.problems = problems;
    this.indentation = indentation;
    this.flows = flows;
    candidates.add(null);
  }

  /**
   * @param required whether nothing but a key may stand there: it is at the column of a mapping
   * @param token the index of its first token
   */
  private record Candidate(boolean required, int token, Cursor.Place place) {}

  /** Whether a key, or a block collection, may start here. */
  boolean allowed() {
    return allowed;
  }

  void allow(boolean mayStart) {
    allowed = mayStart;
  }

  /** A flow collection opens. */
  void push() {
    candidates.add(null);
  }

  /** Flow collections were closed; {@code depth} are left. */
  void dropAbove(int depth) {
    while (candidates.size() > depth + 1) {
      candidates.removeLast();
    }
  }

  /** What comes now may be a key. */
  void save() {
    if (!allowed) {
      return;
    }
    remove();
    boolean required = flows.isBlock() && indentation.current() == cursor.column();
    candidates.set(candidates.size() - 1, new Candidate(required, tokens.size(), cursor.place()));
  }

  /** The candidate is no key, as no colon came. */
  void remove() {
    Candidate candidate = candidates.getLast();
    candidates.set(candidates.size() - 1, null);
    if (candidate != null && candidate.required) {
      addMissingColon(candidate);
    }
  }

  /** Whether a candidate is there for the colon at hand. */
  boolean isWaiting() {
    Candidate candidate = candidates.getLast();
    if (candidate == null) {
      return false;
    }
    boolean otherLine = candidate.place.line() < cursor.line();
    boolean tooLong = candidate.place.codePoints() + MAX_LENGTH < cursor.codePoints();
    if (!otherLine && !tooLong) {
      return true;
    }
    if (allowed && !candidate.required) {
      return false;
    }
    boolean quoted = tokens.lastIs(Token.ID.Scalar) && !isPlain(tokens.list().getLast());
    if (flows.isBlock() && (!otherLine || quoted)) {
      problems.add(
          YamlProblem.Kind.SYNTAX,
          candidate.place.offset(),
          Math.min(candidate.place.offset() + 1, cursor.offset()),
          "A key must stand on one line and have at most %,d characters; write `? ` before it."
              .formatted(MAX_LENGTH));
      return true;
    }
    return false;
  }

  private boolean isPlain(Token scalar) {
    int c = cursor.text().charAt(Tokens.start(scalar));
    return c != '"' && c != '\'';
  }

  /** Makes the candidate a key. */
  void use() {
    Candidate key = candidates.getLast();
    if (key == null) {
      throw new IllegalStateException("No key waits");
    }
    candidates.set(candidates.size() - 1, null);
    insertKey(key);
  }

  /**
   * Makes the candidate a key although its colon is missing, for which the caller has a problem.
   */
  boolean useWithoutColon(int end) {
    Candidate key = candidates.getLast();
    if (key == null) {
      return false;
    }
    candidates.set(candidates.size() - 1, null);
    insertKey(key);
    tokens.add(Token.ID.Value, end, end);
    return true;
  }

  /** Whether the token before is a whole value, behind which nothing can stand. */
  boolean followsValue() {
    return tokens.lastIs(Token.ID.Scalar)
        || tokens.lastIs(Token.ID.Alias)
        || tokens.lastIs(Token.ID.FlowMappingEnd)
        || tokens.lastIs(Token.ID.FlowSequenceEnd);
  }

  private void insertKey(Candidate key) {
    int offset = key.place.offset();
    tokens.insert(key.token, Token.ID.Key, offset);
    if (flows.isBlock() && indentation.push(key.place.column())) {
      tokens.insert(key.token, Token.ID.BlockMappingStart, offset);
    }
  }

  private void addMissingColon(Candidate key) {
    int index = tokens.size();
    while (index > key.token && tokens.list().get(index - 1).getTokenId() == Token.ID.BlockEnd) {
      index--;
    }
    int end = Tokens.end(tokens.list().get(index - 1));
    problems.add(
        YamlProblem.Kind.SYNTAX, key.place.offset(), end, missingColon(key.place.offset(), end));
    tokens.insert(index, Token.ID.Value, end);
    tokens.insert(key.token, Token.ID.Key, key.place.offset());
  }

  private String missingColon(int start, int end) {
    String written = cursor.text().substring(start, end);
    if (written.startsWith("<<<<<<<") || written.startsWith("=======")) {
      return "This is a conflict mark of a version control system; resolve the conflict.";
    }
    int colon = written.indexOf(':');
    if (colon > 0 && colon + 1 < written.length()) {
      return "A key's colon needs a blank behind it; without one this line is no entry of the "
          + "mapping.";
    }
    return "A `:` is missing: the lines around are entries of a mapping, and this one has no key.";
  }
}
