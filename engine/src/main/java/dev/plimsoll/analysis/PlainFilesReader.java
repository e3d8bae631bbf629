package dev.plimsoll.analysis;

import dev.plimsoll.index.PlainFiles;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;

/** Reads the files that say how releases are deployed. */
final class PlainFilesReader {

  private static final String RBAC = "rbac.authorization.k8s.io/";

  private PlainFilesReader() {}

  static PlainFiles of(EstateRequest request, FileMemory memory) {
    List<YamlFile> permissions = new ArrayList<>();
    for (SourceFile file : texts(request, request.loaded().plainYaml())) {
      // Most YAML of a workspace is something else, and parsing it would cost more than the rest.
      if (file.text().contains(RBAC)) {
        permissions.add(memory.yaml(file));
      }
    }
    return new PlainFiles(permissions, texts(request, request.loaded().pipelines()));
  }

  private static List<SourceFile> texts(EstateRequest request, List<String> paths) {
    List<SourceFile> files = new ArrayList<>();
    for (String path : paths) {
      if (request.files().read(path) instanceof FileContent.Text(SourceFile file)) {
        files.add(file);
      }
    }
    return files;
  }
}
