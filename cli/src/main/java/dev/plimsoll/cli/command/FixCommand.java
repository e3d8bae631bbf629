package dev.plimsoll.cli.command;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.cli.report.DiffText;
import dev.plimsoll.cli.report.ShownPath;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.diagnostic.Fix.Applicability;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll fix}: applies fixes and keeps comments and layout. */
@Command(
    name = "fix",
    header = "Apply safe fixes; comments and layout stay.",
    description = {
      "%nA safe fix keeps what the author meant. With --unsafe also those that probably do, which you"
          + " should look at. What is left afterwards is said.%n"
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll fix --diff                  show what would change, change nothing",
      "  plimsoll fix --rule unknown-values-key --unsafe",
      "",
      "Exit codes: 0 nothing to change, or changed; 1 with --diff: something would change."
    })
public final class FixCommand implements Callable<Integer> {

  /** A fix can make room for another; more rounds than this would mean that two of them quarrel. */
  private static final int MAX_ROUNDS = 10;

  private final Console console;

  @Parameters(arity = "0..*", paramLabel = "PATH", description = "What to mend, as for check.")
  private List<String> paths = new ArrayList<>();

  @Option(names = "--diff", description = "Show the changes as a unified diff and make none.")
  private boolean diff;

  @Option(names = "--unsafe", description = "Also apply fixes that may change what is deployed.")
  private boolean unsafe;

  @Option(names = "--rule", paramLabel = "RULE", description = "Only this rule; may be repeated.")
  private List<String> rules = new ArrayList<>();

  @Mixin private LayerOptions layers = new LayerOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  public FixCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int changed = 0;
    for (Workplace workplace : Workplace.of(console, paths)) {
      changed += fix(workplace);
    }
    return diff && changed > 0 ? ExitCode.DIAGNOSTICS : ExitCode.OK;
  }

  private int fix(Workplace workplace) {
    Fixer fixer = new Fixer(unsafe ? Applicability.UNSAFE : Applicability.SAFE, List.copyOf(rules));
    Workplace current = workplace;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      AnalysisResult result = current.analyze(layers);
      if (!fixer.apply(result.diagnostics())) {
        break;
      }
      current = workplace.withTexts(fixer.texts());
    }
    for (Fixer.ChangedFile file : fixer.changedFiles()) {
      if (diff) {
        console.out().print(unifiedDiff(workplace.prefix(), file, output.palette(console)));
      } else {
        workplace.write(file.path(), file.after());
        console.err().println("mended " + workplace.prefix() + file.path());
      }
    }
    if (!diff && !output.quiet()) {
      console.err().println(fixer.summary());
    }
    return fixer.changedFiles().size();
  }

  private static String unifiedDiff(String prefix, Fixer.ChangedFile file, Palette palette) {
    List<String> before = file.before().lines().toList();
    List<String> after = file.after().lines().toList();
    String name = ShownPath.of(prefix, file.path());
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + name, "b/" + name, before, DiffUtils.diff(before, after), 3);
    return DiffText.of(lines, palette);
  }
}
