package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the workspace is. */
final class WorkspaceOption {

  @Option(
      names = {"-C", "--workspace"},
      paramLabel = "DIR",
      description =
          "The workspace. Default: the nearest folder upwards with a plimsoll.yaml, or here.")
  private @Nullable String directory;

  /** Opens the workspace; a folder that is not there is wrong usage. */
  Workplace open(Console console) {
    return directory == null ? Workplace.around(console) : Workplace.at(console, directory);
  }
}
