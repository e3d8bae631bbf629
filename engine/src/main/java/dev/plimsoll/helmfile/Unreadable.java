package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlProblem;

/** Why a part is no YAML of a helmfile: most often because its templates were not run. */
final class Unreadable {

  private static final String ACTION = "{{";

  private Unreadable() {}

  static StateFailure report(
      SourceFile file, StateText text, YamlProblem problem, Workbench bench) {
    if (hint(file, text, bench.notes())) {
      return StateFailure.reported();
    }
    return bench.notYaml(text, problem);
  }

  /** Says that a file with templates is not named like one; whether it is so. */
  static boolean hint(SourceFile file, StateText text, Notes notes) {
    int action = text.source().text().indexOf(ACTION);
    if (text.isRendered() || action < 0 || file.path().endsWith(".gotmpl")) {
      return false;
    }
    Location place = text.locate(new Span(action, action + ACTION.length()));
    notes.report(
        Diagnostic.of(
            HelmfileRules.UNTEMPLATED_HELMFILE,
            place,
            "helmfile 1 renders a helmfile only if its name ends with `.gotmpl`, so this action"
                + " stays as it is; rename the file to `"
                + StatePaths.name(file.path())
                + ".gotmpl`."));
    return true;
  }
}
