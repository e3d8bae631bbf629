package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.cli.report.ShownPath;
import dev.plimsoll.cli.report.TextReport;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.index.ReleaseInstance;
import java.util.List;

/**
 * Says on standard error what Helm refuses, where a command is about to print values: they are then
 * those that could be read, and Helm would give none.
 */
final class Refusals {

  private Refusals() {}

  /** Reports what concerns releases whose values are printed, and returns the exit code. */
  static int report(
      Console console,
      OutputOptions output,
      Workplace workplace,
      AnalysisResult result,
      List<ReleaseInstance> printed) {
    return report(
        console,
        output,
        workplace,
        result,
        printed,
        "Helm refuses this; the values are those that could be read.");
  }

  /** The same for releases that are to be rendered; nothing is, if there is something to say. */
  static int reportUnrendered(
      Console console,
      OutputOptions output,
      Workplace workplace,
      AnalysisResult result,
      List<ReleaseInstance> rendered) {
    return report(
        console, output, workplace, result, rendered, "Helm refuses this and renders nothing.");
  }

  /** Says why helmfile stops, where it does in an environment that was asked for. */
  static int reportHelmfiles(
      Console console,
      OutputOptions output,
      Workplace workplace,
      AnalysisResult result,
      List<String> wanted) {
    workplace.reportBugs(result, output);
    List<LoadedEnvironment> asked =
        result.estate().helmfiles().environments().stream()
            .filter(each -> wanted.isEmpty() || wanted.contains(each.name()))
            .toList();
    List<LoadedEnvironment> stopped = asked.stream().filter(each -> !each.isComplete()).toList();
    TextReport report =
        new TextReport(output.errorPalette(console), Severity.INFO, workplace.prefix());
    stopped.stream()
        .flatMap(each -> each.diagnostics().stream())
        .distinct()
        .forEach(found -> console.err().println(report.render(found)));
    asked.stream()
        .flatMap(each -> each.notChecked().stream())
        .distinct()
        .forEach(each -> console.err().println("plimsoll: " + notChecked(workplace, each)));
    if (stopped.stream().anyMatch(each -> !each.diagnostics().isEmpty())) {
      console
          .err()
          .println("plimsoll: helmfile refuses this; the releases are those that could be read.");
    }
    List<String> empty =
        wanted.stream()
            .filter(name ->
                stopped.isEmpty()
                    && asked.stream().anyMatch(each -> each.name().equals(name))
                    && asked.stream()
                        .filter(each -> each.name().equals(name))
                        .flatMap(each -> each.releases().stream())
                        .noneMatch(HelmfileRelease::isSelected))
            .toList();
    for (String name : empty) {
      console
          .err()
          .println(
              "plimsoll: No release of a helmfile is meant in `" + name + "`; helmfile fails.");
    }
    if (!result.bugs().isEmpty()) {
      return ExitCode.USAGE;
    }
    if (!stopped.isEmpty() || !empty.isEmpty()) {
      return ExitCode.DIAGNOSTICS;
    }
    return asked.stream()
            .flatMap(each -> each.notChecked().stream())
            .allMatch(each -> isAccepted(each, result))
        ? ExitCode.OK
        : ExitCode.NOT_CHECKED;
  }

  /** Whether the project knows it; what was not loaded is no part of what is shown. */
  private static boolean isAccepted(NotChecked gap, AnalysisResult result) {
    List<NotChecked> same =
        result.notChecked().stream()
            .filter(each -> each.reason().equals(gap.reason()))
            .filter(each -> each.location().equals(gap.location()))
            .toList();
    return !same.isEmpty() && same.stream().allMatch(each -> each.accepted().isPresent());
  }

  private static String notChecked(Workplace workplace, NotChecked each) {
    return "not checked: "
        + ShownPath.of(workplace.prefix(), each.location())
        + ": "
        + each.reason();
  }

  private static int report(
      Console console,
      OutputOptions output,
      Workplace workplace,
      AnalysisResult result,
      List<ReleaseInstance> printed,
      String consequence) {
    workplace.reportBugs(result, output);
    List<Affected> cells = printed.stream().map(ReleaseInstance::cell).toList();
    List<Diagnostic> refusals =
        result.diagnostics().stream()
            .filter(dev.plimsoll.analysis.Refusals::isOne)
            .filter(found -> concerns(found, cells))
            .toList();
    if (!refusals.isEmpty()) {
      TextReport report =
          new TextReport(output.errorPalette(console), Severity.INFO, workplace.prefix());
      refusals.forEach(found -> console.err().println(report.render(found)));
      console.err().println("plimsoll: " + consequence);
    }
    if (!result.bugs().isEmpty()) {
      return ExitCode.USAGE;
    }
    return refusals.isEmpty() ? ExitCode.OK : ExitCode.DIAGNOSTICS;
  }

  private static boolean concerns(Diagnostic diagnostic, List<Affected> cells) {
    return diagnostic.affects().isEmpty()
        || diagnostic.affects().stream().anyMatch(cells::contains);
  }
}
