package dev.plimsoll.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code plimsoll}. */
@Command(
    name = "plimsoll",
    description = "Policy and validation engine for Helm estates.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class)
public final class Main implements Runnable {

  private Main() {}

  /** Runs one command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(execute(args));
  }

  /** Runs one command line and returns its exit code. */
  static int execute(String... args) {
    return new CommandLine(new Main()).execute(args);
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
