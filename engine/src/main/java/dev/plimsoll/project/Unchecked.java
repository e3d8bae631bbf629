package dev.plimsoll.project;

import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

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
      unchecked.emptiness(found);
    }
    return unchecked.notChecked;
  }

  /** A workspace without releases has charts, values or manifests, or else nothing. */
  private void emptiness(WorkspaceFiles found) {
    boolean hasManifest =
        found.otherYaml().stream()
            .anyMatch(path ->
                files.read(path) instanceof FileContent.Text(SourceFile file)
                    && isManifest(file.text()));
    if (!hasManifest && found.charts().isEmpty() && found.values().isEmpty()) {
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
