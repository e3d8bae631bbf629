package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what go-yaml reads and cannot decode, or what has no JSON form. */
final class TreeCheck {

  private final Problems problems;
  private final Set<Span> reported = new HashSet<>();

  TreeCheck(Problems problems) {
    this.problems = problems;
  }

  /** Checks a document. Aliases are not followed: their targets stand in the same document. */
  void check(YamlNode root) {
    Deque<YamlNode> waiting = new ArrayDeque<>();
    waiting.push(root);
    while (!waiting.isEmpty()) {
      YamlNode node = waiting.pop();
      switch (node) {
        case YamlScalar scalar -> checkNumber(scalar, scalar.span());
        case YamlAlias alias -> checkAlias(alias);
        case YamlSequence sequence -> sequence.items().reversed().forEach(waiting::push);
        case YamlMapping mapping -> checkMapping(mapping, waiting);
      }
    }
  }

  private void checkMapping(YamlMapping mapping, Deque<YamlNode> waiting) {
    List<YamlEntry> entries = mapping.entries();
    Map<ScalarValue, Integer> last = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      YamlEntry entry = entries.get(i);
      if (entry.isMerge()) {
        checkMerge(entry.value());
      } else if (checkKey(entry.key()) instanceof YamlScalar scalar) {
        last.put(scalar.value(), i);
      }
    }
    for (int i = entries.size() - 1; i >= 0; i--) {
      YamlEntry entry = entries.get(i);
      boolean used =
          !(target(entry.key()) instanceof YamlScalar scalar)
              || last.getOrDefault(scalar.value(), i) == i;
      if (used || entry.isMerge()) {
        waiting.push(entry.value());
      }
    }
  }

  /** Says what is wrong with a key and gives what it is when its alias is followed. */
  private YamlNode checkKey(YamlNode key) {
    YamlNode target = target(key);
    switch (target) {
      case YamlMapping _, YamlSequence _ ->
          report(
              key.span(),
              "A key must be a single word, number or text, and this key is a collection, "
                  + "so Helm refuses the file.");
      case YamlScalar scalar -> {
        if (YamlKeys.text(scalar).isEmpty()) {
          report(
              key.span(),
              "This key is null or a number beyond 63 bits, and JSON has no such key; "
                  + "put it in quotes.");
        }
      }
      case YamlAlias _ -> throw new IllegalStateException("An alias of an alias");
    }
    return target;
  }

  private void checkMerge(YamlNode value) {
    boolean fits =
        switch (value) {
          case YamlMapping _ -> true;
          case YamlAlias alias -> alias.target() instanceof YamlMapping;
          case YamlSequence sequence ->
              sequence.items().stream().allMatch(item -> target(item) instanceof YamlMapping);
          case YamlScalar _ -> false;
        };
    if (!fits) {
      problems.add(
          YamlProblem.Kind.INVALID_VALUE,
          value.span().start(),
          value.span().end(),
          "A merge key `<<` takes a mapping or a list of mappings, and this is neither; "
              + "merge the alias of an anchored mapping.");
    }
  }

  private void checkAlias(YamlAlias alias) {
    if (alias.target() instanceof YamlScalar scalar && !reported.contains(scalar.span())) {
      checkNumber(scalar, alias.span());
    }
  }

  private void checkNumber(YamlScalar scalar, Span span) {
    if (scalar.value() instanceof ScalarValue.Float number && !Double.isFinite(number.value())) {
      reported.add(scalar.span());
      report(
          span,
          "`%s` is no number that JSON has, so Helm refuses the file; put it in quotes if text is meant."
              .formatted(scalar.text()));
    }
  }

  private void report(Span span, String message) {
    problems.add(YamlProblem.Kind.NOT_JSON, span.start(), span.end(), message);
  }

  private static YamlNode target(YamlNode node) {
    return node instanceof YamlAlias alias ? alias.target() : node;
  }
}
