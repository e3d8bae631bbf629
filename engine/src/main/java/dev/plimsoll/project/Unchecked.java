package dev.plimsoll.project;

import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which parts of a workspace nobody looks at. */
final class Unchecked {

  private final FileTree files;
  private final List<NotChecked> notChecked = new ArrayList<>();

  private Unchecked(FileTree files) {
    this.files = files;
  }

  static List<NotChecked> of(
      FileTree files, WorkspaceFiles found, Project project, HelmfileEstate helmfiles) {
    Unchecked unchecked = new Unchecked(files);
    if (helmfiles.roots().isEmpty()) {
      for (String helmfile : found.helmfiles()) {
        unchecked.add(
            helmfile,
            "The releases of this helmfile are not checked, because `plimsoll.yaml` names the"
                + " releases; take its `releases` out to have the helmfile read.");
      }
    }
    for (String folder : found.projects()) {
      unchecked.add(
          WorkspaceFiles.join(folder, WorkspaceFiles.PROJECT_FILE),
          "This folder is a project of its own; check it with `plimsoll check " + folder + "`.");
    }
    if (found.isCut()) {
      unchecked.add(
          ".",
          "The workspace has more than "
              + WorkspaceFiles.MAX_ENTRIES
              + " files or is deeper than "
              + WorkspaceFiles.MAX_DEPTH
              + " folders, and the rest was not looked at; check a smaller folder.");
    }
    if (project.releases().isEmpty()
        && helmfiles.roots().isEmpty()
        && unchecked.notChecked.isEmpty()) {
      unchecked.manifests(found);
    }
    return unchecked.notChecked;
  }

  private void manifests(WorkspaceFiles found) {
    Map<String, Location> byFolder = new LinkedHashMap<>();
    for (String path : found.otherYaml()) {
      String folder = WorkspaceFiles.folder(path);
      if (!byFolder.containsKey(folder)
          && files.read(path) instanceof FileContent.Text(SourceFile file)
          && isManifest(file.text())) {
        byFolder.put(folder, file.start());
      }
    }
    byFolder
        .values()
        .forEach(place ->
            notChecked.add(
                new NotChecked(
                    "The manifests of this folder are not checked, because this version of Plimsoll"
                        + " reads charts and their values only.",
                    place,
                    List.of())));
    if (byFolder.isEmpty() && found.charts().isEmpty() && found.values().isEmpty()) {
      add(".", "There is nothing to check here: no chart, no values and no manifest.");
    }
  }

  private void add(String path, String reason) {
    Location place =
        files.read(path) instanceof FileContent.Text(SourceFile file)
            ? file.start()
            : new SourceFile(path, "").start();
    notChecked.add(new NotChecked(reason, place, List.of()));
  }

  /** Whether a text looks like an object of Kubernetes; a whole parse would tell no more. */
  private static boolean isManifest(String text) {
    return hasKey(text, "apiVersion:") && hasKey(text, "kind:");
  }

  private static boolean hasKey(String text, String key) {
    int at = text.indexOf(key);
    while (at > 0 && text.charAt(at - 1) != '\n') {
      at = text.indexOf(key, at + 1);
    }
    return at >= 0;
  }
}
