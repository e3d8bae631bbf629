package dev.plimsoll.cli.command;

import dev.plimsoll.cli.report.CheckReport;
import dev.plimsoll.cli.report.JsonReportReader;
import dev.plimsoll.cli.report.ReportMerger;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code plimsoll report}: what to do with results that are there already. */
public final class ReportCommand implements Command {

  private final Console console;
  private final Options options;
  private final ReportOptions written = new ReportOptions();
  private final OutputOptions output = new OutputOptions();
  private List<String> files = List.of();
  private Severity failOn = Severity.ERROR;

  public ReportCommand(Console console) {
    this.console = console;
    this.options =
        Options.of("report", this)
            .header("Join the results of shards, or write a result in another form.")
            .subcommands("merge", ofMerge());
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    throw options.wrongUsage("What to do? `plimsoll report merge FILE...`.");
  }

  private Options ofMerge() {
    return Options.of("merge", this::merge)
        .header("Join the JSON results of `plimsoll check --shard` to those of one run.")
        .description(
            "%nEvery shard must be there. One JSON result that is whole is written in another form.%n")
        .example(
            "  plimsoll check --shard 1/2 --format json > 1.json      (and 2/2 on another machine)",
            "  plimsoll report merge 1.json 2.json --report html=plimsoll.html",
            "",
            "Exit codes: those of `plimsoll check`.")
        .requiredParameters("FILE", "JSON results.", values -> files = values)
        .value(
            "--fail-on=SEVERITY",
            "error, warning or info: what makes the exit code 1. Default: error.",
            Severity.class,
            value -> failOn = value)
        .with(written, output);
  }

  private int merge() {
    written.prepare(console);
    List<CheckReport> reports = new ArrayList<>();
    for (String file : files) {
      reports.add(read(file));
    }
    Optional<String> problem = ReportMerger.problem(reports);
    if (problem.isPresent()) {
      throw new UsageError(problem.get());
    }
    CheckReport merged = ReportMerger.merge(reports);
    written.write(merged, failOn, console, output);
    if (!merged.isComplete()) {
      console.err().println("plimsoll: A shard was not complete; its own output says why.");
    }
    return Verdicts.exitCode(merged, failOn);
  }

  private CheckReport read(String file) {
    Path path = console.directory().resolve(file);
    try {
      return JsonReportReader.read(Files.readString(path));
    } catch (IOException e) {
      throw new UsageError("The result `" + file + "` cannot be read: " + e + ".");
    } catch (JsonReportReader.Unreadable e) {
      throw new UsageError("The result `" + file + "` cannot be read: " + e.getMessage() + ".");
    }
  }
}
