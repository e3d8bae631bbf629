package dev.plimsoll.cli.command;

import dev.plimsoll.cli.report.CheckReport;
import dev.plimsoll.cli.report.ReportFormat;
import dev.plimsoll.cli.report.ReportWriter;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.rules.BuiltInRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.TypeConversionException;

/** The options that say which reports are written, and where to. */
final class ReportOptions implements OptionGroup {

  private ReportFormat format = ReportFormat.TEXT;
  private List<String> reports = List.of();
  private Severity show = Severity.WARNING;
  private final List<ReportFile> files = new ArrayList<>();

  private record ReportFile(ReportFormat format, Path path) {}

  @Override
  public void declare(Options options) {
    options
        .value(
            "--format=FORMAT",
            "text, json, sarif, junit, github, gitlab, gitlab-sast, markdown or html. Default: text.",
            ReportOptions::parse,
            value -> format = value)
        .texts(
            "--report=FORMAT=FILE",
            "Write a report to a file as well; may be repeated.",
            values -> reports = values)
        .value(
            "--show=SEVERITY",
            "The least severity that the text report shows in full; the rest is counted. Default:"
                + " warning.",
            Severity.class,
            value -> show = value);
  }

  /** Refuses what cannot be written before any work is done. */
  void prepare(Console console) {
    for (String option : reports) {
      int equals = option.indexOf('=');
      Optional<ReportFormat> wanted = ReportFormat.parse(option.substring(0, Math.max(0, equals)));
      if (wanted.isEmpty() || equals == option.length() - 1) {
        throw new UsageError(
            "`--report "
                + option
                + "` must be FORMAT=FILE, and the format is "
                + ReportFormat.labels()
                + ".");
      }
      files.add(
          new ReportFile(wanted.get(), console.directory().resolve(option.substring(equals + 1))));
    }
  }

  /** Whether people alone read what is written. */
  boolean isTextAlone() {
    return format == ReportFormat.TEXT && files.isEmpty();
  }

  /** Writes every report that was asked for. */
  void write(CheckReport report, Severity failOn, Console console, OutputOptions output) {
    ReportWriter writer = new ReportWriter(show, failOn, console.today(), BuiltInRules::catalog);
    Palette palette = output.palette(console);
    console.out().print(writer.render(format, report, palette));
    for (ReportFile file : files) {
      write(file.path(), writer.render(file.format(), report, output.noPalette()));
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UsageError("The report `" + file + "` cannot be written: " + e + ".");
    }
  }

  private static ReportFormat parse(String text) {
    return ReportFormat.parse(text)
        .orElseThrow(() -> new TypeConversionException("expected one of " + ReportFormat.labels()));
  }
}
