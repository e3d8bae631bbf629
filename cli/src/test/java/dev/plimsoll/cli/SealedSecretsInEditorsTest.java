package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.LspClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What editors are told of estates with encrypted secrets, by a server that has no key. */
final class SealedSecretsInEditorsTest {

  private static final String CAPABILITIES =
      """
      {"workspace": {"workspaceEdit": {"documentChanges": true}, "textDocumentContent": {}},
       "textDocument": {"codeAction": {"resolveSupport": {"properties": ["edit"]}}}}\
      """;

  /** What is asked of a document. */
  private static final List<String> OF_DOCUMENTS =
      List.of(
          "documentSymbol",
          "foldingRange",
          "documentLink",
          "codeLens",
          "selectionRange",
          "semanticTokens/full",
          "diagnostic");

  /** What is asked of a range. */
  private static final List<String> OF_RANGES = List.of("inlayHint", "codeAction");

  /** What is asked of a place. */
  private static final List<String> OF_PLACES =
      List.of(
          "hover",
          "completion",
          "definition",
          "implementation",
          "references",
          "documentHighlight",
          "signatureHelp",
          "prepareRename",
          "rename");

  /** What is asked of no document. */
  private static final String COMMANDS = "executeCommand";

  @TempDir private Path here;

  private final StringBuilder told = new StringBuilder();

  static Stream<SealedEstate> estates() {
    return Stream.of(SealedEstate.FLEET, SealedEstate.VAULT);
  }

  @ParameterizedTest
  @MethodSource("estates")
  void noAnswerHasAnythingOfASecret(SealedEstate estate) throws IOException {
    estate.copyTo(here);
    try (LspRun run = LspRun.start()) {
      JsonNode capabilities =
          run.client().initialize(LspRun.folders(here), CAPABILITIES, "").path("capabilities");
      for (Path file : estate.files()) {
        if (file.toString().matches(".*\\.(?:ya?ml|gotmpl|tpl)")) {
          ask(run.client(), file);
        }
      }
      commands(run.client(), estate, capabilities);
      documents(run.client());
      told.append(run.client().allDiagnostics());
      told.append(run.client().received("window/logMessage"));

      assertThat(offers(capabilities)).isSubsetOf(asked());
    }
    assertThat(told.length()).isGreaterThan(10_000);
    assertThat(told.toString()).contains(estate.release()).doesNotContain(estate.secrets());
  }

  private static Set<String> asked() {
    Set<String> asked = new TreeSet<>(Set.of(COMMANDS));
    Stream.of(OF_DOCUMENTS, OF_RANGES, OF_PLACES)
        .flatMap(List::stream)
        .map(method -> method.replaceFirst("/.*", ""))
        .forEach(asked::add);
    return asked;
  }

  private static Set<String> offers(JsonNode capabilities) {
    Set<String> offers = new TreeSet<>();
    capabilities
        .propertyNames()
        .forEach(name -> {
          if (name.endsWith("Provider")) {
            offers.add(name.substring(0, name.length() - "Provider".length()));
          }
        });
    assertThat(offers).hasSizeGreaterThan(10);
    return offers;
  }

  /** Asks everything of every line of a file. */
  private void ask(LspClient client, Path file) throws IOException {
    String uri = LspRun.uri(here.resolve(file));
    String text = Files.readString(here.resolve(file));
    client.open(uri, file.toString().contains("templates/") ? "helm" : "yaml", text);
    String document = "{\"textDocument\": {\"uri\": %s}".formatted(LspClient.quoted(uri));
    for (String method : OF_DOCUMENTS) {
      tell(client, method, document + ", \"positions\": [{\"line\": 1, \"character\": 4}]}");
    }
    List<String> lines = text.lines().toList();
    String range =
        document
            + ", \"range\": "
            + LspClient.range(0, 0, lines.size(), 0)
            + ", \"context\": {\"diagnostics\": []}}";
    for (String method : OF_RANGES) {
      tell(client, method, range);
    }
    for (int line = 0; line < lines.size(); line++) {
      String place =
          document
              + ", \"position\": {\"line\": %d, \"character\": %d}"
                  .formatted(line, place(lines.get(line)));
      for (String method : OF_PLACES) {
        tell(
            client,
            method,
            place + ", \"newName\": \"other\", \"context\": {\"includeDeclaration\": true}}");
      }
    }
    client.close(uri);
  }

  /** The value of a line, or its key where it has none. */
  private static int place(String line) {
    int key = line.length() - line.stripLeading().length();
    int value = line.indexOf(": ");
    return value > 0 ? Math.min(value + 4, line.length()) : key;
  }

  private void tell(LspClient client, String method, String params) {
    try {
      told.append(client.ask("textDocument/" + method, params));
    } catch (LspClient.Refusal e) {
      told.append(e.getMessage());
    }
  }

  /** Has every command of the server run for every environment. */
  private void commands(LspClient client, SealedEstate estate, JsonNode capabilities) {
    List<String> environments = estate.environments();
    JsonNode commands = capabilities.path("executeCommandProvider").path("commands");
    assertThat(commands.size()).isPositive();
    for (JsonNode command : commands) {
      for (String environment : environments) {
        String other = environments.get((environments.indexOf(environment) + 1) % 2);
        String last =
            switch (command.asString("")) {
              case "plimsoll.compareEnvironments" -> other;
              case "plimsoll.explainValue" -> estate.leaf();
              default -> "";
            };
        List<String> arguments =
            switch (command.asString("")) {
              case "plimsoll.chooseEnvironment" -> List.of(environment);
              case "plimsoll.explainRule" -> List.of("plaintext-secret");
              default -> List.of(estate.release(), environment, last);
            };
        told.append(
            client.ask(
                "workspace/" + COMMANDS,
                "{\"command\": %s, \"arguments\": %s}"
                    .formatted(
                        command,
                        arguments.stream()
                            .filter(each -> !each.isEmpty())
                            .map(LspClient::quoted)
                            .toList())));
      }
    }
  }

  /** Reads every document that the server provides: of each cell, and of two that are compared. */
  private void documents(LspClient client) {
    List<String> addresses = new ArrayList<>();
    JsonNode cells =
        client.ask(
            "workspace/" + COMMANDS, "{\"command\": \"plimsoll.matrix\", \"arguments\": []}");
    for (JsonNode cell : cells) {
      addresses.add(cell.path("values").toString());
      addresses.add(cell.path("manifest").toString());
    }
    client
        .ask(
            "workspace/" + COMMANDS,
            "{\"command\": \"plimsoll.comparedValues\", \"arguments\": [%s, %s]}"
                .formatted(addresses.getFirst(), addresses.get(addresses.size() - 2)))
        .forEach(address -> addresses.add(address.toString()));
    for (String address : addresses) {
      String text =
          client
              .ask("workspace/textDocumentContent", "{\"uri\": " + address + "}")
              .path("text")
              .asString("");
      assertThat(text).startsWith("# What ");
      told.append(text);
    }
    assertThat(told).contains(" see.\n");
  }
}
