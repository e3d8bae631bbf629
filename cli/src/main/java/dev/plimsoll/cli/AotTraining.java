package dev.plimsoll.cli;

import dev.plimsoll.lsp.server.TrainingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
   * none. {@code lsp FOLDER FILE} is no command line but an editor that opens them.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        run(line.strip().split(" +"));
      }
    }
  }

  private static void run(String[] words) throws IOException, InterruptedException {
    if (words[0].equals("lsp")) {
      Path folder = Path.of(words[1]).toAbsolutePath();
      new TrainingSession(folder, folder.resolve(words[2])).play();
    } else {
      Main.execute(words);
    }
  }
}
