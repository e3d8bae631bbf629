package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlProblem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a part is no YAML of a helmfile: most often because its templates were not run. */
final class Unreadable {

  private static final String ACTION = "{{";
  private static final Pattern LONE_ACTION =
      Pattern.compile("(?m)^(?<action>\\{\\{-?([^{}]*)-?}})[ \\t]*$");

  /** Actions that print nothing, or whole blocks that are meant to be printed. */
  private static final Pattern NO_OUTPUT =
      Pattern.compile(
          "\\s*(?:\\$\\w*\\s*:?=|/\\*|if\\b|else\\b|end\\b|range\\b|with\\b|define\\b|block\\b"
              + "|template\\b|include\\b|tpl\\b|readFile\\b|toYaml\\b|break\\b|continue\\b|.*\\|)");

  private Unreadable() {}

  static StateFailure report(
      SourceFile file, StateText text, YamlProblem problem, Workbench bench) {
    if (hint(file, text, bench.notes()) || stray(text, bench.notes())) {
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

  /** Says that an action alone on its line prints what it gives; whether there is one. */
  private static boolean stray(StateText text, Notes notes) {
    if (!(text instanceof StateText.Rendered rendered)) {
      return false;
    }
    String source = rendered.template().source().text();
    Matcher line = LONE_ACTION.matcher(source);
    while (line.find()) {
      String action = line.group(2);
      if (!NO_OUTPUT.matcher(action).lookingAt()) {
        Location place =
            rendered.template().locate(new Span(line.start("action"), line.end("action")));
        String better = "{{- $_ := " + action.strip() + " }}";
        notes.report(
            Diagnostic.of(
                    HelmfileRules.STRAY_OUTPUT,
                    place,
                    "What this action gives stands in the file as a line of its own, which is no"
                        + " YAML there, so helmfile stops; write `"
                        + better
                        + "` if only the check is wanted.")
                .withFix(
                    new Fix(
                        "Assign the value to `$_`",
                        Fix.Applicability.SAFE,
                        List.of(new TextEdit(place, better)))));
        return true;
      }
    }
    return false;
  }
}
