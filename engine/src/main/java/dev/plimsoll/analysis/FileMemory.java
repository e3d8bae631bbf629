package dev.plimsoll.analysis;

import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlParser;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers files from one analysis to the next. A file whose path and text are as before is the
 * same object as before, so whatever was made of it can be found again by identity. What one
 * analysis did not ask for is forgotten after the next. Thread-safe but for {@link #nextAnalysis}.
 */
final class FileMemory {

  private Map<String, SourceFile> files = new ConcurrentHashMap<>();
  private Map<String, SourceFile> filesBefore = new ConcurrentHashMap<>();
  private Map<SourceFile, YamlFile> yaml = new ConcurrentHashMap<>();
  private Map<SourceFile, YamlFile> yamlBefore = new ConcurrentHashMap<>();

  void nextAnalysis() {
    filesBefore = files;
    files = new ConcurrentHashMap<>();
    yamlBefore = yaml;
    yaml = new ConcurrentHashMap<>();
  }

  /** The same content, with the file that was known already if its text has not changed. */
  FileContent same(FileContent content) {
    return switch (content) {
      case FileContent.Text(SourceFile file) -> {
        SourceFile known = same(file);
        yield known == file ? content : new FileContent.Text(known);
      }
      case FileContent.Binary binary -> binary;
      case FileContent.Missing missing -> missing;
      case FileContent.Refused refused -> refused;
    };
  }

  /** The tree of a file, parsed once. */
  YamlFile yaml(SourceFile file) {
    YamlFile known = yaml.get(file);
    if (known != null) {
      return known;
    }
    YamlFile before = yamlBefore.get(file);
    YamlFile found = before == null ? YamlParser.parse(file) : before;
    // Two threads may have parsed it; everybody must go on with one tree.
    YamlFile winner = yaml.putIfAbsent(file, found);
    return winner == null ? found : winner;
  }

  private SourceFile same(SourceFile file) {
    String path = file.path();
    SourceFile known = files.get(path);
    if (known == null) {
      SourceFile before = filesBefore.get(path);
      SourceFile candidate = before != null && before.text().equals(file.text()) ? before : file;
      known = files.putIfAbsent(path, candidate);
      return known == null ? candidate : known;
    }
    return known == file || known.text().equals(file.text()) ? known : file;
  }
}
