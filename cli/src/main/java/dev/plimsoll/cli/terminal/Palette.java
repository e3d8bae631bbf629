package dev.plimsoll.cli.terminal;

import dev.plimsoll.diagnostic.Severity;

/**
 * Wraps text in ANSI colours, or leaves it alone.
 *
 * @param enabled whether to colour at all
 */
public record Palette(boolean enabled) {

  private static final String RESET = "\u001b[0m";

  public String bold(String text) {
    return paint("\u001b[1m", text);
  }

  public String dim(String text) {
    return paint("\u001b[2m", text);
  }

  /** Line numbers, arrows and rulers around source text. */
  public String frame(String text) {
    return paint("\u001b[34m", text);
  }

  public String help(String text) {
    return paint("\u001b[36m", text);
  }

  public String added(String text) {
    return paint("\u001b[32m", text);
  }

  public String removed(String text) {
    return paint("\u001b[31m", text);
  }

  public String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> paint("\u001b[1;31m", text);
      case WARNING -> paint("\u001b[1;33m", text);
      case INFO -> paint("\u001b[1;36m", text);
    };
  }

  private String paint(String code, String text) {
    return enabled && !text.isEmpty() ? code + text + RESET : text;
  }
}
