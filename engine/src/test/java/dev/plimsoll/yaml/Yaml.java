package dev.plimsoll.yaml;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A parsed text, shown the way tests compare it. */
record Yaml(YamlFile file) {

  static Yaml parse(String text) {
    return new Yaml(YamlParser.parse(new SourceFile("values.yaml", text)));
  }

  /** The root of the only document. */
  YamlNode root() {
    return Objects.requireNonNull(file.documents().getFirst().root());
  }

  /** The value at a path of keys and item numbers with dots between them. */
  YamlNode at(String path) {
    YamlNode node = root();
    for (String step : path.split("\\.", -1)) {
      node =
          node instanceof YamlSequence sequence
              ? sequence.items().get(Integer.parseInt(step))
              : ((YamlMapping) node).get(step).orElseThrow();
    }
    return node;
  }

  /** The source text of the value at a path. */
  String written(String path) {
    return written(at(path).span());
  }

  String written(Span span) {
    return file.source().text(span);
  }

  /** {@code line:column kind text} for each problem. */
  List<String> problems() {
    List<String> shown = new ArrayList<>();
    for (YamlProblem problem : file.problems()) {
      shown.add(
          "%s %s %s"
              .formatted(
                  file.source().at(problem.span()).position(),
                  problem.kind(),
                  written(problem.span()))
              .strip());
    }
    return shown;
  }

  List<String> messages() {
    return file.problems().stream().map(YamlProblem::message).toList();
  }
}
