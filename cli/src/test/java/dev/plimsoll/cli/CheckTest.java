package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckTest {

  @TempDir private Path here;

  @BeforeEach
  void layOut() throws IOException {
    CliRun.write(
        here,
        "charts/shop/Chart.yaml",
        """
        apiVersion: v2
        name: shop
        version: 1.2.3
        icon: https://example.com/shop.svg
        """);
    CliRun.write(
        here,
        "charts/shop/values.yaml",
        """
        replicaCount: 1
        image:
          repository: shop
          tag: 1.0.0
        """);
    CliRun.write(
        here,
        "charts/shop/templates/deployment.yaml",
        """
        replicas: {{ .Values.replicaCount }}
        image: {{ .Values.image.repository }}:{{ .Values.image.tag }}
        """);
    CliRun.write(here, "environments/dev/values.yaml", "replicaCount: 2\n");
    CliRun.write(here, "environments/prod/values.yaml", "replicaCount: 5\n");
  }

  @Test
  void healthyWorkspaceIsSilentAndExitsZero() {
    CliRun run = CliRun.in(here, "check");

    assertThat(run.out()).isEqualTo("no problems in 1 release × 2 environments (2 cells)\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void misspeltKeyIsShownWhereItStands() throws IOException {
    CliRun.write(here, "environments/prod/values.yaml", "replicaCuont: 5\n");

    CliRun run = CliRun.in(here, "check");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("error[unknown-values-key]: ")
        .contains(
            """
             --> environments/prod/values.yaml:1:1
              |
            1 | replicaCuont: 5
              | ^^^^^^^^^^^^
            """)
        .contains("= affects shop in prod\n")
        .contains("Rename")
        .endsWith("1 error in 1 release × 2 environments (2 cells)\n");
  }

  @Test
  void aFileWithoutAProjectIsOneOfTheWorkingDirectory() throws IOException {
    CliRun.write(here, "environments/prod/values.yaml", "replicaCuont: 5\n");

    CliRun run = CliRun.in(here, "check", "-e", "prod", "environments/prod/values.yaml");

    assertThat(run.out()).contains("--> environments/prod/values.yaml:1:1");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void aFileWhereThereIsNothingToCheckIsNotPassed(@TempDir Path empty) throws IOException {
    CliRun.write(empty, "notes.yaml", "colour: red\n");

    CliRun run = CliRun.in(empty, "check", "notes.yaml");

    assertThat(run.out())
        .contains("There is nothing to check here: no chart, no values and no manifest.");
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void anUnreadableProjectIsSaidByEveryCommand() throws IOException {
    CliRun.write(here, "plimsoll.yaml", "kind: [\n");

    CliRun check = CliRun.in(here, "check", "-e", "prod");
    CliRun values = CliRun.in(here, "values", "shop", "-e", "prod");

    assertThat(check.code()).isEqualTo(2);
    assertThat(check.out()).contains("error[invalid-project-file]").contains("plimsoll.yaml:1:7");
    assertThat(values.code()).isEqualTo(2);
    assertThat(values.err())
        .isEqualTo(
            "plimsoll: The project file `plimsoll.yaml` cannot be read; `plimsoll check` says"
                + " why.\n");
  }

  @Test
  void namedFilesAreShownFromTheWorkingDirectory() throws IOException {
    CliRun.write(here, "extra.yaml", "replicaCuont: 5\n");

    CliRun text = CliRun.in(here, "check", "charts/shop", "-f", "extra.yaml");
    CliRun json = CliRun.in(here, "check", "charts/shop", "-f", "extra.yaml", "--format", "json");
    CliRun.in(here, "fix", "charts/shop", "-f", "extra.yaml", "--unsafe");

    assertThat(text.out()).contains("--> extra.yaml:1:1");
    assertThat(json.out()).contains("\"file\" : \"../../extra.yaml\"");
    assertThat(here.resolve("extra.yaml")).hasContent("replicaCount: 5");
  }

  @Test
  void aFolderThatMayNotBeReadIsNotSilentlySkipped(@TempDir Path outside) throws IOException {
    CliRun.write(outside, "values.yaml", "replicaCount: 5\n");
    CliRun.write(here, "environments/dev/values.yaml", "replicaCount: 5\n");
    Files.createSymbolicLink(here.resolve("environments/stage"), outside);

    CliRun run = CliRun.in(here, "check");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains("not checked: environments/stage:1:1: The folder is not checked: it is outside");
  }

  @Test
  void jsonIsAboutOneWorkspace() {
    CliRun run = CliRun.in(here, "check", "charts/shop", "environments", "--format", "json");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("plimsoll: Only the text report is about several workspaces");
  }

  @Test
  void failOnDecidesTheExitCode() throws IOException {
    CliRun.write(here, "environments/dev/values.yaml", "replicaCuont: 5\n");

    assertThat(CliRun.in(here, "check").code()).isZero();
    assertThat(CliRun.in(here, "check", "--fail-on", "warning").code()).isEqualTo(1);
    assertThat(CliRun.in(here, "check", "--profile", "production").code()).isEqualTo(1);
  }

  @Test
  void pathsAreRelativeToTheWorkingDirectory() throws IOException {
    CliRun.write(here, "environments/prod/values.yaml", "replicaCuont: 5\n");

    CliRun run = CliRun.in(here.resolve("..").normalize(), "check", here.getFileName().toString());

    assertThat(run.out())
        .contains("--> " + here.getFileName() + "/environments/prod/values.yaml:1:1");
  }

  @Test
  void filesOfAWorkspaceNarrowTheReport() throws IOException {
    CliRun.write(here, "plimsoll.yaml", "apiVersion: plimsoll.dev/v1\nkind: Project\n");
    CliRun.write(here, "environments/dev/values.yaml", "replicaCuont: 5\n");
    CliRun.write(here, "environments/prod/values.yaml", "imgae: {tag: x}\n");

    CliRun run = CliRun.in(here, "check", "environments/prod/values.yaml");

    assertThat(run.out()).contains("imgae").doesNotContain("replicaCuont");
  }

  @Test
  void optionsAreLayersOfTheirOwn() {
    CliRun run = CliRun.in(here, "check", "-e", "prod", "--set", "image.tag=2,a");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("error[invalid-set-expression]").contains("1 | image.tag=2,a");
  }

  @Test
  void jsonStandsAloneOnStandardOutput() throws IOException {
    CliRun.write(here, "environments/prod/values.yaml", "replicaCuont: 5\n");

    CliRun run = CliRun.in(here, "check", "--format", "json", "--report", "text=report.txt");

    assertThat(run.out()).startsWith("{\n  \"schemaVersion\" : 1").endsWith("}\n");
    assertThat(run.out())
        .contains(
            "\"rule\" : \"unknown-values-key\"",
            "\"file\" : \"environments/prod/values.yaml\"",
            "\"environment\" : \"prod\"");
    assertThat(Files.readString(here.resolve("report.txt"))).contains("error[unknown-values-key]");
  }

  @Test
  void unknownEnvironmentIsWrongUsage() {
    CliRun run = CliRun.in(here, "check", "-e", "prd");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("`prd`").contains("did you mean `prod`?");
  }

  @Test
  void fixRenamesAndKeepsTheRest() throws IOException {
    CliRun.write(here, "environments/prod/values.yaml", "# five\r\nreplicaCuont:   5 # now\r\n");

    CliRun diff = CliRun.in(here, "fix", "--diff", "--unsafe");
    CliRun fix = CliRun.in(here, "fix", "--unsafe");

    assertThat(diff.code()).isEqualTo(1);
    assertThat(diff.out())
        .contains("-replicaCuont:   5 # now")
        .contains("+replicaCount:   5 # now");
    assertThat(fix.code()).isZero();
    assertThat(Files.readString(here.resolve("environments/prod/values.yaml")))
        .isEqualTo("# five\r\nreplicaCount:   5 # now\r\n");
    assertThat(CliRun.in(here, "check").code()).isZero();
  }

  @Test
  void baselineAcceptsWhatIsThere() throws IOException {
    CliRun.write(here, "environments/prod/values.yaml", "replicaCuont: 5\n");

    CliRun baseline = CliRun.in(here, "baseline");
    CliRun after = CliRun.in(here, "check");
    CliRun.write(here, "environments/prod/values.yaml", "# moved\n\nreplicaCuont: 5\nimgae: {}\n");
    CliRun fresh = CliRun.in(here, "check");

    assertThat(baseline.code()).isZero();
    assertThat(after.code()).isZero();
    assertThat(after.out()).contains("1 suppressed");
    assertThat(fresh.code()).isEqualTo(1);
    assertThat(fresh.out()).contains("imgae").doesNotContain("replicaCuont");
  }
}
