package dev.plimsoll.rules.example;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.Analyzer;
import dev.plimsoll.analysis.Bug;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.project.OwnRules;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the examples of one rule: it alone judges them, in the profiles of their environments. */
public final class RuleExamples {

  /** How a difference begins: a file of the example and a line. */
  private static final Pattern PLACE = Pattern.compile("([^:]+):(\\d+)(: .*)", Pattern.DOTALL);

  private final RuleMetadata metadata;
  private final RuleCatalog catalog;
  private final Analyzer analyzer;

  /**
   * @param builtIn the rules that there are without this one
   */
  public RuleExamples(RuleCatalog builtIn, RuleMetadata metadata, Rule rule) {
    this.metadata = metadata;
    this.catalog = OwnRules.joined(builtIn, List.of(metadata));
    this.analyzer = new Analyzer(catalog, List.of(rule));
  }

  /**
   * How the bad example differs from what it says; nothing if the rule reports exactly what is
   * marked. Each line begins with its place.
   *
   * @param path the file of the example
   */
  public List<String> bad(String path, String text) {
    List<String> failures = run(path, text);
    boolean isMarked = text.contains("[" + metadata.id() + "]");
    if (failures.isEmpty() && !isMarked) {
      failures.add(path + ":1: no marker says what the rule finds fault with");
    }
    return failures;
  }

  /** The same for the good example, in which the rule must have nothing to report. */
  public List<String> good(String path, String text) {
    return run(path, text);
  }

  private List<String> run(String path, String text) {
    List<String> failures = new ArrayList<>();
    ExampleWorkspace example;
    try {
      example = ExampleWorkspace.parse(text);
    } catch (IllegalArgumentException e) {
      failures.add(path + ": " + e.getMessage());
      return failures;
    }
    AnalysisResult result = example.analyze(analyzer);
    for (String difference :
        ExampleWorkspace.differences(example.marked(), result, catalog, this::isShown)) {
      failures.add(placed(path, example, difference));
    }
    for (NotChecked each : result.notChecked()) {
      failures.add(path + ":1: not checked: " + each.reason());
    }
    for (Bug bug : result.bugs()) {
      failures.add(path + ":1: a bug of plimsoll: " + bug.summary());
    }
    return failures;
  }

  /** The rule itself, and what keeps it from being asked. */
  private boolean isShown(Diagnostic diagnostic) {
    return diagnostic.rule().equals(metadata.id()) || diagnostic.severity() == Severity.ERROR;
  }

  private static String placed(String path, ExampleWorkspace example, String difference) {
    Matcher place = PLACE.matcher(difference);
    if (!place.matches()) {
      return path + ": " + difference;
    }
    int line = Integer.parseInt(place.group(2));
    return example.line(place.group(1), line).isPresent()
        ? path + ":" + example.line(place.group(1), line).getAsInt() + place.group(3)
        : path + ": " + difference;
  }
}
