package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.LspClient;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The server as a process of its own. */
@Tag("packaged")
final class LspProcessTest {

  @TempDir private Path folder;
  private Process server;
  private LspClient client;

  @BeforeEach
  void start() throws IOException {
    CliRun.write(folder, "charts/web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    CliRun.write(folder, "charts/web/values.yaml", "replicas: 1\n");
    CliRun.write(
        folder,
        "charts/web/values.schema.json",
        "{\"properties\": {\"replicas\": {\"type\": \"integer\"}}}");
    LspProcess started = LspProcess.start(Redirect.to(folder.resolve("stderr.txt").toFile()));
    server = started.process();
    client = started.client();
  }

  @AfterEach
  void kill() {
    server.destroyForcibly();
  }

  private String values() {
    return LspRun.uri(folder.resolve("charts/web/values.yaml"));
  }

  @Test
  void wholeLifeOverStandardStreams() throws Exception {
    JsonNode result = client.initialize(LspRun.folders(folder), "{}", "");
    client.open(values(), "yaml", "replicas: 1\n");
    client.edit(values(), 0, 10, 0, 11, "one");

    assertThat(result.path("serverInfo").path("name").asString("")).isEqualTo("plimsoll");
    assertThat(client.diagnostics(values()).toString()).contains("values-type-mismatch");
    client.shutDown();
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isZero();
    assertThat(Files.readString(folder.resolve("stderr.txt"))).isEmpty();
  }

  @Test
  void answersComeInTheStateInWhichTheyWereAsked() {
    client.initialize(LspRun.folders(folder), "{}", "");
    client.open(values(), "yaml", "a: 1\n");
    List<LspClient.Asked> asked = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      client.replace(values(), "key" + i + ": 1\n");
      asked.add(
          client.request(
              "textDocument/documentSymbol",
              "{\"textDocument\": {\"uri\": %s}}".formatted(LspClient.quoted(values()))));
    }
    for (int i = 0; i < asked.size(); i++) {
      assertThat(LspClient.await(asked.get(i)).get(0).path("name").asString(""))
          .isEqualTo("key" + i);
    }
  }

  @Test
  void nonsenseIsRefusedAndTheServerLives() throws IOException {
    client.initialize(LspRun.folders(folder), "{}", "");
    client.send("{\"jsonrpc\": \"2.0\", \"method\": \"textDocument/didChange\", \"params\": {}}");
    client.send("{\"jsonrpc\": \"2.0\", \"method\": \"no/such/thing\", \"params\": {}}");
    client.open(values(), "yaml", "replicas: one\n");

    assertThat(client.diagnostics(values()).toString()).contains("values-type-mismatch");
  }

  @Test
  void endOfInputEndsTheServer() throws Exception {
    client.initialize(LspRun.folders(folder), "{}", "");
    client.close();

    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isEqualTo(1);
  }

  @Test
  void nothingButMessagesIsWritten() throws Exception {
    server.getOutputStream().write("garbage\n\n".getBytes(StandardCharsets.US_ASCII));
    server.getOutputStream().flush();
    client.close();

    // The client refuses anything that is no message.
    client.end().get(30, TimeUnit.SECONDS);
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }
}
