package dev.plimsoll.lsp.workspace;

import dev.plimsoll.project.ProjectLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a file is analysed with: the nearest folder with a project file, or else the folder
 * that the editor has open, or else the chart or helmfile around it, or else the file alone.
 */
public final class Roots {

  private static final List<String> HELMFILES =
      List.of("helmfile.yaml", "helmfile.yaml.gotmpl", "helmfile.d");

  private final List<Path> folders;

  /**
   * @param folders those that the editor has open
   */
  public Roots(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  public List<Path> folders() {
    return folders;
  }

  /** The roots that are there before any file is opened. */
  public List<Root> ofFolders() {
    List<Root> roots = new ArrayList<>();
    for (Path folder : folders) {
      Root root = new Root(upwards(folder, ProjectLoader.FILE).orElse(folder));
      if (!roots.contains(root)) {
        roots.add(root);
      }
    }
    return roots;
  }

  /** The root of a file. */
  public Root of(Path file) {
    Path folder = parent(file);
    Optional<Path> open =
        folders.stream()
            .filter(file::startsWith)
            .max((one, other) -> Integer.compare(one.getNameCount(), other.getNameCount()));
    Optional<Path> project = upwards(folder, ProjectLoader.FILE);
    if (project.isPresent()) {
      return new Root(project.get());
    }
    if (open.isPresent()) {
      return new Root(open.get());
    }
    for (String helmfile : HELMFILES) {
      Optional<Path> found = upwards(folder, helmfile);
      if (found.isPresent()) {
        return new Root(found.get());
      }
    }
    return upwards(folder, "Chart.yaml")
        .map(chart -> new Root(chart))
        .orElseGet(() -> new Root(folder, String.valueOf(file.getFileName())));
  }

  private static Path parent(Path file) {
    return Optional.ofNullable(file.getParent()).orElse(file);
  }

  private static Optional<Path> upwards(Path folder, String name) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(name))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }
}
