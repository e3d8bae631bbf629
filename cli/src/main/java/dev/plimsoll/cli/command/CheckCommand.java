package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.Shard;
import dev.plimsoll.cli.report.CheckReport;
import dev.plimsoll.cli.report.ShardCutter;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.diagnostic.Severity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code plimsoll check}: the main job. */
public final class CheckCommand implements Command {

  private final Console console;
  private final ReportOptions reports = new ReportOptions();
  private final LayerOptions layers = new LayerOptions();
  private final OutputOptions output = new OutputOptions();
  private List<String> paths = List.of();
  private Severity failOn = Severity.ERROR;
  private @Nullable Shard shard;
  private @Nullable String changedSince;
  private boolean affected;

  public CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("check", this)
        .header("Check a workspace: every release of every environment.")
        .description(
            "%nPATH is a workspace, a chart, or files of a workspace (as pre-commit passes them): then only"
                + " what is found in those files is reported. Without PATH the workspace is the nearest"
                + " folder upwards with a plimsoll.yaml, or the folder here. Files outside the workspace are read only with"
                + " PLIMSOLL_ALLOW=path=FOLDER in the environment.%n")
        .examples(
            "  plimsoll check",
            "  plimsoll check -e prod --set image.tag=1.4.2",
            "  plimsoll check charts/shop -f prod.yaml --helm-version 3.22",
            "  plimsoll check --format json --report sarif=plimsoll.sarif > report.json",
            "  plimsoll check --changed-since origin/main",
            "",
            "Exit codes: 0 nothing at or above --fail-on; 1 something; 2 wrong usage, an unreadable project",
            "file or a bug of plimsoll; 3 nothing, but something could not be checked.")
        .with(this::declare);
  }

  private void declare(Options options) {
    options
        .parameters("PATH", "What to check.", values -> paths = values)
        .value(
            "--fail-on=SEVERITY",
            "error, warning or info: what makes the exit code 1. Default: error.",
            Severity.class,
            value -> failOn = value)
        .with(reports)
        .value(
            "--shard=I/N",
            "Check the I-th of N parts of the matrix; `plimsoll report merge` joins their JSON.",
            new ShardConverter(),
            value -> shard = value)
        .text(
            "--changed-since=REF",
            "Report what files can affect that changed since REF and the commit here parted, or are"
                + " not committed.",
            value -> changedSince = value)
        .flag(
            "--affected",
            "Report what the files that PATH names can affect, and not only what is found in them.",
            on -> affected = on)
        .with(layers, output);
  }

  @Override
  public Integer call() {
    reports.prepare(console);
    if (shard != null && (changedSince != null || affected)) {
      // A part of a part: its cells would not be those that the shard renders.
      throw new UsageError(
          "`--shard` is about everything, and does not go with `--changed-since` or `--affected`.");
    }
    int code = ExitCode.OK;
    List<Workplace> workplaces = Workplace.of(console, paths);
    if (workplaces.size() > 1 && !reports.isTextAlone()) {
      throw new UsageError(
          "Only the text report is about several workspaces, and these paths are in "
              + workplaces.size()
              + "; check them one by one, or name the folder around them.");
    }
    for (Workplace workplace : workplaces) {
      AnalysisResult result = analyze(workplace);
      CheckReport report = report(workplace, result);
      reports.write(report, failOn, console, output);
      workplace.reportBugs(result, output);
      code = ExitCode.worse(code, Verdicts.exitCode(report, failOn));
    }
    return code;
  }

  private AnalysisResult analyze(Workplace workplace) {
    Optional<Shard> part = Optional.ofNullable(shard);
    ChangeCheck changes = new ChangeCheck(workplace, layers);
    if (changedSince != null) {
      return changes.since(changedSince);
    }
    return affected ? changes.ofNamedFiles() : workplace.analyze(layers, part);
  }

  private CheckReport report(Workplace workplace, AnalysisResult result) {
    CheckReport whole =
        CheckReport.of(
            result,
            VersionProvider.version(),
            workplace.prefix(),
            () -> CheckReport.values(result, Secrets.of(result)));
    return shard == null ? whole : ShardCutter.cut(whole, result, shard);
  }
}
