package dev.plimsoll.cli;

import dev.plimsoll.testkit.LspClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A chart in two environments, for servers that each test starts for itself. */
abstract class LspChartBench {

  static final String VALUES = "image:\n  repository: web\nreplicas: 2\n";

  @TempDir Path folder;

  @BeforeEach
  final void writeChart() throws IOException {
    CliRun.write(
        folder,
        "charts/web/Chart.yaml",
        "apiVersion: v2\nname: web\nversion: 1.0.0\ndescription: A web server\n");
    CliRun.write(folder, "charts/web/values.yaml", VALUES);
    CliRun.write(
        folder,
        "charts/web/values.schema.json",
        "{\"properties\": {\"replicas\": {\"type\": \"integer\"}}}");
    CliRun.write(
        folder,
        "charts/web/templates/web.yaml",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{ .Release.Name }}
        data:
          image: {{ .Values.image.repository }}
          replicas: {{ .Values.replicas | quote }}
        """);
    CliRun.write(folder, "environments/dev/values.yaml", "replicas: 1\n");
    CliRun.write(folder, "environments/prod/values.yaml", "replicas: 3\n");
  }

  final String uri(String path) {
    return LspRun.uri(folder.resolve(path));
  }

  static List<String> messages(List<JsonNode> diagnostics) {
    return diagnostics.stream()
        .map(diagnostic ->
            diagnostic.path("code").asString("")
                + " "
                + diagnostic.path("range").path("start").path("line").asInt(-1)
                + ":"
                + diagnostic.path("range").path("start").path("character").asInt(-1)
                + " "
                + diagnostic.path("message").asString(""))
        .toList();
  }

  /** Tells the server that a file is another on the disk. */
  final void changed(LspRun run, String file) {
    run.client()
        .notify(
            "workspace/didChangeWatchedFiles",
            "{\"changes\": [{\"uri\": " + LspClient.quoted(uri(file)) + ", \"type\": 2}]}");
  }
}
