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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plimsoll report}: what to do with results that are there already. */
@Command(
    name = "report",
    header = "Join the results of shards, or write a result in another form.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "merge")
public final class ReportCommand implements Runnable {

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  public ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "What to do? `plimsoll report merge FILE...`.");
  }

  @Command(
      name = "merge",
      header = "Join the JSON results of `plimsoll check --shard` to those of one run.",
      description = {
        "%nEvery shard must be there. One JSON result that is whole is written in another form.%n"
      },
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = {
        "  plimsoll check --shard 1/2 --format json > 1.json      (and 2/2 on another machine)",
        "  plimsoll report merge 1.json 2.json --report html=plimsoll.html",
        "",
        "Exit codes: those of `plimsoll check`."
      })
  int merge(
      @Parameters(arity = "1..*", paramLabel = "FILE", description = "JSON results.")
          List<String> files,
      @Option(
              names = "--fail-on",
              paramLabel = "SEVERITY",
              defaultValue = "error",
              description = "error, warning or info: what makes the exit code 1. Default: error.")
          Severity failOn,
      @Mixin ReportOptions options,
      @Mixin OutputOptions output) {
    options.prepare(console);
    List<CheckReport> reports = new ArrayList<>();
    for (String file : files) {
      reports.add(read(file));
    }
    Optional<String> problem = ReportMerger.problem(reports);
    if (problem.isPresent()) {
      throw new UsageError(problem.get());
    }
    CheckReport merged = ReportMerger.merge(reports);
    options.write(merged, failOn, console, output);
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
