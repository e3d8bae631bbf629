package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.ColorMode;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.cli.terminal.Palette;

/** Options about what is printed, the same for every command. */
final class OutputOptions implements OptionGroup {

  private ColorMode color = ColorMode.AUTO;
  private boolean quiet;
  private boolean debug;

  @Override
  public void declare(Options options) {
    options
        .value(
            "--color, --colour=WHEN",
            "auto, always or never; NO_COLOR is respected. Default: auto.",
            ColorMode.class,
            value -> color = value)
        .flag("-q, --quiet", "Print results only: no progress, no notes.", on -> quiet = on)
        .flag("--debug", "After a bug of plimsoll, print where it happened.", on -> debug = on);
  }

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
