package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.LspClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an editor must be able to do to the server without harm. */
@Tag("packaged")
final class LspRobustnessTest {

  private static final int EDITS = 10_000;
  private static final List<String> SNIPPETS =
      List.of(
          "x",
          "\n",
          "  ",
          ": ",
          "{{",
          "}}",
          "- ",
          "\"",
          "'",
          "#",
          "|\n",
          "\uD83D\uDE80",
          "ä",
          "&a ",
          "*a",
          "{{ .Values.",
          "{{- end }}",
          "\t",
          "---\n",
          "[",
          "{",
          "null",
          "key: value\n");
  private static final List<String> QUESTIONS =
      List.of(
          "hover",
          "completion",
          "definition",
          "documentHighlight",
          "signatureHelp",
          "documentSymbol",
          "foldingRange",
          "codeLens",
          "semanticTokens/full",
          "documentLink");

  @TempDir private Path folder;

  /** A text of the editor, kept beside the server's. */
  private static final class Text {
    private final String uri;
    private final StringBuilder content;

    Text(String uri, String content) {
      this.uri = uri;
      this.content = new StringBuilder(content);
    }
  }

  /**
   * Ten thousand edits at random places with questions of which many are cancelled: nothing fails,
   * and in the end the diagnostics are those of a server that has only seen the end.
   */
  @Test
  void randomEditsAndCancelsDoNoHarm() throws IOException {
    copy(Path.of(System.getProperty("plimsoll.root"), "fixtures", "first-look"), folder);
    Random random = new Random(7);
    try (LspRun run = LspRun.in(folder, "{}")) {
      List<Text> texts = open(run);
      List<LspClient.Asked> asked = new ArrayList<>();
      long early = 0;
      for (int i = 0; i < EDITS; i++) {
        edit(run, texts.get(random.nextInt(texts.size())), random);
        if (random.nextInt(10) == 0) {
          Text about = texts.get(random.nextInt(texts.size()));
          LspClient.Asked question = ask(run, about, random);
          if (random.nextBoolean()) {
            run.client().cancel(question);
          }
          asked.add(question);
        }
        if (i == EDITS / 5) {
          early = settledHeap(run, texts);
        }
      }
      for (LspClient.Asked question : asked) {
        assertAnswered(question);
      }
      long late = settledHeap(run, texts);
      assertThat(run.client().received("window/logMessage"))
          .noneMatch(message -> message.toString().contains("bug in plimsoll"));
      // Whatever grows with each edit would have grown five times as much by now.
      assertThat(late).isLessThan(early * 3 / 2 + (24L << 20));
      assertSameAsFresh(run, texts);
    }
  }

  private List<Text> open(LspRun run) throws IOException {
    List<Text> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Text text = new Text(LspRun.uri(file), Files.readString(file));
        texts.add(text);
        run.client().open(text.uri, "yaml", text.content.toString());
      }
    }
    return texts;
  }

  private static void edit(LspRun run, Text text, Random random) {
    int length = text.content.length();
    int start = random.nextInt(length + 1);
    int end = Math.min(length, start + random.nextInt(length > 4_000 ? 40 : 6));
    if (start < length && Character.isLowSurrogate(text.content.charAt(start))) {
      start++;
    }
    if (end < length && Character.isLowSurrogate(text.content.charAt(end))) {
      end++;
    }
    end = Math.max(start, end);
    // A carriage return alone ends a line too, and none is ever typed here.
    String snippet = SNIPPETS.get(random.nextInt(SNIPPETS.size()));
    int[] from = position(text.content, start);
    int[] to = position(text.content, end);
    text.content.replace(start, end, snippet);
    run.client().edit(text.uri, from[0], from[1], to[0], to[1], snippet);
  }

  private static int[] position(CharSequence text, int offset) {
    int line = 0;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new int[] {line, offset - lineStart};
  }

  private static LspClient.Asked ask(LspRun run, Text text, Random random) {
    String question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
    int[] at = position(text.content, random.nextInt(text.content.length() + 1));
    return run.client()
        .request(
            "textDocument/" + question,
            "{\"textDocument\": {\"uri\": %s}, \"position\": {\"line\": %d, \"character\": %d}}"
                .formatted(LspClient.quoted(text.uri), at[0], at[1]));
  }

  /** Answered, cancelled, or refused because the text has changed since. */
  private static void assertAnswered(LspClient.Asked question) {
    try {
      LspClient.await(question);
    } catch (LspClient.Refusal refusal) {
      assertThat(refusal.code()).isIn(-32800, -32801);
    }
  }

  private static long settledHeap(LspRun run, List<Text> texts) {
    texts.forEach(text -> run.client().diagnostics(text.uri));
    return run.heap().getAsLong();
  }

  private void assertSameAsFresh(LspRun run, List<Text> texts) {
    try (LspRun fresh = LspRun.in(folder, "{}")) {
      texts.forEach(text -> fresh.client().open(text.uri, "yaml", text.content.toString()));
      for (Text text : texts) {
        assertThat(shown(run.client().diagnostics(text.uri)))
            .as(text.uri)
            .containsExactlyInAnyOrderElementsOf(shown(fresh.client().diagnostics(text.uri)));
      }
    }
  }

  private static List<String> shown(List<JsonNode> diagnostics) {
    return diagnostics.stream().map(JsonNode::toString).toList();
  }

  /** Many threads edit and ask at once: everybody is answered. */
  @Test
  void concurrentEditsAndQuestionsDoNotLock() throws Exception {
    copy(Path.of(System.getProperty("plimsoll.root"), "fixtures", "first-look"), folder);
    try (LspRun run = LspRun.in(folder, "{\"textDocument\": {\"diagnostic\": {}}}")) {
      List<Text> texts = open(run);
      CountDownLatch done = new CountDownLatch(texts.size());
      for (Text text : texts) {
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              for (int i = 0; i < 20; i++) {
                run.client().edit(text.uri, 0, 0, 0, 0, "# " + i + "\n");
                for (String question : List.of("diagnostic", "hover", "documentSymbol")) {
                  assertAnswered(
                      run.client()
                          .request(
                              "textDocument/" + question,
                              "{\"textDocument\": {\"uri\": %s}, \"position\": {\"line\": 1, \"character\": 2}}"
                                  .formatted(LspClient.quoted(text.uri))));
                }
              }
              done.countDown();
            });
      }

      assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** A feature that fails loses its answer, and is named in the log without what it read. */
  @Test
  void crashOfOneFeatureIsLoggedAndNothingElse() throws IOException {
    CliRun.write(folder, "values.yaml", "a: 1\n");
    try (LspRun run = LspRun.in(folder, "{}")) {
      String values = LspRun.uri(folder.resolve("values.yaml"));
      run.client().open(values, "yaml", "a: 1\n");
      JsonNode crashed =
          run.client()
              .ask(
                  "codeAction/resolve",
                  "{\"title\": \"x\", \"data\": {\"uri\": %s}}"
                      .formatted(LspClient.quoted(values)));
      JsonNode symbols =
          run.client()
              .ask(
                  "textDocument/documentSymbol",
                  "{\"textDocument\": {\"uri\": %s}}".formatted(LspClient.quoted(values)));

      assertThat(crashed.path("title").asString("")).isEqualTo("x");
      assertThat(symbols.size()).isEqualTo(1);
      assertThat(
              run.client()
                  .awaitMessage(
                      "window/logMessage", params -> params.toString().contains("bug in plimsoll"))
                  .path("message")
                  .asString(""))
          .startsWith("This is a bug in plimsoll (code action); please report it.");
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
