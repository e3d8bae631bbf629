package dev.plimsoll.helmfile;

import dev.plimsoll.source.FileTree;
import java.util.ArrayList;
import java.util.List;

/** Finds state files ({@code findDesiredStateFiles}). */
final class Discovery {

  private static final List<String> NAMES = List.of("helmfile.yaml", "helmfile.yaml.gotmpl");
  private static final String FOLDER = "helmfile.d";

  private Discovery() {}

  /** What a folder offers; more than one is an error of helmfile's. */
  static List<String> candidates(FileTree files, String folder) {
    List<String> found = new ArrayList<>();
    for (String name : NAMES) {
      String path = StatePaths.join(folder, name);
      if (files.kind(path) == FileTree.Kind.FILE) {
        found.add(path);
      }
    }
    String nested = StatePaths.join(folder, FOLDER);
    if (files.kind(nested) == FileTree.Kind.FOLDER) {
      found.add(nested);
    }
    return found;
  }

  /** The state files of a path: itself, or those of a folder by name. */
  static List<String> files(FileTree files, String path) {
    if (files.kind(path) != FileTree.Kind.FOLDER) {
      return List.of(path);
    }
    List<String> found = new ArrayList<>();
    for (FileTree.Entry entry : files.list(path)) {
      String name = entry.name();
      String plain =
          name.endsWith(".gotmpl") ? name.substring(0, name.length() - ".gotmpl".length()) : name;
      if (entry.kind() == FileTree.Kind.FILE && plain.matches(".*\\.y.*ml")) {
        found.add(StatePaths.join(path, name));
      }
    }
    found.sort(null);
    return found;
  }
}
