package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.Value;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** YAML texts that helmfile reads with go-yaml v3. */
final class YamlTexts {

  private YamlTexts() {}

  /** What makes go-yaml v3 refuse a text: not what only JSON cannot have. */
  static Optional<YamlProblem> refused(YamlFile yaml) {
    return yaml.problems().stream()
        .filter(problem ->
            switch (problem.kind()) {
              case SYNTAX, TAB_INDENTATION, UNKNOWN_ALIAS, INVALID_VALUE, BOUND -> true;
              case NOT_JSON, IGNORED -> false;
            })
        .findFirst();
  }

  /** {@code fromYaml}. */
  static GoValue read(TracedText text) {
    Trace trace = text.trace();
    SourceFile source = new SourceFile("fromYaml", text.text());
    YamlFile yaml = YamlParser.parse(source);
    Optional<YamlProblem> problem = refused(yaml);
    if (problem.isPresent()) {
      throw new GoFailure("yaml: " + problem.get().message(), trace);
    }
    YamlNode root = yaml.firstRoot();
    if (root == null) {
      return new GoNil(trace);
    }
    List<Diagnostic> found = new ArrayList<>();
    StateReader reader = new StateReader(StateText.of(source), found::add);
    Value value = reader.read(root, Shape.Scalar.ANY, "");
    if (!found.isEmpty()) {
      throw new GoFailure("yaml: " + found.getFirst().message(), trace);
    }
    return value == null ? new GoNil(trace) : StateView.computed(value, trace);
  }
}
