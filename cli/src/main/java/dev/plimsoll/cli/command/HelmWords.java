package dev.plimsoll.cli.command;

import dev.plimsoll.render.RenderFailure;
import java.util.Optional;

/** What Helm itself would say, which people search for; long chains are cut in their middle. */
final class HelmWords {

  private static final int MAX_SHOWN = 2000;

  private HelmWords() {}

  /** Helm's words; empty where they are not known, or Helm would not refuse. */
  static Optional<String> of(RenderFailure failure, boolean whole) {
    String message = failure.message();
    if (message.isEmpty() || failure.kind() == RenderFailure.Kind.BOUND) {
      return Optional.empty();
    }
    if (whole || message.length() <= MAX_SHOWN) {
      return Optional.of(message);
    }
    String start = message.substring(0, MAX_SHOWN / 2);
    String end = message.substring(message.length() - MAX_SHOWN / 2);
    return Optional.of(start + " … (--debug shows all) … " + end);
  }
}
