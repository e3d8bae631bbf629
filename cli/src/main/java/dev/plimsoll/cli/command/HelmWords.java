package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.render.RenderFailure;
import dev.plimsoll.values.HelmVersion;

/** Says what Helm itself would say, because people search for it. */
final class HelmWords {

  private static final int MAX_SHOWN = 2000;

  private HelmWords() {}

  /**
   * Quotes Helm, if its words are known and it would refuse as well; a long chain of calls is cut
   * in its middle.
   */
  static void quote(
      Console console, OutputOptions output, RenderFailure failure, HelmVersion helm) {
    String message = failure.message();
    if (message.isEmpty() || failure.kind() == RenderFailure.Kind.BOUND) {
      return;
    }
    boolean isWhole = output.debug() || message.length() <= MAX_SHOWN;
    quote(
        console,
        isWhole
            ? message
            : message.substring(0, MAX_SHOWN / 2)
                + " … (--debug shows all) … "
                + message.substring(message.length() - MAX_SHOWN / 2),
        helm);
  }

  static void quote(Console console, String words, HelmVersion helm) {
    console.err().println("plimsoll: Helm " + helm + " says:");
    console.err().println("Error: " + words);
  }
}
