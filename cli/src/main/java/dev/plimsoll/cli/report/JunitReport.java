package dev.plimsoll.cli.report;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The report for readers of test results: a suite per environment, a case per release and rule.
 * What fails the run is a failure, what was not checked is an error, what is accepted is skipped;
 * the rest passes, with what was said as its output. A release of which nothing is said has one
 * case that passes.
 */
final class JunitReport {

  /** Where diagnostics stand that are about no release. */
  private static final String WORKSPACE = "workspace";

  private static final String NOTHING = "every rule";
  private static final String NOT_CHECKED = "not checked";

  private final CheckReport report;
  private final Severity failOn;
  private final Map<String, Map<String, Map<String, JunitCase>>> suites = new TreeMap<>();

  /**
   * @param failOn what makes the run fail
   */
  JunitReport(CheckReport report, Severity failOn) {
    this.report = report;
    this.failOn = failOn;
  }

  String render() {
    report.cells().forEach(cell -> cases(cell.cell()));
    report.diagnostics().forEach(this::add);
    report.notChecked().forEach(this::add);
    suites.values().stream()
        .flatMap(suite -> suite.values().stream())
        .filter(Map::isEmpty)
        .forEach(cases -> cases.put(NOTHING, new JunitCase()));
    List<JunitCase> all = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    suites.forEach((environment, releases) -> {
      List<JunitCase> ofSuite =
          releases.values().stream().flatMap(c -> c.values().stream()).toList();
      all.addAll(ofSuite);
      body.append("  <testsuite").append(attributes(environment, ofSuite)).append(">\n");
      releases.forEach(
          (release, cases) -> cases.forEach((rule, one) -> one.append(release, rule, body)));
      body.append("  </testsuite>\n");
    });
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites"
        + attributes("plimsoll", all)
        + ">\n"
        + body
        + "</testsuites>\n";
  }

  private void add(ShownDiagnostic diagnostic) {
    JunitCase.Kind kind = JunitCase.Kind.PASSED;
    if (!diagnostic.counts()) {
      kind = JunitCase.Kind.SKIPPED;
    } else if (diagnostic.severity().isAtLeast(failOn)) {
      kind = JunitCase.Kind.FAILURE;
    }
    JunitCase.Said said =
        new JunitCase.Said(
            kind,
            diagnostic.severity().label(),
            diagnostic.message(),
            report.path(diagnostic.place()),
            diagnostic.place().start(),
            diagnostic.accepted().map(by -> by.reason()).orElse(""));
    add(diagnostic.affects(), diagnostic.rule().value(), said);
  }

  private void add(ShownNotChecked notChecked) {
    JunitCase.Said said =
        new JunitCase.Said(
            notChecked.accepted().isPresent() ? JunitCase.Kind.SKIPPED : JunitCase.Kind.ERROR,
            NOT_CHECKED,
            notChecked.reason(),
            report.path(notChecked.place()),
            notChecked.place().start(),
            notChecked.accepted().map(by -> by.reason()).orElse(""));
    add(notChecked.affects(), NOT_CHECKED, said);
  }

  private void add(List<Affected> affects, String name, JunitCase.Said said) {
    if (affects.isEmpty()) {
      suites
          .computeIfAbsent(WORKSPACE, ignored -> new TreeMap<>())
          .computeIfAbsent(WORKSPACE, ignored -> new TreeMap<>())
          .computeIfAbsent(name, ignored -> new JunitCase())
          .add(said);
    }
    for (Affected cell : affects) {
      cases(cell).computeIfAbsent(name, ignored -> new JunitCase()).add(said);
    }
  }

  private Map<String, JunitCase> cases(Affected cell) {
    String release =
        cell.cluster().isEmpty() ? cell.release() : cell.release() + " on " + cell.cluster();
    return suites
        .computeIfAbsent(cell.environment(), ignored -> new TreeMap<>())
        .computeIfAbsent(release, ignored -> new TreeMap<>());
  }

  private static String attributes(String name, List<JunitCase> cases) {
    return " name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\""
        .formatted(
            XmlText.attribute(name),
            cases.size(),
            count(cases, JunitCase.Kind.FAILURE),
            count(cases, JunitCase.Kind.ERROR),
            count(cases, JunitCase.Kind.SKIPPED));
  }

  private static long count(List<JunitCase> cases, JunitCase.Kind kind) {
    return cases.stream().filter(one -> one.kind() == kind).count();
  }
}
