package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.ColorMode;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.cli.terminal.Palette;
import picocli.CommandLine.Option;

/** Options about what is printed, the same for every command. */
final class OutputOptions {

  @Option(
      names = {"--color", "--colour"},
      paramLabel = "WHEN",
      description = "auto, always or never; NO_COLOR is respected. Default: auto.")
  private ColorMode color = ColorMode.AUTO;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print results only: no progress, no notes.")
  private boolean quiet;

  @Option(names = "--debug", description = "After a bug of plimsoll, print where it happened.")
  private boolean debug;

  Palette palette(Console console) {
    return console.palette(color);
  }

  Palette errorPalette(Console console) {
    return console.errorPalette(color);
  }

  /** For files, which are never coloured. */
  Palette noPalette() {
    return new Palette(false);
  }

  boolean quiet() {
    return quiet;
  }

  boolean debug() {
    return debug;
  }
}
