package dev.plimsoll.cli.terminal;

import java.util.Map;

/** When to colour. */
public enum ColorMode {
  AUTO,
  ALWAYS,
  NEVER;

  /**
   * Decides for one stream. {@code NO_COLOR} (no-color.org) and {@code TERM=dumb} turn {@link
   * #AUTO} off, {@code CLICOLOR_FORCE} and {@code FORCE_COLOR} turn it on where the stream is no
   * terminal.
   *
   * @param environment the process environment
   * @param terminal whether the stream ends at a terminal
   */
  public boolean enabled(Map<String, String> environment, boolean terminal) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> {
        if (isSet(environment, "NO_COLOR")) {
          yield false;
        }
        if (isSet(environment, "CLICOLOR_FORCE") || isSet(environment, "FORCE_COLOR")) {
          yield true;
        }
        yield terminal && !"dumb".equals(environment.get("TERM"));
      }
    };
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value != null && !value.isEmpty() && !value.equals("0");
  }
}
