package dev.plimsoll.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/**
 * What the help of a command says and what the command takes. Picocli would read the same from
 * annotations, by reflection, but that takes longer than many a check.
 *
 * <p>An option is written as the help shows it: {@code -e, --environment=ENV}. Without a
 * description it is not in the help. What the command line says goes where {@code to} puts it; what
 * it does not say stays as it was.
 */
public final class Options {

  private static final String HELP = "--help";

  private final CommandSpec spec;

  private Options(CommandSpec spec) {
    this.spec = spec;
  }

  /** Of the command with this name. */
  public static Options of(String name, Callable<Integer> command) {
    return new Options(CommandSpec.wrapWithoutInspection(command).name(name));
  }

  /** What picocli knows of the command, for what no other command needs. */
  public CommandSpec spec() {
    return spec;
  }

  /** The command as picocli takes it, with the options that every command has at the end. */
  public CommandLine line() {
    if (!spec.optionsMap().containsKey(HELP)) {
      help();
      spec.addOption(
          option("-V, --version", "Print version information and exit.")
              .type(boolean.class)
              .versionHelp(true)
              .build());
    }
    return new CommandLine(spec);
  }

  /** What is to be said of a wrong use of the command, with the way to its help. */
  ParameterException wrongUsage(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }

  // What the help says

  /** Says in one line what the command does. */
  public Options header(String line) {
    spec.usageMessage().header(line);
    return this;
  }

  /** Says more, above the options. */
  Options description(String... lines) {
    spec.usageMessage().description(lines);
    return this;
  }

  /** Shows command lines, below the options. */
  public Options examples(String... lines) {
    return end("%nExamples:%n", lines);
  }

  /** Shows one command line, below the options. */
  Options example(String... lines) {
    return end("%nExample:%n", lines);
  }

  /** Says more, below the options. */
  Options footer(String... lines) {
    return end("%n", lines);
  }

  private Options end(String heading, String... lines) {
    spec.usageMessage().footerHeading(heading).footer(lines);
    return this;
  }

  /**
   * Adds the commands below this one.
   *
   * @param label how the help writes that one of them is to follow
   */
  Options subcommands(String label, Options... commands) {
    spec.usageMessage().synopsisSubcommandLabel(label);
    for (Options command : commands) {
      spec.addSubcommand(command.spec.name(), command.line());
    }
    return this;
  }

  // Options

  /** Adds options that are declared elsewhere. */
  Options with(OptionGroup... groups) {
    for (OptionGroup group : groups) {
      group.declare(this);
    }
    return this;
  }

  /** Adds {@code --help}, where the command has another {@code --version} than all others. */
  Options help() {
    spec.addOption(
        option("-h, " + HELP, "Show this help message and exit.")
            .type(boolean.class)
            .usageHelp(true)
            .build());
    return this;
  }

  /** Adds an option that is there or not. */
  Options flag(String form, String description, Consumer<Boolean> to) {
    return add(option(form, description).type(boolean.class), to);
  }

  /** Adds a switch of Helm, which may have {@code =true} or {@code =false} behind it. */
  Options helmSwitch(String form, String description, Consumer<Boolean> to) {
    return add(option(form, description).type(boolean.class).preprocessor(new SwitchValue()), to);
  }

  /** Adds a switch of Helm that may have any {@code =WORD} behind it. */
  Options helmWord(String form, String description, Consumer<String> to) {
    return add(
        option(form, description).type(String.class).preprocessor(new SwitchValue.OrWord()), to);
  }

  /** Adds an option with a text. */
  Options text(String form, String description, Consumer<String> to) {
    return add(option(form, description).type(String.class), to);
  }

  /** Adds an option with a text, which must be there. */
  Options requiredText(String form, String description, Consumer<String> to) {
    return add(option(form, description).type(String.class).required(true), to);
  }

  /** Adds an option with a text that may be repeated. */
  Options texts(String form, String description, Consumer<List<String>> to) {
    return add(option(form, description).type(List.class), to);
  }

  /** Adds an option with texts between commas that may be repeated. */
  Options commaTexts(String form, String description, Consumer<List<String>> to) {
    return add(option(form, description).type(List.class).splitRegex(","), to);
  }

  /** Adds an option with a number, or with a name of an enumeration in any case. */
  <T> Options value(String form, String description, Class<T> type, Consumer<T> to) {
    return add(option(form, description).type(type), to);
  }

  /** Adds an option with a value that has a form of its own. */
  <T> Options value(String form, String description, ITypeConverter<T> reader, Consumer<T> to) {
    return add(option(form, description).type(String.class).converters(reader), to);
  }

  private static OptionSpec.Builder option(String form, String description) {
    int equals = form.indexOf('=');
    String names = equals < 0 ? form : form.substring(0, equals);
    OptionSpec.Builder option =
        OptionSpec.builder(names.split(", ", -1))
            .description(description)
            .hidden(description.isEmpty());
    return equals < 0 ? option : option.paramLabel(form.substring(equals + 1));
  }

  private <T> Options add(OptionSpec.Builder option, Consumer<T> to) {
    Target<T> target = new Target<>(to);
    spec.addOption(option.getter(target).setter(target).hasInitialValue(false).build());
    return this;
  }

  // Parameters, in their order

  /** Adds a parameter that must be there. */
  Options parameter(String label, String description, Consumer<String> to) {
    return add(next(label, description).required(true), to);
  }

  /** Adds a parameter that may be left out. */
  Options optionalParameter(String label, String description, Consumer<String> to) {
    return add(next(label, description).arity("0..1"), to);
  }

  /** Adds any number of parameters. */
  Options parameters(String label, String description, Consumer<List<String>> to) {
    return add(all(label, description).arity("0..*"), to);
  }

  /** Adds one parameter or more. */
  Options requiredParameters(String label, String description, Consumer<List<String>> to) {
    return add(all(label, description).arity("1..*").required(true), to);
  }

  private PositionalParamSpec.Builder next(String label, String description) {
    String index = Integer.toString(spec.positionalParameters().size());
    return parameter(label, description).index(index).type(String.class);
  }

  private static PositionalParamSpec.Builder all(String label, String description) {
    return parameter(label, description).type(List.class);
  }

  private static PositionalParamSpec.Builder parameter(String label, String description) {
    return PositionalParamSpec.builder().paramLabel(label).description(description);
  }

  private <T> Options add(PositionalParamSpec.Builder parameter, Consumer<T> to) {
    Target<T> target = new Target<>(to);
    spec.addPositional(parameter.getter(target).setter(target).hasInitialValue(false).build());
    return this;
  }

  /** Where a value goes. Picocli asks for it as well, to add to a list that it has set before. */
  private static final class Target<V> implements IGetter, ISetter {

    private final Consumer<V> to;
    private @Nullable Object value;

    Target(Consumer<V> to) {
      this.to = to;
    }

    @Override
    @SuppressWarnings({
      "unchecked",
      "TypeParameterUnusedInFormals"
    }) // Picocli asks for what it has set.
    public <T> @Nullable T get() {
      return (T) value;
    }

    @Override
    @SuppressWarnings("unchecked") // Picocli has converted it.
    public <T> @Nullable T set(T newValue) {
      T before = get();
      value = newValue;
      to.accept((V) newValue);
      return before;
    }
  }
}
