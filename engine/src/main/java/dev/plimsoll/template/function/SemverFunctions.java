package dev.plimsoll.template.function;

import dev.plimsoll.chart.SemanticVersion;
import dev.plimsoll.chart.VersionRange;
import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoQuotes;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import java.util.List;

/** Versions ({@code semver.go} of Sprig, over {@code Masterminds/semver} 3.5). */
final class SemverFunctions {

  private SemverFunctions() {}

  static List<TemplateFunction> family() {
    return List.of(
        new TemplateFunction("semver", Signature.of(Parameter.STRING), SemverFunctions::semver),
        new TemplateFunction(
            "semverCompare",
            Signature.of(Parameter.STRING, Parameter.STRING),
            SemverFunctions::semverCompare));
  }

  /** {@code semver}. */
  private static GoValue semver(FunctionContext context, List<GoValue> arguments) {
    GoString text = (GoString) arguments.getFirst();
    return new GoVersion(version(text), text.text(), text.trace());
  }

  /** {@code semverCompare}. */
  private static GoValue semverCompare(FunctionContext context, List<GoValue> arguments) {
    GoString wanted = (GoString) arguments.getFirst();
    GoString text = (GoString) arguments.get(1);
    VersionRange range =
        VersionRange.parse(wanted.text())
            .orElseThrow(() ->
                new GoFailure(
                    VersionRange.problem(wanted.text(), GoQuotes::quote), wanted.trace()));
    boolean included = range.includes(version(text));
    return new GoBool(included, wanted.trace().and(text.trace()));
  }

  private static SemanticVersion version(GoString text) {
    return SemanticVersion.parseLoose(text.text())
        .orElseThrow(() -> new GoFailure(SemanticVersion.problem(text.text()), text.trace()));
  }
}
