package dev.plimsoll.rules.values;

import dev.plimsoll.rules.values.ActionToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which values the text of templates reads. The text is not evaluated: {@code .Values.a.b}, {@code
 * $.Values.a}, {@code (.Values.a).b}, {@code index .Values "a" "b"}, {@code get}, {@code hasKey},
 * {@code dig} and variables that hold one of these are understood. A value that is handed on as a
 * whole (to {@code toYaml}, {@code with}, {@code range}, {@code include}, any function that is not
 * known to look at it only) makes everything below it known, so what is found errs on the side of
 * reading too much.
 */
final class TemplateReferences {

  /** Functions that look at a value and never at what is in it. */
  private static final Set<String> TESTS =
      Set.of(
          "if",
          "else",
          "and",
          "or",
          "not",
          "eq",
          "ne",
          "lt",
          "le",
          "gt",
          "ge",
          "empty",
          "kindIs",
          "typeIs",
          "kindOf",
          "typeOf",
          "len",
          "true",
          "false",
          "nil",
          "hasKey",
          "int",
          "int64",
          "toString",
          "semverCompare",
          "contains",
          "hasPrefix",
          "hasSuffix",
          "lower",
          "upper",
          "trim");

  private static final Set<String> BLOCKS = Set.of("if", "range", "with", "define", "block");
  private static final Set<String> TEMPLATE_CALLS = Set.of("include", "template");
  private static final Set<String> DEFINITIONS = Set.of("define", "block");
  private static final String VALUES = "Values";

  /** Sprig wants a plain map here and there; {@code .Values.AsMap} is the same map. */
  private static final String AS_MAP = "AsMap";

  private final KeyTree own = new KeyTree();
  private final KeyTree shared = new KeyTree();
  private final Set<String> defined = new HashSet<>();
  private final Set<String> included = new HashSet<>();
  private boolean isRootHandedOn;

  private final Map<String, List<String>> variables = new HashMap<>();
  private final Deque<String> blocks = new ArrayDeque<>();
  private int definitions;

  /** What the chart's own text reads. */
  KeyTree own() {
    return own;
  }

  /** What named templates read: of any chart whose templates include them. */
  KeyTree shared() {
    return shared;
  }

  Set<String> defined() {
    return defined;
  }

  /** Named templates that are included by a name that stands in the text. */
  Set<String> included() {
    return included;
  }

  /** Whether all values are handed on at once, so that nothing can be said of any key. */
  boolean isRootHandedOn() {
    return isRootHandedOn;
  }

  /** Adds what {@code text} reads, if it has actions at all. */
  void scan(String text) {
    if (!text.contains("{{")) {
      return;
    }
    variables.clear();
    blocks.clear();
    definitions = 0;
    for (List<ActionToken> action : ActionLexer.actions(text)) {
      enter(action);
      new Action(action).read();
    }
  }

  private void enter(List<ActionToken> action) {
    ActionToken first = action.getFirst();
    if (first.kind() != Kind.WORD) {
      return;
    }
    if (first.text().equals("end")) {
      String closed = blocks.isEmpty() ? "" : blocks.pop();
      definitions -= DEFINITIONS.contains(closed) ? 1 : 0;
    } else if (BLOCKS.contains(first.text())) {
      blocks.push(first.text());
      if (DEFINITIONS.contains(first.text())) {
        definitions++;
        if (action.size() > 1 && action.get(1).kind() == Kind.STRING) {
          defined.add(action.get(1).text());
        }
      }
    }
  }

  private void note(List<String> path, boolean whole) {
    if (path.isEmpty() && whole) {
      isRootHandedOn = true;
      return;
    }
    own.add(path, whole);
    if (definitions > 0) {
      shared.add(path, whole);
    }
  }

  /** One action: {@code {{ ... }}}. */
  private final class Action {

    private final List<ActionToken> tokens;
    private final boolean isTest;

    Action(List<ActionToken> tokens) {
      this.tokens = tokens;
      ActionToken first = tokens.getFirst();
      this.isTest =
          first.kind() == Kind.WORD
              && (first.text().equals("if") || first.text().equals("else"))
              && tokens.stream()
                  .allMatch(token -> token.kind() != Kind.WORD || TESTS.contains(token.text()));
    }

