package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.LspClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Shows that an editor is told exactly what {@code plimsoll check --format json} reports, for every
 * workspace in {@code fixtures}.
 */
final class LspEqualsCheckTest {

  private static final Path FIXTURES =
      Path.of(System.getProperty("plimsoll.root"), "fixtures").toAbsolutePath();

  private static final String PULLING =
      """
      {"textDocument": {"diagnostic": {"relatedInformation": true}}}\
      """;
  private static final String PUSHED =
      """
      {"textDocument": {"publishDiagnostics": {"relatedInformation": true}},
       "general": {"positionEncodings": ["utf-32"]}}\
      """;

  /** Every folder that somebody would check as a whole: those with charts, helmfiles or objects. */
  static List<Path> workspaces() throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> folders = Files.list(FIXTURES)) {
      folders
          .filter(Files::isDirectory)
          .filter(folder -> !folder.endsWith("target"))
          .forEach(all::add);
    }
    try (Stream<Path> broken = Files.list(FIXTURES.resolve("broken-templates"))) {
      broken.filter(Files::isDirectory).filter(f -> !f.endsWith("expected")).forEach(all::add);
    }
    all.sort(null);
    return all;
  }

  @ParameterizedTest
  @MethodSource("workspaces")
  void askedForDiagnosticsAreThoseOfCheck(Path workspace) {
    List<String> expected = checked(workspace, false);
    try (LspRun run = LspRun.in(workspace, PULLING)) {
      JsonNode report = run.client().ask("workspace/diagnostic", "{\"previousResultIds\": []}");

      List<String> found = new ArrayList<>();
      report
          .path("items")
          .forEach(item ->
              found.addAll(
                  shown(workspace, item.path("uri").asString(""), item.path("items"), false)));
      assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("workspaces")
  void sentDiagnosticsAreThoseOfCheck(Path workspace) {
    List<String> expected = checked(workspace, true);
    try (LspRun run = LspRun.in(workspace, PUSHED)) {
      // Whatever is sent first, this is answered when everything has been.
      run.client().awaitMessage("window/logMessage", params -> isEnd(params));

      List<String> found = new ArrayList<>();
      run.client()
          .allDiagnostics()
          .forEach(
              (uri, sent) -> found.addAll(shown(workspace, uri, sent.path("diagnostics"), true)));
      assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static boolean isEnd(JsonNode params) {
    return params.path("message").asString("").startsWith("Checked ");
  }

  private static List<String> checked(Path workspace, boolean codePoints) {
    JsonNode report = LspClient.json(CliRun.in(workspace, "check", "--format", "json", ".").out());
    Positions positions = new Positions(workspace, codePoints);
    List<String> expected = new ArrayList<>();
    for (JsonNode diagnostic : report.path("diagnostics")) {
      if (diagnostic.path("suppression").isNull()) {
        expected.add(
            positions.place(diagnostic.path("location"))
                + " "
                + diagnostic.path("severity").asString("")
                + " ["
                + diagnostic.path("rule").asString("")
                + "] "
                + diagnostic.path("message").asString("")
                + cells(diagnostic.path("affects"))
                + related(diagnostic.path("related"), positions));
      }
    }
    for (JsonNode notChecked : report.path("notChecked")) {
      if (!notChecked.has("suppression")) {
        expected.add(
            positions.place(notChecked.path("location"))
                + " info [not-checked] "
                + notChecked.path("reason").asString("")
                + cells(notChecked.path("affects")));
      }
    }
    return expected;
  }

  private static String related(JsonNode related, Positions positions) {
    StringBuilder text = new StringBuilder();
    for (JsonNode each : related) {
      text.append("\n  ")
          .append(positions.place(each.path("location")))
          .append(' ')
          .append(each.path("message").asString(""));
    }
    return text.toString();
  }

  private static String cells(JsonNode affects) {
    StringBuilder text = new StringBuilder();
    for (JsonNode cell : affects) {
      text.append("\n  in ")
          .append(cell.path("release").asString(""))
          .append('/')
          .append(cell.path("environment").asString(""))
          .append('/')
          .append(cell.path("cluster").asString(""));
    }
    return text.toString();
  }

  private static List<String> shown(
      Path workspace, String uri, JsonNode diagnostics, boolean codePoints) {
    Positions positions = new Positions(workspace, codePoints);
    List<String> shown = new ArrayList<>();
    for (JsonNode diagnostic : diagnostics) {
      StringBuilder text = new StringBuilder();
      text.append(positions.shown(uri, diagnostic.path("range")))
          .append(' ')
          .append(severity(diagnostic.path("severity").asInt(0)))
          .append(" [")
          .append(diagnostic.path("code").asString(""))
          .append("] ")
          .append(withoutNotes(diagnostic.path("message").asString("")))
          .append(cells(diagnostic.path("data").path("affects")));
      for (JsonNode related : diagnostic.path("relatedInformation")) {
        text.append("\n  ")
            .append(
                positions.shown(
                    related.path("location").path("uri").asString(""),
                    related.path("location").path("range")))
            .append(' ')
            .append(related.path("message").asString(""));
      }
      shown.add(text.toString());
    }
    return shown;
  }

  private static String withoutNotes(String message) {
    return message.replaceFirst("\nIn [^\n]*\\.", "").replaceFirst("\nAffects [^\n]*\\.$", "");
  }

  private static String severity(int number) {
    return List.of("", "error", "warning", "info", "hint").get(number);
  }

  /** Places as both sides write them. */
  private record Positions(Path workspace, boolean codePoints, Map<String, LineIndex> lines) {

    Positions(Path workspace, boolean codePoints) {
      this(workspace, codePoints, new HashMap<>());
    }

    /** A place of the report. A member of an archive is its archive for this client. */
    String place(JsonNode location) {
      String file = location.path("file").asString("");
      JsonNode range = location.path("range");
      if (file.contains("!")) {
        return uri(file.substring(0, file.indexOf('!'))) + " 0:0-0:0";
      }
      return uri(file)
          + " "
          + position(file, range.path("start"))
          + "-"
          + position(file, range.path("end"));
    }

    String shown(String uri, JsonNode range) {
      return uri + " " + text(range.path("start")) + "-" + text(range.path("end"));
    }

    private static String text(JsonNode position) {
      return position.path("line").asInt(-1) + ":" + position.path("character").asInt(-1);
    }

    private String uri(String file) {
      return LspRun.uri(workspace.resolve(file).normalize());
    }

    private String position(String file, JsonNode position) {
      int line = position.path("line").asInt(0);
      int column = position.path("column").asInt(0);
      if (codePoints) {
        return (line - 1) + ":" + (column - 1);
      }
      LineIndex index = lines.computeIfAbsent(file, this::index);
      int start = index.line(line).start();
      int offset = index.offset(new dev.plimsoll.source.Position(line, column));
      return (line - 1) + ":" + (offset - start);
    }

    private LineIndex index(String file) {
      try {
        return new SourceFile(file, Files.readString(workspace.resolve(file))).lines();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
