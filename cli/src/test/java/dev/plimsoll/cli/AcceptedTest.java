package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to accept a diagnostic, in one estate. */
final class AcceptedTest {

  /** Everything that is wrong with the estate. */
  private static final List<String> WRONG =
      List.of(
          "floating-image-tag",
          "root-container",
          "shared-host-namespace",
          "missing-memory-limit",
          "privileged-container");

  private static final String VALUES = "environments/prod/values.yaml";

  @TempDir private Path here;

  @BeforeEach
  void write() throws IOException {
    CliRun.write(here, "charts/gate/Chart.yaml", "apiVersion: v2\nname: gate\nversion: 1.0.0\n");
    CliRun.write(here, "charts/gate/values.yaml", "replicas: 2\n");
    CliRun.write(
        here,
        "charts/gate/templates/gate.yaml",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: gate
          annotations: {}
        spec:
          replicas: {{ .Values.replicas }}
          selector:
            matchLabels: {app: gate}
          template:
            metadata:
              labels: {app: gate}
            spec:
              # on the next line
              hostNetwork: true
              containers:
                - name: gate
                  image: registry.example.com/gate:{{ .Values.tag }}
                  securityContext:
                    {{- toYaml .Values.securityContext | nindent 12 }}
        """);
    CliRun.write(
        here,
        VALUES,
        """
        replicas: 1
        tag: latest
        securityContext:
          privileged: true
        """);
  }

  @Test
  void withoutAWordEverythingCounts() {
    assertThat(wrong()).containsAll(WRONG);
  }

  @Test
  void eachKindOfSuppressionWorksAndTheExpiredOneIsReported() throws IOException {
    CliRun.write(
        here,
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        suppressions:
          - {rule: missing-memory-limit, kind: Deployment, container: gate, reason: Nobody has measured it.}
        """);
    edit(
        VALUES,
        "tag: latest",
        "tag: latest # plimsoll: allow floating-image-tag because the registry is frozen");
    edit(
        VALUES,
        "  privileged",
        "  # plimsoll: allow privileged-container until 2026-10-31 because the driver is late\n"
            + "  privileged");
    edit(
        "charts/gate/templates/gate.yaml",
        "      # on the next line",
        "      {{- /* plimsoll: allow shared-host-namespace because it answers for the node */}}");
    edit(
        "charts/gate/templates/gate.yaml",
        "annotations: {}",
        "annotations: {plimsoll.dev/allow-root-container: until 2027-01-31 because it binds a low port}");

    CliRun check = CliRun.in(here, "check");

    assertThat(wrong())
        .contains("privileged-container", "expired-suppression")
        .doesNotContain(
            "floating-image-tag",
            "root-container",
            "shared-host-namespace",
            "missing-memory-limit");
    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out())
        .contains("[privileged-container]")
        .containsPattern("\\[expired-suppression\\][^\n]*2026-10-31[^\n]*\n +--> " + VALUES + ":4:")
        .contains("4 suppressed");
    assertThat(CliRun.in(here, "suppressions").out())
        .contains("Nobody has measured it.")
        .contains("the registry is frozen")
        .contains("it answers for the node")
        .contains("it binds a low port")
        .contains("the driver is late")
        .contains("expired");
  }

  @Test
  void aBaselineOutlivesANewIndentation() throws IOException {
    CliRun.in(here, "baseline");
    assertThat(CliRun.in(here, "check").code()).isZero();

    CliRun.write(
        here,
        VALUES,
        """
        # what this environment has of its own


        securityContext:
              # for the driver
              privileged:   true
        tag:  "latest"
        replicas:    1
        """);

    CliRun check = CliRun.in(here, "check");
    assertThat(check.out()).doesNotContain("error[").doesNotContain("warning[");
    assertThat(check.code()).isZero();
    edit(VALUES, "replicas:    1", "replicas:    two");
    assertThat(wrong()).contains("object-type-mismatch");
  }

  /** The rules with something that counts at the level of warnings. */
  private List<String> wrong() {
    return CliRun.in(here, "check", "--format", "github")
        .out()
        .lines()
        .filter(line -> line.startsWith("::error") || line.startsWith("::warning"))
        .map(line -> line.replaceAll(".*title=([a-z-]+).*", "$1"))
        .distinct()
        .toList();
  }

  private void edit(String file, String old, String text) throws IOException {
    String before = Files.readString(here.resolve(file));
    assertThat(before).contains(old);
    Files.writeString(here.resolve(file), before.replace(old, text));
  }
}
