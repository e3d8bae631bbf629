package dev.plimsoll.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A template that prints a value which is null writes a field that is not there. */
class NullFieldTest {

  private static final String TEMPLATE =
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
                resources:
                  requests:
                    memory: {{ .Values.request }}
                  limits:
                    memory: {{ .Values.memory }}
      """;

  @Test
  void nullIsNoLimit() {
    RuleTester.forRule("missing-memory-limit")
        .file("charts/app/values.yaml", "memory: 1Gi\nrequest: 64Mi")
        .file(
            "charts/app/templates/app.yaml",
            TEMPLATE.replace("limits:", "limits: # expect: error [missing-memory-limit] 13..19"))
        .file("environments/prod/values.yaml", "memory: null")
        .verify();
  }

  @Test
  void aServerReadsItAsZero() {
    List<Diagnostic> found =
        RuleTester.forRule("request-above-limit")
            .file(
                "charts/app/values.yaml",
                """
                memory: 1Gi
                request: 64Mi # expect: error [request-above-limit] 10..14 "above the limit (null, which is 0)"
                """)
            .file("charts/app/templates/app.yaml", TEMPLATE)
            .file("environments/prod/values.yaml", "memory: null")
            .verify();

    // No request goes with it, so there is none to be set.
    assertThat(found).singleElement().extracting(Diagnostic::fixes).isEqualTo(List.of());
  }
}
