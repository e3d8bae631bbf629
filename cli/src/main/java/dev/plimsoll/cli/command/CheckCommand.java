package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.cli.report.JsonReport;
import dev.plimsoll.cli.report.TextReport;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll check}: the main job. */
@Command(
    name = "check",
    header = "Check a workspace: every release of every environment.",
    description = {
      "%nPATH is a workspace, a chart, or files of a workspace (as pre-commit passes them): then only"
          + " what is found in those files is reported. Without PATH the workspace is the nearest"
          + " folder upwards with a plimsoll.yaml, or the folder here. Files outside the workspace are read only with"
          + " PLIMSOLL_ALLOW=path=FOLDER in the environment.%n"
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll check",
      "  plimsoll check -e prod --set image.tag=1.4.2",
      "  plimsoll check charts/shop -f prod.yaml --helm-version 3.22",
      "  plimsoll check --format json --report text=report.txt > report.json",
      "",
      "Exit codes: 0 nothing at or above --fail-on; 1 something; 2 wrong usage, an unreadable project",
      "file or a bug of plimsoll; 3 nothing, but something could not be checked."
    })
public final class CheckCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(arity = "0..*", paramLabel = "PATH", description = "What to check.")
  private List<String> paths = new ArrayList<>();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(
      names = "--report",
      paramLabel = "FORMAT=FILE",
      description = "Write a report to a file as well; may be repeated.")
  private List<String> reports = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "error, warning or info: what makes the exit code 1. Default: error.")
  private Severity failOn = Severity.ERROR;

  @Option(
      names = "--show",
      paramLabel = "SEVERITY",
      description =
          "The least severity that the text report shows in full; the rest is counted. Default:"
              + " warning.")
  private Severity show = Severity.WARNING;

  @Mixin private LayerOptions layers = new LayerOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  public CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<ReportFile> files = reports.stream().map(this::reportFile).toList();
    int code = ExitCode.OK;
    List<Workplace> workplaces = Workplace.of(console, paths);
    if (workplaces.size() > 1 && (format == ReportFormat.JSON || !files.isEmpty())) {
      throw new UsageError(
          "JSON and `--report` are about one workspace, and these paths are in "
              + workplaces.size()
              + "; check them one by one, or name the folder around them.");
    }
    for (Workplace workplace : workplaces) {
      AnalysisResult result = workplace.analyze(layers);
      console.out().print(render(format, workplace, result, true));
      files.forEach(file -> write(file, render(file.format(), workplace, result, false)));
      workplace.reportBugs(result, output);
      code = worst(code, Verdicts.exitCode(result, failOn));
    }
    return code;
  }

  private String render(
      ReportFormat wanted, Workplace workplace, AnalysisResult result, boolean toConsole) {
    return switch (wanted) {
      case TEXT ->
          new TextReport(
                  toConsole ? output.palette(console) : output.noPalette(),
                  show,
                  workplace.prefix())
              .render(result);
      case JSON -> JsonReport.render(result, VersionProvider.version());
    };
  }

  private ReportFile reportFile(String option) {
    int equals = option.indexOf('=');
    Optional<ReportFormat> wanted = ReportFormat.parse(option.substring(0, Math.max(0, equals)));
    if (wanted.isEmpty() || equals == option.length() - 1) {
      throw new UsageError(
          "`--report " + option + "` must be FORMAT=FILE, with text or json as the format.");
    }
    return new ReportFile(wanted.get(), console.directory().resolve(option.substring(equals + 1)));
  }

  private static void write(ReportFile file, String text) {
    try {
      Files.writeString(file.path(), text);
    } catch (IOException e) {
      throw new UsageError("The report `" + file.path() + "` cannot be written: " + e + ".");
    }
  }

  /**
   * A bug or an unreadable project outranks diagnostics, and those outrank what was not checked.
   */
  private static int worst(int first, int second) {
    for (int code : new int[] {ExitCode.USAGE, ExitCode.DIAGNOSTICS, ExitCode.NOT_CHECKED}) {
      if (first == code || second == code) {
        return code;
      }
    }
    return ExitCode.OK;
  }

  /** A kind of report. */
  enum ReportFormat {
    TEXT,
    JSON;

    static Optional<ReportFormat> parse(String text) {
      for (ReportFormat format : values()) {
        if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
          return Optional.of(format);
        }
      }
      return Optional.empty();
    }
  }

  private record ReportFile(ReportFormat format, Path path) {}
}
