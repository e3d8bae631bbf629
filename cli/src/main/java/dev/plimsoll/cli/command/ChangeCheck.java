package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.cli.terminal.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Analyses a workspace, and keeps what some of its files can affect. */
final class ChangeCheck {

  private final Workplace workplace;
  private final LayerOptions layers;

  ChangeCheck(Workplace workplace, LayerOptions layers) {
    this.workplace = workplace;
    this.layers = layers;
  }

  /** What the files can affect that are not what they were in {@code ref}. */
  AnalysisResult since(String ref) {
    try {
      Path root = workplace.root().toRealPath();
      Set<String> changed = new TreeSet<>();
      for (Path file : new Git(root).changedSince(ref)) {
        changed.add(root.relativize(file).toString().replace('\\', '/'));
      }
      return analyze(changed);
    } catch (Git.Failure e) {
      throw new UsageError(e.problem());
    } catch (IOException e) {
      throw new UsageError("The folder `" + workplace.root() + "` cannot be read.");
    }
  }

  /** What the files of the command line can affect; everything if it names none. */
  AnalysisResult ofNamedFiles() {
    return workplace.focus().isEmpty() ? workplace.analyze(layers) : analyze(workplace.focus());
  }

  private AnalysisResult analyze(Set<String> changed) {
    Set<String> read = ConcurrentHashMap.newKeySet();
    AnalysisResult result = workplace.analyzeWatched(layers, read);
    Set<String> gone = new TreeSet<>();
    for (String file : changed) {
      if (!Files.exists(workplace.root().resolve(file))) {
        gone.add(file);
      }
    }
    return Impact.of(result, changed, read, gone);
  }
}
