package dev.plimsoll.cli;

import dev.plimsoll.cli.command.ApproveCommand;
import dev.plimsoll.cli.command.AuditCommand;
import dev.plimsoll.cli.command.BaselineCommand;
import dev.plimsoll.cli.command.CapacityCommand;
import dev.plimsoll.cli.command.CheckCommand;
import dev.plimsoll.cli.command.Command;
import dev.plimsoll.cli.command.DeployCommand;
import dev.plimsoll.cli.command.ExitCode;
import dev.plimsoll.cli.command.ExplainCommand;
import dev.plimsoll.cli.command.FixCommand;
import dev.plimsoll.cli.command.HookCommand;
import dev.plimsoll.cli.command.InitCommand;
import dev.plimsoll.cli.command.LspCommand;
import dev.plimsoll.cli.command.Options;
import dev.plimsoll.cli.command.PlanCommand;
import dev.plimsoll.cli.command.RbacCommand;
import dev.plimsoll.cli.command.ReleasesCommand;
import dev.plimsoll.cli.command.RenderCommand;
import dev.plimsoll.cli.command.ReportCommand;
import dev.plimsoll.cli.command.RestoreCommand;
import dev.plimsoll.cli.command.ResumeCommand;
import dev.plimsoll.cli.command.RollbackCommand;
import dev.plimsoll.cli.command.RulesCommand;
import dev.plimsoll.cli.command.SuppressionsCommand;
import dev.plimsoll.cli.command.UsageError;
import dev.plimsoll.cli.command.ValuesCommand;
import dev.plimsoll.cli.command.VersionProvider;
import dev.plimsoll.cli.command.WhyCommand;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.rules.BuiltInRules;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as a whole: finds the command, runs it, and says clearly what went wrong. */
public final class Plimsoll {

  /** In the order of the help. */
  private static final Map<String, Function<Console, Command>> COMMANDS = commands();

  private final Console console;

  public Plimsoll(Console console) {
    this.console = console;
  }

  /** Runs one command line and returns its exit code. */
  public int run(String... args) {
    if (args.length > 0 && COMMANDS.containsKey(args[0])) {
      readRulesAhead();
    }
    CommandLine line = line(args);
    line.setOut(writer(console.out()));
    line.setErr(writer(console.err()));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setUsageHelpWidth(100);
    line.setUsageHelpAutoWidth(false);
    line.setExpandAtFiles(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((problem, ignored) -> wrongUsage(problem));
    line.setExecutionExceptionHandler((problem, command, ignored) -> failed(problem, args));
    return line.execute(args);
  }

  /** The command that the arguments name, or all of them where they name none. */
  CommandLine line(String... args) {
    // Without this picocli searches all jars for Groovy.
    System.setProperty("picocli.disable.closures", "true");
    CommandLine line = new Root().options().line();
    // What is not asked for is not even declared.
    Function<Console, Command> only = args.length > 0 ? COMMANDS.get(args[0]) : null;
    if (only != null) {
      line.addSubcommand(args[0], only.apply(console).options().line());
    } else {
      COMMANDS.forEach(
          (name, command) -> line.addSubcommand(name, command.apply(console).options().line()));
    }
    return line;
  }

  /**
   * Nearly every command asks the rules, and a processor is idle for as long as picocli reads the
   * command line. Who comes first waits for the other.
   */
  private static void readRulesAhead() {
    Thread.ofPlatform().daemon().name("rules").start(BuiltInRules::rules);
  }

  private static PrintWriter writer(java.io.PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private int wrongUsage(ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    console.err().println("plimsoll: " + sentence(problem));
    List<String> near =
        problem instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    if (!near.isEmpty()) {
      console.err().println("Did you mean " + String.join(" or ", near) + "?");
    }
    console.err().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  private static String sentence(ParameterException problem) {
    String message = String.valueOf(problem.getMessage());
    return message.endsWith(".") ? message : message + ".";
  }

  private int failed(Exception problem, String[] args) {
    if (problem instanceof UsageError) {
      console.err().println("plimsoll: " + problem.getMessage());
      return ExitCode.USAGE;
    }
    console.err().println("plimsoll: This is a bug in plimsoll, not in your files: " + problem);
    console
        .err()
        .println("Please report it with the command you ran; --debug shows where it happened.");
    if (List.of(args).contains("--debug")) {
      problem.printStackTrace(console.err());
    }
    return ExitCode.USAGE;
  }

  private static Map<String, Function<Console, Command>> commands() {
    Map<String, Function<Console, Command>> commands = new LinkedHashMap<>();
    commands.put("check", CheckCommand::new);
    commands.put("render", RenderCommand::new);
    commands.put("values", ValuesCommand::new);
    commands.put("why", WhyCommand::new);
    commands.put("releases", ReleasesCommand::new);
    commands.put("rbac", RbacCommand::new);
    commands.put("capacity", CapacityCommand::new);
    commands.put("fix", FixCommand::new);
    commands.put("explain", ExplainCommand::new);
    commands.put("rules", RulesCommand::new);
    commands.put("suppressions", SuppressionsCommand::new);
    commands.put("baseline", BaselineCommand::new);
    commands.put("report", ReportCommand::new);
    commands.put("init", InitCommand::new);
    commands.put("hook", HookCommand::new);
    commands.put("lsp", LspCommand::new);
    commands.put("plan", PlanCommand::new);
    commands.put("approve", ApproveCommand::new);
    commands.put("deploy", DeployCommand::new);
    commands.put("resume", ResumeCommand::new);
    commands.put("rollback", RollbackCommand::new);
    commands.put("restore", RestoreCommand::new);
    commands.put("audit", AuditCommand::new);
    return commands;
  }

  /** What stands before any command. */
  private static final class Root implements Command {

    private final Options options =
        Options.of("plimsoll", this)
            .header(
                "Says which line of which values layer is wrong, in which environment, and why.")
            .examples(
                "  plimsoll check                                   the workspace here, every environment",
                "  plimsoll check charts/shop                       one chart alone",
                "  plimsoll values shop -e prod --show-origins      what templates see, and from which line",
                "  plimsoll why shop image.tag -e prod              the layer chain of one value",
                "  plimsoll explain redundant-override              what a rule wants, and why",
                "",
                "Exit codes: 0 nothing found, 1 something found, 2 wrong usage or a bug, 3 something was not checked;",
                "of a deploy: 4 a gate said no, 5 what was there before is back, 6 a person is needed.");

    Root() {
      options.spec().versionProvider(new VersionProvider());
      options
          .spec()
          .usageMessage()
          .synopsisSubcommandLabel("COMMAND")
          .commandListHeading("%nCommands:%n");
    }

    @Override
    public Options options() {
      return options;
    }

    @Override
    public Integer call() {
      CommandLine line = options.spec().commandLine();
      line.usage(line.getOut());
      return ExitCode.OK;
    }
  }
}
