package dev.plimsoll.values;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.List;

/** Says what is wrong with the text of values files. */
public final class YamlDiagnostics {

  private YamlDiagnostics() {}

  public static List<Diagnostic> of(YamlFile file) {
    List<Diagnostic> diagnostics = new ArrayList<>(file.problems().size());
    for (YamlProblem problem : file.problems()) {
      diagnostics.add(
          Diagnostic.of(
              ValuesRules.INVALID_YAML, file.source().at(problem.span()), problem.message()));
    }
    return diagnostics;
  }
}
