package dev.plimsoll.chart;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code .helmignore} with the semantics of Helm's {@code pkg/ignore}, which are not those of
 * {@code .gitignore}: rules are tried in order and the first that decides ends the search, and a
 * negated rule ignores everything that it does <em>not</em> match.
 */
final class HelmIgnore {

  private static final String DEFAULT_RULE = "templates/.?*";

  private final List<IgnoreRule> rules;
  private final List<Problem> problems;

  private HelmIgnore(List<IgnoreRule> rules, List<Problem> problems) {
    this.rules = List.copyOf(rules);
    this.problems = List.copyOf(problems);
  }

  /** What holds for a chart without a {@code .helmignore}. */
  static HelmIgnore defaults() {
    List<IgnoreRule> rules = new ArrayList<>();
    rule(DEFAULT_RULE).ifPresent(rules::add);
    return new HelmIgnore(rules, List.of());
  }

  /** Reads a file. Lines that Helm refuses become {@link #problems()} and have no effect. */
  static HelmIgnore parse(SourceFile file) {
    List<IgnoreRule> rules = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int line = 1; line <= file.lines().lineCount(); line++) {
      Span span = trim(file, file.lines().line(line));
      String text = file.text(span);
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      if (text.contains("**")) {
        problems.add(
            new Problem(
                span, "Helm does not support `**` in `.helmignore` and refuses the chart."));
        continue;
      }
      Optional<IgnoreRule> rule = rule(text);
      rule.ifPresentOrElse(
          rules::add,
          () ->
              problems.add(
                  new Problem(
                      span,
                      "This is no valid pattern (an open `[` or a trailing backslash), so Helm"
                          + " refuses the chart.")));
    }
    rule(DEFAULT_RULE).ifPresent(rules::add);
    return new HelmIgnore(rules, problems);
  }

  /** What Helm refuses, in order. */
  List<Problem> problems() {
    return problems;
  }

  /**
   * Whether Helm leaves {@code path} out.
   *
   * @param path relative to the chart's root, with {@code /}
   * @param folder whether it is a folder; an ignored folder takes everything below with it
   */
  boolean ignores(String path, boolean folder) {
    for (IgnoreRule rule : rules) {
      if (rule.negated()) {
        if ((rule.foldersOnly() && !folder) || !rule.matcher().test(path)) {
          return true;
        }
      } else if ((folder || !rule.foldersOnly()) && rule.matcher().test(path)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<IgnoreRule> rule(String text) {
    if (GoPathPattern.parse(text).isEmpty()) {
      return Optional.empty();
    }
    boolean negated = text.startsWith("!");
    String rest = negated ? text.substring(1) : text;
    boolean foldersOnly = rest.endsWith("/");
    rest = foldersOnly ? rest.substring(0, rest.length() - 1) : rest;
    boolean nameOnly = !rest.contains("/");
    String wanted = rest.startsWith("/") ? rest.substring(1) : rest;
    Optional<GoPathPattern> pattern = GoPathPattern.parse(wanted);
    // What is left after stripping may be no pattern any more; Helm then matches nothing.
    Predicate<String> matcher =
        path -> pattern.isPresent() && pattern.get().matches(nameOnly ? lastSegment(path) : path);
    return Optional.of(new IgnoreRule(negated, foldersOnly, matcher));
  }

  private static String lastSegment(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Span trim(SourceFile file, Span line) {
    int start = line.start();
    int end = line.end();
    while (start < end && Character.isWhitespace(file.text().charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(file.text().charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  private record IgnoreRule(boolean negated, boolean foldersOnly, Predicate<String> matcher) {}

  /**
   * A line that Helm refuses.
   *
   * @param span in the ignore file
   */
  record Problem(Span span, String message) {}
}