    void read() {
      for (int i = 0; i < tokens.size(); i++) {
        ActionToken token = tokens.get(i);
        if (token.kind() == Kind.WORD && TEMPLATE_CALLS.contains(token.text())) {
          if (kind(i + 1) == Kind.STRING) {
            included.add(tokens.get(i + 1).text());
          }
        } else if (token.kind() == Kind.FIELD) {
          field(i);
        }
      }
    }

    private void field(int index) {
      List<String> path = valuesPath(tokens.get(index).text());
      if (path == null) {
        return;
      }
      path = new ArrayList<>(path);
      int next = chain(index, path);
      boolean hasArguments = false;
      switch (word(index - 1)) {
        case "index" -> {
          while (kind(next) == Kind.STRING) {
            path.add(tokens.get(next++).text());
          }
          hasArguments = isArgument(next);
        }
        case "get", "hasKey" -> {
          hasArguments = kind(next) != Kind.STRING;
          if (!hasArguments) {
            path.add(tokens.get(next++).text());
          }
        }
        default -> path.addAll(digged(index));
      }
      use(index, next, path, hasArguments);
    }

    private void use(int index, int next, List<String> path, boolean isComputed) {
      if (!path.isEmpty() && path.getLast().equals(AS_MAP)) {
        path.removeLast();
      }
      boolean isAssigned =
          kind(0) == Kind.FIELD && kind(1) == Kind.ASSIGN && index == 2 && next == tokens.size();
      if (isAssigned) {
        variables.put(tokens.getFirst().text(), List.copyOf(path));
        note(path, false);
        return;
      }
      boolean isContext =
          path.isEmpty() && kind(index - 1) == Kind.STRING && string(index - 1).equals(VALUES);
      note(path, !isContext && (isComputed || !isTest));
    }

    /** Follows {@code (.Values.a).b}; gives the index behind it. */
    private int chain(int index, List<String> path) {
      int before = index - 1;
      int next = index + 1;
      while (kind(before) == Kind.OPEN
          && kind(next) == Kind.CLOSE
          && kind(next + 1) == Kind.CHAIN) {
        path.addAll(segments(tokens.get(next + 1).text().substring(1)));
        before--;
        next += 2;
      }
      // A value in parentheses of its own is the value.
      while (kind(before) == Kind.OPEN && kind(next) == Kind.CLOSE && before > 0) {
        before--;
        next++;
      }
      return next;
    }

    /** The keys of {@code dig "a" "b" default .Values}, if that is what stands here. */
    private List<String> digged(int index) {
      int dig = index - 1;
      while (dig >= 0 && !word(dig).equals("dig")) {
        Kind kind = kind(dig);
        if (kind != Kind.STRING && kind != Kind.WORD && kind != Kind.OTHER) {
          return List.of();
        }
        dig--;
      }
      if (dig < 0) {
        return List.of();
      }
      List<String> keys = new ArrayList<>();
      for (int i = dig + 1; i < index - 1 && kind(i) == Kind.STRING; i++) {
        keys.add(tokens.get(i).text());
      }
      return keys;
    }

    private boolean isArgument(int index) {
      return switch (kind(index)) {
        case FIELD, OPEN, WORD, OTHER, STRING, CHAIN -> true;
        case CLOSE, PIPE, ASSIGN -> false;
      };
    }

    /** The kind of a token; behind the ends of the action there is a pipe. */
    private Kind kind(int index) {
      return index < 0 || index >= tokens.size() ? Kind.PIPE : tokens.get(index).kind();
    }

    private String word(int index) {
      return kind(index) == Kind.WORD ? tokens.get(index).text() : "";
    }

    private String string(int index) {
      return kind(index) == Kind.STRING ? tokens.get(index).text() : "";
    }
  }

  /** The path in the values that a field names; null if it names none. */
  private @Nullable List<String> valuesPath(String field) {
    List<String> segments = segments(field);
    int values = segments.indexOf(VALUES);
    if (values >= 0) {
      return segments.subList(values + 1, segments.size());
    }
    if (!field.startsWith("$") || segments.isEmpty()) {
      return null;
    }
    List<String> variable = variables.get(segments.getFirst());
    if (variable == null) {
      return null;
    }
    List<String> path = new ArrayList<>(variable);
    path.addAll(segments.subList(1, segments.size()));
    return path;
  }

  private static List<String> segments(String field) {
    List<String> segments = new ArrayList<>();
    for (String segment : field.split("\\.", -1)) {
      if (!segment.isEmpty()) {
        segments.add(segment);
      }
    }
    return segments;
  }
}
