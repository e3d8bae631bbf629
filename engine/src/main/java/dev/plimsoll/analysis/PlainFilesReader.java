package dev.plimsoll.analysis;

import dev.plimsoll.index.PlainFiles;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.YamlDiagnostics;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the files beside charts and values. */
final class PlainFilesReader {

  private PlainFilesReader() {}

  /**
   * Reads them.
   *
   * @param used the files that cells use
   * @param findings is told what is wrong with manifests; other YAML is none of our business
   */
  static PlainFiles of(
      EstateRequest request, Set<String> used, FileMemory memory, Findings findings) {
    List<String> candidates = new ArrayList<>(request.loaded().plainYaml());
    candidates.addAll(request.loaded().valuesFiles());
    candidates.removeIf(used::contains);
    List<YamlFile> manifests = new ArrayList<>();
    for (SourceFile file : texts(request, candidates)) {
      // Most YAML of a workspace is something else, and parsing it would cost more than the rest.
      if (file.text().contains("apiVersion") && file.text().contains("kind")) {
        YamlFile yaml = memory.yaml(file);
        if (yaml.documents().stream().anyMatch(PlainFilesReader::isObject)) {
          manifests.add(yaml);
          findings.addAll(YamlDiagnostics.of(yaml));
        }
      }
    }
    return new PlainFiles(manifests, texts(request, request.loaded().pipelines()));
  }

  private static boolean isObject(YamlDocument document) {
    return document.root() instanceof YamlMapping mapping
        && mapping.entry("apiVersion").isPresent()
        && mapping.entry("kind").isPresent();
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
