package dev.plimsoll.conformance;

import dev.plimsoll.conformance.Comparison.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Renders every chart below some folders with its defaults and with each of its {@code ci/} values,
 * once with a real Helm and once with Plimsoll, and compares the bytes.
 */
public final class Conformance {

  private final Arguments arguments;
  private final PrintStream out;

  private Conformance(Arguments arguments, PrintStream out) {
    this.arguments = arguments;
    this.out = out;
  }

  /** Exit code 0 if everything is equal, 1 if something differs, 2 for wrong usage. */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Arguments arguments;
    try {
      arguments = Arguments.parse(List.of(args));
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.println(Arguments.USAGE);
      System.exit(2);
      return;
    }
    System.exit(new Conformance(arguments, out).run() ? 0 : 1);
  }

  private boolean run() throws IOException, InterruptedException {
    List<RenderCase> cases = RenderCase.find(arguments.charts(), arguments.only());
    boolean equal = true;
    Path scratch = Files.createTempDirectory("conformance");
    try {
      for (HelmBinary helm : arguments.helms()) {
        Summary summary = new Summary(helm.version());
        for (Result result : compare(cases, helm, scratch)) {
          summary.add(result.render(), result.verdict());
        }
        out.print(summary.text(arguments.examples()));
        equal &= summary.isEqual();
      }
    } finally {
      Folders.delete(scratch);
    }
    return equal;
  }

  /** What became of one render. */
  private record Result(RenderCase render, Verdict verdict) {}

  private List<Result> compare(List<RenderCase> cases, HelmBinary helm, Path scratch)
      throws InterruptedException {
    Comparison comparison =
        new Comparison(helm, new PlimsollRender(helm.version()), arguments.cache(), scratch);
    List<Result> results = new ArrayList<>();
    int threads = Runtime.getRuntime().availableProcessors();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<Verdict>> running = new ArrayList<>();
      for (RenderCase each : cases) {
        running.add(workers.submit(() -> comparison.compare(each)));
      }
      for (int i = 0; i < cases.size(); i++) {
        results.add(new Result(cases.get(i), verdict(running.get(i))));
      }
    }
    return results;
  }

  private static Verdict verdict(Future<Verdict> running) throws InterruptedException {
    try {
      return running.get();
    } catch (ExecutionException e) {
      return new Verdict.Different(
          "the comparison itself failed", String.valueOf(e.getCause()), "");
    }
  }
}
