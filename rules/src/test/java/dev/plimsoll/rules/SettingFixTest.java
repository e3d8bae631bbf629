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

  private static final String RESOURCES =
      PRINTED
          .replace("securityContext:", "resources:")
          .replace("Values.securityContext", "Values.resources");

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

  @Test
  void aRequestAboveItsLimitRaisesTheLimitOfThatEnvironmentOrComesDown() {
    List<Diagnostic> found =
        RuleTester.forRule("request-above-limit")
            .file("charts/app/templates/app.yaml", RESOURCES)
            .file(
                "charts/app/values.yaml",
                "resources:\n  requests: {memory: 256Mi}\n  limits: {memory: 1Gi}\n")
            .file("environments/dev/values.yaml", "")
            .file(
                "environments/prod/values.yaml",
                """
                resources:
                  requests:
                    # since the catalogue has grown
                    memory: "2Gi" # expect: error [request-above-limit] 13..18
                """)
            .verify();

    List<Fix> fixes = found.getFirst().fixes();
    assertThat(fixes)
        .extracting(Fix::title)
        .containsExactly(
            "Set `resources.limits.memory` to `2Gi`, for prod alone",
            "Set `resources.limits.memory` to `2Gi`, also for dev",
            "Set `resources.requests.memory` to `\"1Gi\"`");
    assertThat(applied(fixes.getFirst().edits().getFirst()))
        .isEqualTo(
            """
            resources:
              requests:
                # since the catalogue has grown
                memory: "2Gi"
              limits:
                memory: 2Gi
            """);
    assertThat(applied(fixes.getLast().edits().getFirst()))
        .isEqualTo(
            """
            resources:
              requests:
                # since the catalogue has grown
                memory: "1Gi"
            """);
  }

  @Test
  void aNullThatDeletesALimitIsTakenAway() {
    RuleTester.forRule("missing-memory-limit")
        .file("charts/app/templates/app.yaml", RESOURCES)
        .file("charts/app/values.yaml", "resources:\n  limits: {memory: 1Gi}\n")
        .file(
            "environments/prod/values.yaml",
            """
            resources:
              limits:
                # it was too small
                memory: null # expect: error [missing-memory-limit] 13..17
                cpu: "2"
            """)
        .verifyFix(
            Applicability.UNSAFE,
            "environments/prod/values.yaml",
            """
            resources:
              limits:
                # it was too small
                cpu: "2"
            """);
  }

  @Test
  void aNullThatStandsAloneGetsWhatItHasDeleted() {
    RuleTester.forRule("missing-memory-limit")
        .file("charts/app/templates/app.yaml", RESOURCES)
        .file(
            "charts/app/values.yaml",
            "resources:\n  limits: {memory: 1Gi}\n  requests: {memory: 1Gi}\n")
        .file(
            "environments/prod/values.yaml",
            "resources: {limits: {memory: null}} # expect: error [missing-memory-limit] 30..34")
        .verifyFix(
            Applicability.UNSAFE,
            "environments/prod/values.yaml",
            "resources: {limits: {memory: 1Gi}}\n");
  }

  @Test
  void aListGetsWhatItLacksAndKeepsItsCommentsAndLayout() {
    RuleTester.forRule("retained-capabilities")
        .file("charts/app/templates/app.yaml", PRINTED)
        .file(
            "environments/prod/values.yaml",
            """
            securityContext:
              capabilities:
                drop: # expect: info [retained-capabilities] 5..9
                - MKNOD   # no devices
                # and no raw sockets
                - NET_RAW # by order
              runAsNonRoot: true
            """)
        .verifyFix(
            Applicability.UNSAFE,
            "environments/prod/values.yaml",
            """
            securityContext:
              capabilities:
                drop:
                - MKNOD   # no devices
                # and no raw sockets
                - NET_RAW # by order
                - ALL
              runAsNonRoot: true
            """);
  }

  @Test
  void aFieldThatAPlainManifestLacksIsWrittenInItsLayout() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: app}
        spec:
            containers:
              # the only one
              - image: registry.example.com/app:1.4.2 # pinned%s
                name: app
        ---
        # the next document
        """;
    List<Diagnostic> found =
        RuleTester.forRule("writable-root-filesystem")
            .absent("charts/app")
            .file("pods/app.yaml", pod.formatted(" # expect: warning [writable-root-filesystem]"))
            .verify();

    assertThat(applied(found.getFirst().fixes().getFirst().edits().getFirst()))
        .isEqualTo(
            pod.formatted("")
                .replace(
                    "        name: app\n",
                    """
                            name: app
                            securityContext:
                                readOnlyRootFilesystem: true
                    """));
  }

  @Test
  void aListOfAPlainManifestGetsWhatItLacks() {
    RuleTester.forRule("retained-capabilities")
        .absent("charts/app")
        .file(
            "pods/app.yaml",
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: app}
            spec:
              containers:
                - name: app
                  securityContext:
                    capabilities:
                      drop: [MKNOD, ] # expect: info [retained-capabilities] 11..15
            """)
        .verifyFix(
            Applicability.UNSAFE,
            "pods/app.yaml",
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: app}
            spec:
              containers:
                - name: app
                  securityContext:
                    capabilities:
                      drop: [MKNOD, ALL ]
            """);
  }

  @Test
  void aNullInAPlainManifestIsLeftToItsAuthor() {
    List<Diagnostic> found =
        RuleTester.forRule("writable-root-filesystem")
            .absent("charts/app")
            .file(
                "pods/app.yaml",
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: app}
                spec:
                  containers:
                    - name: app # expect: warning [writable-root-filesystem]
                      securityContext: null
                """)
            .verify();

    assertThat(found.getFirst().fixes()).isEmpty();
  }

  private static String applied(TextEdit edit) {
    return new StringBuilder(edit.location().file().text())
        .replace(edit.location().span().start(), edit.location().span().end(), edit.newText())
        .toString();
  }
}
