package dev.plimsoll.cli.command;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.cli.report.DiffText;
import dev.plimsoll.cli.report.ShownPath;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.diagnostic.Fix.Applicability;
import java.util.List;

/** {@code plimsoll fix}: applies fixes and keeps comments and layout. */
public final class FixCommand implements Command {

  /** A fix can make room for another; more rounds than this would mean that two of them quarrel. */
  private static final int MAX_ROUNDS = 10;

  private final Console console;
  private final LayerOptions layers = new LayerOptions();
  private final OutputOptions output = new OutputOptions();
  private List<String> paths = List.of();
  private boolean diff;
  private boolean unsafe;
  private List<String> rules = List.of();

  public FixCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("fix", this)
        .header("Apply safe fixes; comments and layout stay.")
        .description(
            "%nA safe fix keeps what the author meant. With --unsafe also those that probably do, which you"
                + " should look at. What is left afterwards is said.%n")
        .examples(
            "  plimsoll fix --diff                  show what would change, change nothing",
            "  plimsoll fix --rule unknown-values-key --unsafe",
            "",
            "Exit codes: 0 nothing to change, or changed; 1 with --diff: something would change.")
        .parameters("PATH", "What to mend, as for check.", values -> paths = values)
        .flag("--diff", "Show the changes as a unified diff and make none.", on -> diff = on)
        .flag("--unsafe", "Also apply fixes that may change what is deployed.", on -> unsafe = on)
        .texts("--rule=RULE", "Only this rule; may be repeated.", values -> rules = values)
        .with(layers, output);
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
