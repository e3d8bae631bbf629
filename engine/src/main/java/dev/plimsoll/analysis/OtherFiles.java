package dev.plimsoll.analysis;

import dev.plimsoll.index.ValuesFile;
import dev.plimsoll.project.ValuesNames;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.YamlDiagnostics;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files that hold values or secrets and belong to no release. */
final class OtherFiles {

  private OtherFiles() {}

  /**
   * Reads them.
   *
   * @param used the files that cells use, also those of cells that nobody asked for
   * @param findings is told what is wrong with their text
   */
  static List<ValuesFile> of(
      EstateRequest request, Set<String> used, FileMemory memory, Findings findings) {
    List<ValuesFile> files = new ArrayList<>();
    for (String path : request.loaded().valuesFiles()) {
      if (!used.contains(path)
          && request.files().read(path) instanceof FileContent.Text(SourceFile file)) {
        YamlFile yaml = memory.yaml(file);
        // `secrets.yaml.enc` may be anything: sops encrypts every form of text.
        if (!path.endsWith(".enc")) {
          findings.addAll(YamlDiagnostics.of(yaml));
        }
        file(path, yaml).ifPresent(files::add);
      }
    }
    return files;
  }

  private static Optional<ValuesFile> file(String path, YamlFile yaml) {
    Optional<ValuesFile.Kind> named = ValuesNames.kind(path.substring(path.lastIndexOf('/') + 1));
    boolean isEncrypted = has(yaml, "sops");
    // An object of Kubernetes may be called `secrets.yaml` and is no values file.
    if (named.isEmpty() || (!isEncrypted && has(yaml, "apiVersion") && has(yaml, "kind"))) {
      return Optional.empty();
    }
    boolean isSecret = isEncrypted && named.get() == ValuesFile.Kind.VALUES;
    return Optional.of(new ValuesFile(yaml, isSecret ? ValuesFile.Kind.SECRETS : named.get()));
  }

  private static boolean has(YamlFile yaml, String key) {
    return !yaml.documents().isEmpty()
        && yaml.documents().getFirst().root() instanceof YamlMapping mapping
        && mapping.entry(key).isPresent();
  }
}
