package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parts of a run, joined, are the run. */
final class ShardTest {

  private static final Path ROOT = Path.of(System.getProperty("plimsoll.root"));
  private static final List<String> FORMATS =
      List.of("json", "sarif", "text", "junit", "github", "gitlab", "markdown", "html");

  @TempDir private Path here;

  @ParameterizedTest
  @CsvSource({
    "shop, 1", "shop, 3", "shop-at-risk, 2", "shop-at-risk, 3", "shop-at-risk, 20", "fleet, 2",
    "fleet, 4", "chain, 3", "chain, 5", "first-look, 2", "helm-move, 2", "null-versions, 2"
  })
  void joinedShardsAreOneRunToTheByte(String estate, int count) throws IOException {
    String workspace = "fixtures/" + estate;
    CliRun whole = check(workspace, List.of(), "whole");
    List<String> merge = new ArrayList<>(List.of("report", "merge"));
    // Shards end in any order.
    for (int i = count; i >= 1; i--) {
      String file = here.resolve(i + ".json").toString();
      CliRun.in(ROOT, "check", workspace, "--shard", i + "/" + count, "--report", "json=" + file);
      merge.add(file);
      assertThat(schemaErrors(Files.readString(Path.of(file)))).isEmpty();
    }
    merge.addAll(reports("joined"));
    CliRun joined = CliRun.in(ROOT, merge.toArray(String[]::new));

    assertThat(joined.code()).isEqualTo(whole.code());
    assertThat(joined.out()).isEqualTo(whole.out());
    for (String format : FORMATS) {
      assertThat(read("joined." + format)).as(format).isEqualTo(read("whole." + format));
    }
  }

  @Test
  void everyCellIsInOneShard() throws IOException {
    List<String> cells = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      JsonNode report =
          JsonMapper.shared()
              .readTree(
                  CliRun.in(
                          ROOT, "check", "fixtures/chain", "--shard", i + "/3", "--format", "json")
                      .out());
      assertThat(report.at("/shard/cells")).hasSizeBetween(4, 5);
      report.at("/shard/cells").forEach(cell -> cells.add(cell.toString()));
    }

