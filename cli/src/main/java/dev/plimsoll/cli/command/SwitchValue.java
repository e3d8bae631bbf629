package dev.plimsoll.cli.command;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Takes a switch as Helm does (pflag's {@code Bool}): alone, or with {@code =} and a word that Go's
 * {@code strconv.ParseBool} knows, and never the argument behind it.
 */
final class SwitchValue implements IParameterPreprocessor {

  private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");
  private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");

  /** The same for a switch that takes other words as well, all of which mean the same here. */
  static final class OrWord implements IParameterPreprocessor {

    @Override
    public boolean preprocess(
        Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
      option.setValue(attached(arguments, info).orElse("true"));
      return true;
    }
  }

  @Override
  public boolean preprocess(
      Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
    Optional<String> word = attached(arguments, info);
    boolean on = word.isEmpty() || TRUE.contains(word.get());
    if (!on && !FALSE.contains(word.get())) {
      throw new ParameterException(
          command.commandLine(),
          "`" + name(option) + "=" + word.get() + "`: a switch is either true or false");
    }
    option.setValue(on);
    return true;
  }

  private static String name(ArgSpec option) {
    return option instanceof OptionSpec named ? named.longestName() : option.paramLabel();
  }

  /** What stands behind the {@code =}, taken from the arguments. */
  private static Optional<String> attached(Stack<String> arguments, Map<String, Object> info) {
    return "=".equals(info.get("separator")) ? Optional.of(arguments.pop()) : Optional.empty();
  }
}
