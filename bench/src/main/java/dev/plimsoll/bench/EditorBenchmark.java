package dev.plimsoll.bench;

import dev.plimsoll.testkit.LspClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Plays edits against a language server as a process of its own: how long it takes from a keystroke
 * to the diagnostics of that version, and from the start to the first diagnostic.
 *
 * <p>Arguments: the workspace, the values file in it that is edited, the number of edits (an even
 * one), and the command of the server. Every second edit makes a mistake that each server sees (a
 * duplicate key), the others take it back.
 */
public final class EditorBenchmark {

  private static final int WARM_UP = 30;
  private static final String MISTAKE = "benchmark: 1\nbenchmark: 2\n";

  private EditorBenchmark() {}

  public static void main(String[] args) throws Exception {
    Path workspace = Path.of(args[0]).toAbsolutePath().normalize();
    Path file = workspace.resolve(args[1]);
    int edits = Integer.parseInt(args[2]);
    List<String> command = List.of(args).subList(3, args.length);
    long start = System.nanoTime();
    Process server =
        new ProcessBuilder(command)
            .directory(workspace.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (LspClient client = new LspClient(server.getInputStream(), server.getOutputStream())) {
      open(client, workspace, file);
      System.out.printf(
          "  first diagnostic after %d ms, processor %d ms%n",
          (System.nanoTime() - start) / 1_000_000, processor(server));
      play(client, file, WARM_UP);
      long before = processor(server);
      List<Long> times = play(client, file, edits);
      Collections.sort(times);
      System.out.printf(
          "  %d edits: p50 %d ms, p95 %d ms, most %d ms; processor %d ms each; resident %s%n",
          times.size(),
          times.get(times.size() / 2),
          times.get(times.size() * 95 / 100),
          times.getLast(),
          (processor(server) - before) / edits,
          resident(server));
      liveHeap(server)
          .ifPresent(
              bytes -> System.out.printf("  live heap after a collection: %d MiB%n", bytes >> 20));
    } finally {
      server.descendants().forEach(ProcessHandle::destroy);
      server.destroy();
    }
  }

  private static void open(LspClient client, Path workspace, Path file) throws IOException {
    client.initialize(
        "[{\"uri\": " + LspClient.quoted(uri(workspace)) + ", \"name\": \"bench\"}]",
        "{\"textDocument\": {\"publishDiagnostics\": {\"versionSupport\": true}}}",
        "\"rootUri\": " + LspClient.quoted(uri(workspace)));
    client.open(uri(file), "yaml", Files.readString(file) + MISTAKE);
    client.diagnostics(uri(file), isWrong());
  }

  /** Takes the mistake back and makes it again, in turns. */
  private static List<Long> play(LspClient client, Path file, int edits) throws IOException {
    String uri = uri(file);
    int lines = (int) Files.readString(file).chars().filter(c -> c == '\n').count();
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < edits; i++) {
      boolean breaks = i % 2 == 1;
      long before = System.nanoTime();
      if (breaks) {
        client.edit(uri, lines, 0, lines, 0, MISTAKE);
      } else {
        client.edit(uri, lines, 0, lines + 2, 0, "");
      }
      client.diagnostics(uri, breaks ? isWrong() : isWrong().negate());
      times.add((System.nanoTime() - before) / 1_000_000);
    }
    return times;
  }

  /** What the server has used, in ms: on a machine with other work this says more than a clock. */
  private static long processor(Process server) {
    return server.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
  }

  /** Not every server says which version it speaks of, but each sees a key twice. */
  private static Predicate<JsonNode> isWrong() {
    return sent ->
        sent.path("diagnostics")
            .valueStream()
            .anyMatch(each ->
                each.path("code").asString("").equals("duplicate-key")
                    || each.path("message").asString("").contains("Map keys must be unique"));
  }

  private static String uri(Path path) {
    String uri = path.toUri().toString();
    return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }

  /** What is in use of the heap of a server on Java after a full collection. */
  private static OptionalLong liveHeap(Process server) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process histogram =
        new ProcessBuilder(jcmd.toString(), Long.toString(server.pid()), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines = histogram.inputReader(StandardCharsets.UTF_8)) {
      return lines
          .lines()
          .filter(line -> line.startsWith("Total"))
          .mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[2]))
          .findFirst();
    }
  }

  private static String resident(Process server) throws IOException {
    Path status = Path.of("/proc/" + server.pid() + "/status");
    if (!Files.exists(status)) {
      return "unknown";
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.substring("VmHWM:".length()).strip())
          .findFirst()
          .orElse("unknown");
    }
  }
}
