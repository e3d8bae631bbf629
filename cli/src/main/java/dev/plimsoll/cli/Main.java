package dev.plimsoll.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Entry point of {@code plimsoll}. */
public final class Main {

  private Main() {}

  /** Runs one command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(execute(args));
  }

  /** Runs one command line and returns its exit code. */
  static int execute(String... args) {
    return commandLine().execute(args);
  }

  // Built by calls instead of annotations: reading annotations by reflection costs 40 ms of a cold
  // start.
  private static CommandLine commandLine() {
    CommandSpec spec = CommandSpec.create().name("plimsoll").versionProvider(new VersionProvider());
    spec.usageMessage().description("Policy and validation engine for Helm estates.");
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help and exit.")
            .build());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Print the version and exit.")
            .build());
    return new CommandLine(spec).setExecutionStrategy(Main::run);
  }

  private static int run(ParseResult result) {
    Integer helpExitCode = CommandLine.executeHelpRequest(result);
    if (helpExitCode != null) {
      return helpExitCode;
    }
    CommandLine commandLine = result.commandSpec().commandLine();
    commandLine.usage(commandLine.getOut());
    return 0;
  }
}
