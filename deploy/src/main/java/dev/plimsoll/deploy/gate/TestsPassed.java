package dev.plimsoll.deploy.gate;

import dev.plimsoll.evidence.TestReport;
import dev.plimsoll.evidence.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tests of this commit have passed. */
final class TestsPassed implements Gate {

  @Override
  public String id() {
    return "tests-passed";
  }

  @Override
  public Strictness strictness() {
    return Strictness.STAGING;
  }

  @Override
  public Verdict judge(GateContext context) throws IOException {
    List<String> patterns = context.settings().texts(id(), "reports");
    String remedy = "Run the tests of this commit, and name their reports in plimsoll.yaml.";
    List<Path> files = EvidenceFiles.find(context, patterns);
    if (files.isEmpty()) {
      return Verdict.deny(
          patterns.isEmpty()
              ? "The project names no JUnit reports."
              : "There is no JUnit report at " + String.join(", ", patterns) + ".",
          remedy);
    }
    int tests = 0;
    for (Path file : files) {
      String name = context.directory().relativize(file).toString();
      Optional<String> problem = Optional.empty();
      try {
        TestReport report = TestReport.parse(EvidenceFiles.text(file));
        tests += report.tests();
        problem = problem(context, report, file);
      } catch (Unusable unusable) {
        problem = Optional.of(unusable.reason());
      }
      if (problem.isPresent()) {
        return Verdict.deny(name + ": " + problem.get(), remedy);
      }
    }
    return tests == 0
        ? Verdict.deny("The reports are of no test at all.", remedy)
        : Verdict.allow(tests + " tests passed, in " + files.size() + " reports");
  }

  private Optional<String> problem(GateContext context, TestReport report, Path file)
      throws IOException {
    if (report.failed() > 0) {
      return Optional.of(report.failed() + " of " + report.tests() + " tests failed.");
    }
    String planned = context.folder().plan().commit();
    if (report.commit().isPresent() && !report.commit().get().equals(planned)) {
      return Optional.of(
          "It is of commit " + report.commit().get() + ", and the plan is of " + planned + ".");
    }
    Duration maxAge = context.settings().time(id(), "maxAge", Duration.ZERO);
    return EvidenceFiles.isTooOld(
            Files.getLastModifiedTime(file).toInstant(), maxAge, context.cluster().clock().now())
        ? Optional.of("It is older than " + maxAge.toSeconds() + " s.")
        : Optional.empty();
  }
}
