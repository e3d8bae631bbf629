package dev.plimsoll.rules;

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
                    memory: 64Mi # REQUEST
                  limits: # LIMITS
                    memory: {{ .Values.memory }}
      """;

  @Test
  void nullIsNoLimit() {
    tester("missing-memory-limit", "# LIMITS", "# expect: error [missing-memory-limit] 13..19")
        .verify();
  }

  @Test
  void aServerReadsItAsZero() {
    tester(
            "request-above-limit",
            "# REQUEST",
            "# expect: error [request-above-limit] 23..27 \"above the limit (null, which is 0)\"")
        .verify();
  }

  private static RuleTester tester(String rule, String mark, String expected) {
    return RuleTester.forRule(rule)
        .file("charts/app/values.yaml", "memory: 1Gi")
        .file("charts/app/templates/app.yaml", TEMPLATE.replace(mark, expected))
        .file("environments/prod/values.yaml", "memory: null");
  }
}
