package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import org.jspecify.annotations.Nullable;

/** Where the workspace is. */
final class WorkspaceOption implements OptionGroup {

  private @Nullable String directory;

  @Override
  public void declare(Options options) {
    options.text(
        "-C, --workspace=DIR",
        "The workspace. Default: the nearest folder upwards with a plimsoll.yaml, or here.",
        value -> directory = value);
  }

  /** Opens the workspace; a folder that is not there is wrong usage. */
  Workplace open(Console console) {
    return directory == null ? Workplace.around(console) : Workplace.at(console, directory);
  }
}
