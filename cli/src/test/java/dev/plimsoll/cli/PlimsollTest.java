package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlimsollTest {

  @TempDir private Path here;

  @Test
  void helpNamesEveryCommand() {
    CliRun run = CliRun.in(here, "--help");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "check",
            "values",
            "why",
            "releases",
            "fix",
            "explain",
            "rules",
            "suppressions",
            "baseline",
            "Exit codes:");
  }

  @Test
  void eachCommandHelpsWithoutLookingAtFiles() {
    for (String command :
        new String[] {
          "check",
          "values",
          "why",
          "releases",
          "fix",
          "explain",
          "rules",
          "suppressions",
          "baseline"
        }) {
      CliRun run = CliRun.in(here, command, "--help");

      assertThat(run.code()).as(command).isZero();
      assertThat(run.out()).as(command).contains("Usage: plimsoll " + command);
      assertThat(run.err()).as(command).isEmpty();
    }
  }

  @Test
  void misspeltOptionIsOneClearLineWithANearName() {
    CliRun run = CliRun.in(here, "check", "--fail-onn", "error");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--fail-onn").contains("Did you mean").contains("--fail-on");
    assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
  }

  @Test
  void misspeltCommandIsOneClearLineWithANearName() {
    CliRun run = CliRun.in(here, "chekc");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("chekc").contains("check").doesNotContain("\tat ");
  }

  @Test
  void unknownSeverityNamesTheKnownOnes() {
    CliRun run = CliRun.in(here, "check", "--fail-on", "fatal");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("fatal").containsIgnoringCase("error");
  }

  @Test
  void missingPathIsOneClearLine() {
    CliRun run = CliRun.in(here, "check", "charts/shop");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("plimsoll: There is no file or folder `charts/shop`.\n");
  }

  @Test
  void unknownRuleSuggestsANearOne() {
    CliRun run = CliRun.in(here, "explain", "unknown-value-key");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "plimsoll: There is no rule `unknown-value-key`; did you mean `unknown-values-key`?\n");
  }

  @Test
  void explainShowsBadAndGood() {
    CliRun run = CliRun.in(here, "explain", "unknown-values-key");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("unknown-values-key (values)\n")
        .contains("\nWhy\n", "\nWhen it is fine\n", "\nBad\n", "\nGood\n", "replicaCuont: 5");
  }

  @Test
  void versionIsTheBuilds() {
    CliRun run = CliRun.in(here, "--version");

    assertThat(run.code()).isZero();
    assertThat(run.out()).matches("plimsoll \\d+\\.\\d+\\.\\d+\\S*\n");
  }
}
