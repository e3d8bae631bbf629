package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An estate in a git repository: two releases, each with a mistake in each environment. */
final class ChangedSinceTest {

  @TempDir private Path here;

  @BeforeEach
  void layOut() throws Exception {
    for (String chart : List.of("one", "two")) {
      CliRun.write(
          here,
          "estate/charts/" + chart + "/Chart.yaml",
          "apiVersion: v2\nname: " + chart + "\nversion: 1.0.0\nicon: https://example.com/i.svg\n");
      CliRun.write(here, "estate/charts/" + chart + "/values.yaml", "tag: a\n");
      CliRun.write(
          here,
          "estate/charts/" + chart + "/templates/a.yaml",
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: a}
          data: {tag: "{{ .Values.tag }}"}
          """);
    }
    CliRun.write(
        here,
        "estate/plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        environments: {dev: {}, prod: {}}
        releases:
          - {name: one, chart: charts/one, values: ["env/{environment}/one.yaml"]}
          - {name: two, chart: charts/two, values: ["env/{environment}/two.yaml"]}
        """);
    for (String environment : List.of("dev", "prod")) {
      for (String release : List.of("one", "two")) {
        CliRun.write(
            here, "estate/env/" + environment + "/" + release + ".yaml", "tagg: " + release + "\n");
      }
    }
    git("init", "-q", "-b", "main");
    commit();
  }

  @Test
  void nothingChangedIsNothingToReport() {
    assertThat(check().out()).isEqualTo("no problems; nothing was rendered\n");
    assertThat(check().code()).isZero();
  }

  @Test
  void layerAffectsItsOwnRelease() throws IOException {
    CliRun.write(here, "estate/env/prod/two.yaml", "tagg: other\n");

    assertThat(files()).containsExactly("env/prod/two.yaml");
  }

  @Test
  void chartAffectsItsReleasesInEveryEnvironment() throws Exception {
    CliRun.write(here, "estate/charts/one/templates/b.yaml", "# nothing\n");
    git("checkout", "-q", "-b", "work");
    commit();

    assertThat(files()).containsExactly("env/dev/one.yaml", "env/prod/one.yaml");
  }

  @Test
  void projectFileAffectsEverything() throws IOException {
    Files.writeString(
        here.resolve("estate/plimsoll.yaml"),
        Files.readString(here.resolve("estate/plimsoll.yaml")) + "# more\n");

    assertThat(files()).hasSize(4);
  }

  @Test
  void fileThatIsGoneAffectsEverythingItCould() throws IOException {
    Files.delete(here.resolve("estate/env/dev/two.yaml"));

    assertThat(files()).contains("env/dev/one.yaml", "env/prod/two.yaml", "plimsoll.yaml");
  }

  @Test
  void whatNobodyReadsAffectsNothing() throws IOException {
    CliRun.write(here, "README.md", "Hello.\n");
    CliRun.write(here, "estate/notes.txt", "Hello.\n");

    assertThat(files()).isEmpty();
  }

  @Test
  void namedFilesAreTakenForChanges() {
    CliRun found = CliRun.in(here, "check", "estate/charts/two/values.yaml");
    CliRun affected = CliRun.in(here, "check", "--affected", "estate/charts/two/values.yaml");

    assertThat(found.out()).doesNotContain("env/prod/one.yaml");
    assertThat(affected.out())
        .contains("estate/env/dev/two.yaml:1:1", "estate/env/prod/two.yaml:1:1")
        .doesNotContain("one.yaml");
    assertThat(affected.code()).isEqualTo(1);
  }

  @Test
  void whatGitDoesNotKnowIsSaid(@TempDir Path elsewhere) throws IOException {
    assertThat(CliRun.in(here, "check", "estate", "--changed-since", "nowhere"))
        .isEqualTo(
            new CliRun(
                2,
                "",
                "plimsoll: There is no commit `nowhere` in this repository; is it fetched?\n"));
    assertThat(CliRun.in(here, "check", "estate", "--changed-since", "--output=x").code())
        .isEqualTo(2);
    assertThat(CliRun.in(elsewhere, "check", "--changed-since", "HEAD").err())
        .contains("is in no git repository.");
  }

  @Test
  void shardsAreOfTheWhole() {
    assertThat(
            CliRun.in(here, "check", "estate", "--shard", "1/2", "--changed-since", "main").err())
        .contains("does not go with `--changed-since`");
  }

  @Test
  void hookIsInstalledOnceAndReplacesNobodysOwn() throws IOException {
    Path hook = here.resolve(".git/hooks/pre-commit");

    assertThat(CliRun.in(here, "hook", "install").code()).isZero();
    assertThat(hook).isExecutable().content().contains("plimsoll check --changed-since HEAD");
    assertThat(CliRun.in(here, "hook", "install").code()).isZero();
    Files.writeString(hook, "#!/bin/sh\n");
    assertThat(CliRun.in(here, "hook", "install").err()).contains("There is a hook");
    assertThat(hook).hasContent("#!/bin/sh\n");
  }

  private CliRun check() {
    return CliRun.in(here, "check", "estate", "--changed-since", "main");
  }

  private List<String> files() {
    return check()
        .out()
        .lines()
        .filter(line -> line.stripLeading().startsWith("--> "))
        .map(line -> line.replaceAll(".*estate/([^:]*):.*", "$1"))
        .distinct()
        .sorted()
        .toList();
  }

  private void commit() throws Exception {
    git("add", "-A");
    git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "x");
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", here.toString()));
    command.addAll(List.of(arguments));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
