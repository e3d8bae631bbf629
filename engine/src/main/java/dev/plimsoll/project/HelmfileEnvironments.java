package dev.plimsoll.project;

import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The environments that helmfiles have. */
final class HelmfileEnvironments {

  private HelmfileEnvironments() {}

  static List<Located<String>> of(HelmfileEstate helmfiles, FileTree files) {
    Map<String, Located<String>> names = new LinkedHashMap<>();
    for (LoadedEnvironment environment : helmfiles.environments()) {
      Located<String> known = environment.known().get(environment.name());
      names.putIfAbsent(
          environment.name(),
          known == null
              ? new Located<>(environment.name(), start(helmfiles, files).start())
              : known);
    }
    return new ArrayList<>(names.values());
  }

  private static SourceFile start(HelmfileEstate helmfiles, FileTree files) {
    String path = helmfiles.roots().getFirst();
    return files.read(path) instanceof FileContent.Text(SourceFile file)
        ? file
        : new SourceFile(path, "");
  }
}
