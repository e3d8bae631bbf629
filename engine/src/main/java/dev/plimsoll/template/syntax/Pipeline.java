package dev.plimsoll.template.syntax;

import dev.plimsoll.source.Span;
import java.util.List;

/**
 * Commands, each fed with the result of the one before.
 *
 * @param span without the braces and keyword
 * @param declared the variables in front of {@code :=} or {@code =}; at most two
 * @param assigns whether they are set ({@code =}) rather than declared
 * @param commands at least one, unless the text is broken
 */
public record Pipeline(
    Span span, List<Variable> declared, boolean assigns, List<Command> commands) {

  public Pipeline {
    declared = List.copyOf(declared);
    commands = List.copyOf(commands);
  }

  /**
   * A variable that is declared or set.
   *
   * @param name with the {@code $}
   */
  public record Variable(Span span, String name) {}

  /**
   * An operand, or a function or method with arguments.
   *
   * @param arguments at least one; the first may be what is called
   */
  public record Command(Span span, List<Operand> arguments) {
    public Command {
      arguments = List.copyOf(arguments);
    }
  }
}
