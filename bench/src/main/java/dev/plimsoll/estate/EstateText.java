package dev.plimsoll.estate;

import dev.plimsoll.estate.ChartKind.InnerChart;

/**
 * The files of an estate that differ from release to release and from environment to environment.
 */
final class EstateText {

  private static final String TEMPLATES =
      """
      templates:
        application: &application
          missingFileHandler: Error
          values:
            - values/common.yaml
            - values/{{ .Environment.Name }}.yaml
            - 'releases/{{ "{{" }} .Release.Name {{ "}}" }}/values.yaml'
            - 'releases/{{ "{{" }} .Release.Name {{ "}}" }}/{{ .Environment.Name }}.yaml'

      """;

  private EstateText() {}

  static String helmfile(EstateSize size) {
    StringBuilder text = new StringBuilder("environments:\n");
    for (int i = 0; i < size.environments(); i++) {
      String name = Estate.environment(i);
      text.append("  ").append(name).append(":\n    kubeContext: ").append(name).append('\n');
      text.append("    values:\n      - environments/").append(name).append(".yaml\n");
    }
    text.append("---\nhelmDefaults:\n  wait: true\n  atomic: true\n  timeout: 600\n\n");
    text.append("commonLabels:\n  domain: {{ .Values.domain }}\n\n");
    text.append(TEMPLATES).append("releases:\n");
    for (int i = 0; i < size.releases(); i++) {
      String name = Estate.release(i, size);
      text.append("  - name: ").append(name).append('\n');
      text.append("    namespace: ").append(Estate.team(i)).append('\n');
      text.append("    chart: ./charts/").append(Estate.chart(i % size.charts())).append('\n');
      text.append("    labels:\n      team: ").append(Estate.team(i)).append('\n');
      text.append("    inherit:\n      - template: application\n");
      if (Estate.isWeb(i, size)) {
        text.append("    values:\n      - ingress:\n          host: ");
        text.append(name).append(".{{ .Values.domain }}\n");
      }
    }
    return text.toString();
  }

  static String chart(String name, int index, ChartKind kind) {
    StringBuilder text = new StringBuilder();
    text.append("apiVersion: v2\nname: ").append(name).append('\n');
    text.append("description: The ").append(name).append(" of the estate\n");
    text.append("type: application\nversion: 1.").append(index).append(".0\n");
    text.append("appVersion: \"2.").append(index).append(".3\"\ndependencies:\n");
    for (InnerChart inner : kind.inner()) {
      text.append("  - name: ").append(inner.name()).append('\n');
      text.append("    version: ").append(inner.version()).append('\n');
      text.append("    repository: https://charts.example.com\n");
      if (inner.equals(InnerChart.CACHE)) {
        text.append("    condition: cache.enabled\n");
      }
    }
    return text.toString();
  }

  static String commonValues() {
    return """
    global:
      imageRegistry: registry.example.com
      imagePullSecrets:
        - registry-credentials
    commonLabels:
      app.kubernetes.io/part-of: estate
    """;
  }

  static String environment(int environment) {
    return "domain: %s\nregion: region-%d\n".formatted(Estate.domain(environment), environment);
  }

  static String environmentValues(int environment) {
    return """
    commonLabels:
      stage: %1$s
    replicaCount: %2$d
    config:
      logLevel: %3$s
    database:
      host: db.%1$s.example.internal
    topologySpread: %4$s
    """
        .formatted(
            Estate.environment(environment),
            Math.min(environment + 1, 4),
            environment < 2 ? "DEBUG" : "INFO",
            environment < 2 ? "[]" : "[zone]");
  }

  static String releaseValues(int release, EstateSize size) {
    String name = Estate.release(release, size);
    StringBuilder text =
        new StringBuilder(
            """
            image:
              tag: "2.%1$d.%2$d"

            config:
              settings:
                poolSize: %3$d
                queueName: %4$s
              features:
                audit: %5$s
                newCheckout: %6$s
              upstreams:
                - name: accounts
                  url: https://accounts-%2$d.example.com
                  timeout: %3$ds
                - name: prices
                  url: https://prices.example.com
                  timeout: 10s

            env:
              service-name: "{{ .Release.Name }}"
              cache-seconds: %7$d
              trace-endpoint: http://tracing.monitoring:4317

            podAnnotations:
              prometheus.io/scrape: "true"
              prometheus.io/port: "8080"

            podLabels:
              owner: %8$s

            """
                .formatted(
                    release % size.charts(),
                    release / size.charts(),
                    10 + release % 7,
                    name,
                    release % 2 == 0,
                    release % 3 == 0,
                    60 + release,
                    Estate.team(release)));
    if (Estate.isWeb(release, size)) {
      text.append("ingress:\n  enabled: true\n  annotations:\n");
      text.append("    cert-manager.io/cluster-issuer: public\n");
      text.append("cache:\n  enabled: ").append(release % 2 == 0).append('\n');
    }
    return text.toString();
  }

  static String releaseValues(int release, int environment, EstateSize size) {
    ChartKind kind = ChartKind.of(release % size.charts());
    StringBuilder text =
        new StringBuilder(
            """
            database:
              name: %1$s_%2$d
              replicas:
                - name: a
                  host: replica-a.%3$s.example.internal
                - name: b
                  host: replica-b.%3$s.example.internal

            resources:
              requests:
                cpu: %4$dm
                memory: %5$dMi
              limits:
                memory: %5$dMi

            nodeSelector:
              pool: %6$s
            """
                .formatted(
                    Estate.chart(release % size.charts()).replace('-', '_'),
                    release,
                    Estate.environment(environment),
                    50 + 25 * (environment + release % 3),
                    128 * (1 + environment),
                    Estate.team(release)));
    if (kind.equals(ChartKind.WEB) || kind.equals(ChartKind.WORKER)) {
      text.append("autoscaling:\n  enabled: ").append(environment >= 2);
      text.append("\n  maxReplicas: ").append(4 + environment).append('\n');
    } else if (kind.equals(ChartKind.STORE)) {
      text.append("persistence:\n  size: ").append(10 * (environment + 1)).append("Gi\n");
    }
    return text.toString();
  }
}
