package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlProblem;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every part of the loader needs: files, templates, and where to say what is wrong. */
final class Workbench {

  private final FileTree files;
  private final StateTemplates templates;
  private final Function<SourceFile, YamlFile> parser;
  private final Notes notes = new Notes();

  Workbench(FileTree files, StateTemplates templates, Function<SourceFile, YamlFile> parser) {
    this.files = files;
    this.templates = templates;
    this.parser = parser;
  }

  FileTree files() {
    return files;
  }

  Notes notes() {
    return notes;
  }

  StateTemplates templates() {
    return templates;
  }

  /**
   * Reads a file that is known to be there.
   *
   * @param place that names it
   * @return null if it may not be read, which has been noted
   */
  @Nullable SourceFile read(String path, Location place) {
    return switch (files.read(path)) {
      case FileContent.Text(SourceFile file) -> file;
      case FileContent.Binary _ -> {
        notes.missingValues(place, "The file `" + path + "` was not read: it is no text in UTF-8.");
        yield null;
      }
      case FileContent.Missing() -> {
        notes.missingValues(place, "The file `" + path + "` was not read: it is not there.");
        yield null;
      }
      case FileContent.Refused(String reason) -> {
        notes.missingValues(place, "The file `" + path + "` was not read: " + reason);
        yield null;
      }
    };
  }

  YamlFile parse(StateText text) {
    return text.isRendered() ? YamlParser.parse(text.source()) : parser.apply(text.source());
  }

  /**
   * Reads the first document of a text as values.
   *
   * @throws StateFailure if helmfile would stop
   */
  MapValue values(StateText text) throws StateFailure {
    YamlFile yaml = parse(text);
    Optional<YamlProblem> problem = YamlTexts.refused(yaml);
    if (problem.isPresent()) {
      throw notYaml(text, problem.get());
    }
    YamlDocument first = yaml.documents().isEmpty() ? null : yaml.documents().getFirst();
    YamlNode root = first == null ? null : first.root();
    if (root == null || StateReader.isNull(root)) {
      return Nodes.map(java.util.Map.of(), Nodes.origin(text.locate(Span.at(0))));
    }
    StateReader reader = new StateReader(text, notes::report);
    Value value = reader.read(root, Shapes.VALUES, "");
    if (reader.hasFailed() || !(value instanceof MapValue map)) {
      throw StateFailure.reported();
    }
    return map;
  }

  StateFailure notYaml(StateText text, YamlProblem problem) {
    Location place = text.locate(problem.span());
    String made = text.isRendered() ? "What the templates make of this is no YAML: " : "";
    notes.report(Diagnostic.of(HelmfileRules.INVALID_HELMFILE, place, made + problem.message()));
    return StateFailure.reported();
  }
}
