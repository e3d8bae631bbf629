package dev.plimsoll.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.diagnostic.TextEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a fix of an object rule sets the value, and how. */
class SettingFixTest {

  private static final String CONFIG =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: app
      data:
        LOG_LEVEL: {{ .Values.config.logLevel }}
      """;

  private static final String PRINTED =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: app
      spec:
        selector:
          matchLabels: {app: app}
        template:
          metadata:
            labels: {app: app}
          spec:
            containers:
              - name: app
                image: registry.example.com/app:1.4.2
                securityContext:
                  {{- toYaml .Values.securityContext | nindent 12 }}
      """;

  @Test
  void theWinningLayerIsEditedWhereOnlyTheAffectedReadIt() {
    RuleTester.forRule("debug-logging")
        .file("charts/app/values.yaml", "config:\n  logLevel: info")
        .file("charts/app/templates/config.yaml", CONFIG)
        .file(
            "environments/prod/values.yaml",
            """
            config:
              # for an hour
              logLevel: "debug"   # expect: warning [debug-logging] 13..20
            """)
        .verifyFix(
            Applicability.SAFE,
            "environments/prod/values.yaml",
            """
            config:
              # for an hour
              logLevel: "info"
            """);
  }

  @Test
  void theEnvironmentsOwnFileComesBeforeALayerThatOthersAreContentWith() {
    List<Diagnostic> found =
        RuleTester.forRule("debug-logging")
            .file(
                "charts/app/values.yaml",
                "config:\n  logLevel: debug # expect: warning [debug-logging] 13..18")
            .file("charts/app/templates/config.yaml", CONFIG)
            .file("environments/dev/values.yaml", "config: {}")
            .file(
                "environments/prod/values.yaml",
                """
                service:
                    port: 80
                config:
                    # seconds
                    timeout: 5
                other: 1
                """)
            .verify();

    List<Fix> fixes = found.getFirst().fixes();
    assertThat(fixes)
        .extracting(Fix::title)
        .containsExactly(
            "Set `config.logLevel` to `info`, for prod alone",
            "Set `config.logLevel` to `info`, also for dev");
    assertThat(fixes)
        .extracting(Fix::applicability)
        .containsExactly(Applicability.SAFE, Applicability.UNSAFE);
    TextEdit edit = fixes.getFirst().edits().getFirst();
    assertThat(edit.location().file().path()).isEqualTo("environments/prod/values.yaml");
    assertThat(applied(edit))
        .isEqualTo(
            """
            service:
                port: 80
            config:
                # seconds
                timeout: 5
                logLevel: info
            other: 1
            """);
    assertThat(fixes.getLast().edits().getFirst().location().file().path())
        .isEqualTo("charts/app/values.yaml");
  }

  @Test
  void mapsThatAreMissingAreWrittenInTheIndentationOfTheFile() {
    List<Diagnostic> found =
        RuleTester.forRule("debug-logging")
            .file(
                "charts/app/values.yaml",
                "config:\n  logLevel: debug # expect: warning [debug-logging] 13..18")
            .file("charts/app/templates/config.yaml", CONFIG)
            .file("environments/dev/values.yaml", "")
            .file("environments/prod/values.yaml", "service:\n    port: 80\n")
            .verify();

    assertThat(applied(found.getFirst().fixes().getFirst().edits().getFirst()))
        .isEqualTo("service:\n    port: 80\nconfig:\n    logLevel: info\n");
  }

  @Test
  void aFieldThatAPrintedMapLacksIsAddedToTheMap() {
    RuleTester.forRule("privilege-escalation")
        .file("charts/app/templates/app.yaml", PRINTED)
        .file(
            "environments/prod/values.yaml",
            """
            securityContext:   # expect: warning [privilege-escalation] 1..16
              runAsNonRoot: true
            """)
        .verifyFix(
            Applicability.UNSAFE,
            "environments/prod/values.yaml",
            """
            securityContext:
              runAsNonRoot: true
              allowPrivilegeEscalation: false
            """);
  }

  @Test
  void whatATemplateMakesOfAValueHasNoFix() {
    List<Diagnostic> found =
        RuleTester.forRule("debug-logging")
            .file(
                "charts/app/templates/config.yaml",
                CONFIG.replace(
                    "{{ .Values.config.logLevel }}", "{{ lower .Values.config.logLevel }}"))
            .file(
                "environments/prod/values.yaml",
                "config:\n  logLevel: DEBUG # expect: warning [debug-logging] 13..18")
            .verify();

    assertThat(found.getFirst().fixes()).isEmpty();
  }

  @Test
  void aWrongUserIsNotMendedWithTheValueOfAnotherField() {
    List<Diagnostic> found =
        RuleTester.forRule("root-container")
            .file("charts/app/templates/app.yaml", PRINTED)
            .file(
                "environments/prod/values.yaml",
                "securityContext:\n  runAsUser: 0 # expect: warning [root-container] 14..15")
            .verify();

    assertThat(found.getFirst().fixes()).isEmpty();
  }

  private static String applied(TextEdit edit) {
    return new StringBuilder(edit.location().file().text())
        .replace(edit.location().span().start(), edit.location().span().end(), edit.newText())
        .toString();
  }
}