    assertThat(cells).hasSize(13).doesNotHaveDuplicates();
  }

  @Test
  void suppressionThatOneShardUsesIsUsed() throws IOException {
    layOut();
    CliRun.write(
        here,
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        suppressions:
          - {rule: undefined-value, environment: prod, reason: "It is known."}
          - {rule: unused-value, reason: "It matches nothing."}
          - {rule: undefined-value, environment: dev, reason: "It was known.", expires: 2026-01-31}
          - {rule: unused-value, reason: "It is over.", expires: 2026-01-31}
        """);
    CliRun whole = CliRun.in(here, "check", "--format", "json");
    CliRun.in(here, "check", "--shard", "1/2", "--report", "json=1.json");
    CliRun.in(here, "check", "--shard", "2/2", "--report", "json=2.json");

    assertThat(whole.out())
        .contains("\"rule\" : \"unused-suppression\"", "nothing left to accept", "set a new date");
    assertThat(read("1.json")).doesNotContain("\"notChecked\" : 1");
    assertThat(CliRun.in(here, "report", "merge", "1.json", "2.json", "--format", "json").out())
        .isEqualTo(whole.out());
  }

  @Test
  void objectsOfOneLineAreJoinedAcrossShards() throws IOException {
    layOut();
    Path template = here.resolve("charts/a/templates/a.yaml");
    Files.writeString(
        template,
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: "{{ .Release.Namespace }}"}
        rules:
          - {apiGroups: ["*"], resources: [pods], verbs: [get]}
        """);
    CliRun.write(
        here,
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        environments: {dev: {}, prod: {}}
        releases:
          - {name: one, chart: charts/a, namespace: "one-{environment}"}
          - {name: two, chart: charts/a, namespace: "two-{environment}"}
        """);
    CliRun whole = CliRun.in(here, "check", "--format", "json");
    CliRun.in(here, "check", "--shard", "1/2", "--report", "json=1.json");
    CliRun.in(here, "check", "--shard", "2/2", "--report", "json=2.json");

    assertThat(whole.out()).contains("ClusterRole `one-dev` (and 3 more) allows every API group.");
    assertThat(read("1.json")).contains("ClusterRole `one-dev` (and `two-dev`) allows");
    assertThat(schemaErrors(read("1.json"))).isEmpty();
    assertThat(schemaErrors(whole.out())).isEmpty();
    assertThat(CliRun.in(here, "report", "merge", "2.json", "1.json", "--format", "json").out())
        .isEqualTo(whole.out());
  }

  @Test
  void layerOfFixIsChosenForEverybodyWhoHasTheDiagnostic() throws IOException {
    layOut();
    CliRun.write(here, "charts/a/values.yaml", "x: 1\nsafe: {readOnlyRootFilesystem: false}\n");
    CliRun.write(
        here,
        "charts/a/templates/b.yaml",
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a}
        spec:
          containers:
            - {name: a, image: "a:1", securityContext: {{ toJson .Values.safe }}}
        """);
    CliRun.write(here, "common.yaml", "x: 4\n");
    CliRun.write(
        here,
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        environments: {dev: {}, qa: {}, prod: {}}
        releases:
          - name: one
            chart: charts/a
            values: [common.yaml, "environments/{environment}/values.yaml"]
        suppressions:
          - {rule: writable-root-filesystem, environment: dev, reason: "It is for trying."}
        """);
    CliRun.write(here, "environments/qa/values.yaml", "x: 3\n");
    CliRun whole = CliRun.in(here, "check", "--format", "json");
    List<String> merge = new ArrayList<>(List.of("report", "merge", "--format", "json"));
    for (int i = 1; i <= 3; i++) {
      CliRun.in(here, "check", "--shard", i + "/3", "--report", "json=" + i + ".json");
      assertThat(schemaErrors(read(i + ".json"))).isEmpty();
      merge.add(i + ".json");
    }

    assertThat(whole.out())
        .contains("for prod and qa alone")
        .contains("environments/qa/values.yaml", "environments/prod/values.yaml");
    assertThat(read("3.json")).contains("for qa alone").doesNotContain("for prod and qa alone");
    assertThat(CliRun.in(here, merge.toArray(String[]::new)).out()).isEqualTo(whole.out());
  }

  @Test
  void missingShardIsRefused() throws IOException {
    layOut();
    CliRun.in(here, "check", "--shard", "1/3", "--report", "json=1.json");
    CliRun.in(here, "check", "--shard", "3/3", "--report", "json=3.json");

    assertThat(CliRun.in(here, "report", "merge", "1.json", "3.json"))
        .isEqualTo(new CliRun(2, "", "plimsoll: Shard 2 of 3 is missing.\n"));
    assertThat(CliRun.in(here, "report", "merge", "1.json", "1.json").err())
        .contains("Shard 1 is there twice.");
    CliRun.write(here, "x.json", "{\"a\": 1}");
    assertThat(CliRun.in(here, "report", "merge", "x.json").err())
        .contains("it is no JSON report of `plimsoll check`");
  }

  @Test
  void layerNamedTwiceIsRefused() throws IOException {
    CliRun.write(
        here,
        "1.json",
        """
        {"schemaVersion": 1, "diagnostics": [], "shard": {"layers": [
          {"file": "qa.yaml", "affects": []}, {"file": "qa.yaml", "affects": []}]}}\
        """);

    assertThat(CliRun.in(here, "report", "merge", "1.json"))
        .isEqualTo(
            new CliRun(
                2,
                "",
                "plimsoll: The result `1.json` cannot be read: it is no JSON report of `plimsoll"
                    + " check`: its `layers` name `qa.yaml` twice.\n"));
  }

  @Test
  void wholeResultIsWrittenInAnotherForm() throws IOException {
    layOut();
    CliRun.in(here, "check", "--report", "json=whole.json", "--report", "sarif=whole.sarif");

    assertThat(CliRun.in(here, "report", "merge", "whole.json", "--format", "sarif").out())
        .isEqualTo(read("whole.sarif"));
  }

  @Test
  void shardsAreCountedFromOne() {
    assertThat(CliRun.in(here, "check", "--shard", "3/2").err())
        .contains("expected a part and the number of parts, such as 2/5");
  }

  private CliRun check(String workspace, List<String> options, String name) {
    List<String> command = new ArrayList<>(List.of("check", workspace));
    command.addAll(options);
    command.addAll(reports(name));
    return CliRun.in(ROOT, command.toArray(String[]::new));
  }

  private List<String> reports(String name) {
    return FORMATS.stream()
        .flatMap(format ->
            List.of("--report", format + "=" + here.resolve(name + "." + format)).stream())
        .toList();
  }

  private String read(String file) throws IOException {
    return Files.readString(here.resolve(file));
  }

  private static List<String> schemaErrors(String json) throws IOException {
    return JsonSchemas.judge(json, Files.readString(ROOT.resolve("docs/schema/check.schema.json")));
  }

  private void layOut() throws IOException {
    CliRun.write(here, "charts/a/Chart.yaml", "apiVersion: v2\nname: a\nversion: 1.0.0\n");
    CliRun.write(here, "charts/a/values.yaml", "x: 1\n");
    CliRun.write(
        here,
        "charts/a/templates/a.yaml",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a}
        data: {x: "{{ .Values.x }}", y: "{{ .Values.y }}"}
        """);
    CliRun.write(here, "environments/dev/values.yaml", "x: 2\n");
    CliRun.write(here, "environments/prod/values.yaml", "x: 3\n");
  }
}
