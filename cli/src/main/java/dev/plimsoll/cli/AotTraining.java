package dev.plimsoll.cli;

import dev.plimsoll.analysis.Analyzer;
import dev.plimsoll.lsp.server.TrainingSession;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rules.BuiltInRules;
import dev.plimsoll.rules.example.ExampleWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Runs one command line per line of a file, in one process, so that the launcher can record an
 * ahead-of-time cache of the classes and profiles which real work needs. Never part of a user's
 * run.
 */
final class AotTraining {

  private AotTraining() {}

  /**
   * Takes the file as its only argument. Blank lines and lines that start with {@code #} are passed
   * over. Exit codes do not matter: a run that finds mistakes trains as well as one that finds
   * none. {@code lsp FOLDER FILE} is no command line but an editor that opens them, {@code deploy}
   * is a whole deploy to a cluster that is played, and {@code examples} are those of all rules. A
   * line that fails is said and costs the cache nothing but what it had to show: without a cache
   * every start would be slow.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        try {
          run(line.strip().split(" +"));
        } catch (IOException | RuntimeException e) {
          System.err.println("Not trained: " + line);
          e.printStackTrace();
        }
      }
    }
  }

  private static void run(String[] words) throws IOException, InterruptedException {
    if (words[0].equals("lsp")) {
      Path folder = Path.of(words[1]).toAbsolutePath();
      new TrainingSession(folder, folder.resolve(words[2])).play();
    } else if (words[0].equals("deploy")) {
      deploy();
    } else if (words[0].equals("examples")) {
      examples();
    } else {
      Main.execute(words);
    }
  }

  /** Fixtures are sound for the most part, so of most rules they show only the way in. */
  private static void examples() {
    Analyzer analyzer = new Analyzer(BuiltInRules.catalog(), BuiltInRules.rules());
    for (RuleMetadata rule : BuiltInRules.catalog().rules()) {
      ExampleWorkspace.parse(BuiltInRules.bad(rule)).analyze(analyzer);
      ExampleWorkspace.parse(BuiltInRules.good(rule)).analyze(analyzer);
    }
  }

  /** Where it cannot be played, such as in a Java without a web server, deploys start slower. */
  private static void deploy() throws IOException {
    if (ModuleLayer.boot().findModule("jdk.httpserver").isEmpty()) {
      return;
    }
    Path folder = Files.createTempDirectory("plimsoll-training");
    try {
      new DeployTraining(folder, System.out).play();
    } catch (IOException | GeneralSecurityException e) {
      System.err.println("Deploys are not trained: " + e.getMessage());
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
