package dev.plimsoll.lsp.workspace;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a change of some files may have changed: they, what is below them, and what is around. */
final class ChangedPaths {

  private final Set<String> paths;
  private final Set<String> around = new HashSet<>();

  ChangedPaths(List<String> paths) {
    this.paths = Set.copyOf(paths);
    for (String path : paths) {
      String at = path;
      while (!at.isEmpty()) {
        at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        around.add(at);
      }
    }
  }

  boolean contains(String path) {
    return paths.contains(path)
        || around.contains(path)
        || paths.stream().anyMatch(each -> path.startsWith(each + "/"));
  }
}
