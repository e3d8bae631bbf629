package dev.plimsoll.estate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures a cold {@code plimsoll check} of a whole estate beside what else renders or judges all
 * of it, and compares what is rendered.
 */
public final class EstateComparison {

  private final EstateArguments arguments;
  private final PrintStream out;
  private final Path plimsoll;
  private final Path estate;
  private final Path scratch;
  private final List<EstateRender> renders;
  private Measurement ours = new Measurement(0, 0, 0, 0);

  private EstateComparison(EstateArguments arguments, PrintStream out) throws IOException {
    this.arguments = arguments;
    this.out = out;
    this.plimsoll = Path.of(System.getProperty("plimsoll.root", ".")).resolve("plimsoll");
    this.estate = arguments.folder().resolve("estate");
    this.scratch = arguments.folder().resolve("outputs");
    delete(estate);
    delete(scratch);
    Files.createDirectories(scratch);
    this.renders = Estate.write(estate, arguments.size());
  }

  /** Exit code 0 if what was compared is equal, 1 if something differs, 2 for wrong usage. */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    EstateArguments arguments;
    try {
      arguments = EstateArguments.parse(List.of(args));
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.println(EstateArguments.USAGE);
      System.exit(2);
      return;
    }
    System.exit(new EstateComparison(arguments, out).run() ? 0 : 1);
  }

  private boolean run() throws IOException, InterruptedException {
    EstateSize size = arguments.size();
    out.printf(
        "%d charts, %d releases, %d environments: %d renders%n",
        size.charts(), size.releases(), size.environments(), size.renders());
    measureCheck();
    boolean equal = true;
    if (arguments.helm().isPresent()) {
      compare("helm template in a loop", helmLoop(arguments.helm().get()));
      equal = areEqual("helm template");
    }
    if (arguments.helm().isPresent() && arguments.helmfile().isPresent()) {
      String name = arguments.kubeScore().map(_ -> " and kube-score").orElse("");
      compare(
          "helmfile template" + name,
          helmfiles(arguments.helm().get(), arguments.helmfile().get(), arguments.kubeScore()));
    }
    return equal;
  }

  private void measureCheck() throws IOException, InterruptedException {
    List<String> command = List.of(plimsoll.toString(), "check");
    // The first builds Plimsoll and its AOT cache if need be.
    Measurement.of(command, estate, scratch.resolve("check.txt"));
    List<Measurement> all = new ArrayList<>();
    for (int i = 0; i < arguments.runs(); i++) {
      Measurement run = Measurement.of(command, estate, scratch.resolve("check.txt"));
      if (run.exitCode() == 2) {
        throw new IllegalStateException(Files.readString(scratch.resolve("check.txt.err")));
      }
      all.add(run);
    }
    all.sort(Comparator.comparingDouble(Measurement::seconds));
    ours = all.get(all.size() / 2);
    long peak = all.stream().mapToLong(Measurement::peakKib).max().orElse(0);
    out.printf(
        "plimsoll check: %.2f s (%.2f to %.2f), %.0f renders/s, processor %.2f s, peak %d MiB,"
            + " exit code %d%n",
        ours.seconds(),
        all.getFirst().seconds(),
        all.getLast().seconds(),
        renders.size() / ours.seconds(),
        ours.processorSeconds(),
        peak / 1024,
        ours.exitCode());
    List<String> lines = Files.readAllLines(scratch.resolve("check.txt"));
    lines.subList(Math.max(0, lines.size() - 2), lines.size()).forEach(out::println);
  }

  private void compare(String name, String script) throws IOException, InterruptedException {
    Path file = scratch.resolve("script.sh");
    Files.writeString(file, script);
    Measurement theirs =
        Measurement.of(List.of("sh", file.toString()), estate, scratch.resolve("script.txt"));
    if (theirs.exitCode() != 0) {
      throw new IllegalStateException(
          name + ": " + Files.readString(scratch.resolve("script.txt.err")));
    }
    out.printf(
        "%s: %.2f s, %.0f renders/s, processor %.2f s; plimsoll check is %.1f times as fast, and %.1f"
            + " times by processor time%n",
        name,
        theirs.seconds(),
        renders.size() / theirs.seconds(),
        theirs.processorSeconds(),
        theirs.seconds() / ours.seconds(),
        theirs.processorSeconds() / ours.processorSeconds());
  }

  private String helmLoop(Path helm) {
    StringBuilder script = new StringBuilder("set -eu\n");
    for (EstateRender render : renders) {
      script.append(helm).append(" template");
      for (String argument : render.arguments()) {
        script.append(' ').append(argument);
      }
      Path output = scratch.resolve(render.environment() + ".helm");
      script.append(" >>").append(output).append('\n');
      // Between releases helmfile has an empty line.
      script.append("echo >>").append(output).append('\n');
    }
    return script.toString();
  }

  private String helmfiles(Path helm, Path helmfile, Optional<Path> kubeScore) {
    StringBuilder script = new StringBuilder("set -eu\n");
    for (String environment : environments()) {
      Path output = scratch.resolve(environment + ".helmfile");
      script.append(helmfile).append(" --quiet --helm-binary ").append(helm);
      script.append(" -e ").append(environment).append(" template --skip-deps");
      script.append(" >").append(output).append('\n');
      // It fails on what it judges, which is no failure here.
      kubeScore.ifPresent(
          binary -> script.append(binary).append(" score ").append(output).append(" || true\n"));
    }
    return script.toString();
  }

  /** Whether Plimsoll renders what the loop has rendered, environment by environment. */
  private boolean areEqual(String name) throws IOException, InterruptedException {
    boolean equal = true;
    for (String environment : environments()) {
      Path own = scratch.resolve(environment + ".plimsoll");
      Measurement.of(List.of(plimsoll.toString(), "render", "-e", environment), estate, own);
      long difference = Files.mismatch(own, scratch.resolve(environment + ".helm"));
      if (difference >= 0) {
        equal = false;
        out.printf("%s differs from %s at byte %d%n", own, name, difference);
      }
    }
    if (equal) {
      out.printf("plimsoll render gives the bytes of %s in all environments%n", name);
    }
    return equal;
  }

  private Set<String> environments() {
    return renders.stream()
        .map(EstateRender::environment)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
