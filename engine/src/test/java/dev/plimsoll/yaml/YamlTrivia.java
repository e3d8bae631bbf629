package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Shows that a tree is lossless: what no node or comment covers has no content. */
final class YamlTrivia {

  private static final Pattern TRIVIA =
      Pattern.compile(
          "(?:[\\s\\u0085\\u2028\\u2029\\uFEFF\\-?:,\\[\\]{}]|&[\\w-]+|!\\S*|\\.\\.\\.|%(?:YAML|TAG)[^\\r\\n]*)*+");

  private YamlTrivia() {}

  /** What is between the scalars, aliases and comments of a tree and should not be there. */
  static List<String> lost(YamlFile file) {
    List<Span> covered = new ArrayList<>();
    file.documents().stream()
        .map(YamlDocument::root)
        .filter(root -> root != null)
        .forEach(root -> collect(root, covered));
    file.comments().stream().map(YamlComment::span).forEach(covered::add);
    covered.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
    List<String> lost = new ArrayList<>();
    int end = 0;
    for (Span span : covered) {
      if (span.start() >= end) {
        addGap(file, end, span.start(), lost);
      } else if (!isHeaderComment(file, span)) {
        lost.add("twice: " + span.in(file.source().text()));
      }
      end = Math.max(end, span.end());
    }
    addGap(file, end, file.source().text().length(), lost);
    return lost;
  }

  /** The comment behind {@code |} is a part of the block scalar's text. */
  private static boolean isHeaderComment(YamlFile file, Span span) {
    return file.source().text().startsWith("#", span.start());
  }

  private static void addGap(YamlFile file, int from, int to, List<String> lost) {
    String gap = file.source().text().substring(from, to);
    if (!TRIVIA.matcher(gap).matches()) {
      lost.add(gap);
    }
  }

  private static void collect(YamlNode node, List<Span> into) {
    switch (node) {
      case YamlScalar scalar -> into.add(scalar.span());
      case YamlAlias alias -> into.add(alias.span());
      case YamlSequence sequence -> sequence.items().forEach(item -> collect(item, into));
      case YamlMapping mapping ->
          mapping
              .entries()
              .forEach(entry -> {
                collect(entry.key(), into);
                collect(entry.value(), into);
              });
    }
  }
}
