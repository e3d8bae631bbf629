package dev.plimsoll.cli.command;

import dev.plimsoll.cli.report.ShownPath;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.project.CompiledRuleFile;
import dev.plimsoll.project.OwnRule;
import dev.plimsoll.project.OwnRules;
import dev.plimsoll.project.RulePacks;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rules.BuiltInRules;
import dev.plimsoll.rules.example.RuleExamples;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code plimsoll rules test}: runs the examples of rules, and prints what is not as they say. */
final class RulesTest {

  private final Console console;
  private final OutputOptions output;
  private int rules;
  private int failed;

  RulesTest(Console console, OutputOptions output) {
    this.console = console;
    this.output = output;
  }

  int run(List<String> paths) {
    if (paths.isEmpty()) {
      ofProject(Workplace.around(console));
    }
    for (String path : paths) {
      int before = rules;
      inFolder(Workplace.at(console, path), "");
      if (rules == before) {
        throw new UsageError("There is no rule in `" + path + "`: no folder has a `rule.yaml`.");
      }
    }
    if (!output.quiet()) {
      console.out().println(summary());
    }
    return failed == 0 ? ExitCode.OK : ExitCode.DIAGNOSTICS;
  }

  private String summary() {
    String count = rules + (rules == 1 ? " rule" : " rules");
    return failed == 0
        ? count + ": every example is as it says."
        : count + ", " + failed + " of them with failures.";
  }

  private void ofProject(Workplace workplace) {
    OwnRules own = Workplace.analyzer().rulePolicy(workplace.files(), new ArrayList<>()).own();
    if (own.packs().isEmpty()) {
      throw new UsageError(
          "There are no rules to test: name a folder, or say `rulePacks` in plimsoll.yaml.");
    }
    own.packs().forEach(pack -> inFolder(workplace, pack));
  }

  private void inFolder(Workplace workplace, String folder) {
    FileTree files = workplace.files();
    for (String path : RulePacks.ruleFiles(files, folder)) {
      if (files.read(path) instanceof FileContent.Text(SourceFile file)) {
        rules++;
        List<String> failures = failures(workplace.prefix(), files, file);
        failures.forEach(console.out()::println);
        failed += failures.isEmpty() ? 0 : 1;
      }
    }
  }

  private static List<String> failures(String prefix, FileTree files, SourceFile file) {
    CompiledRuleFile compiled = CompiledRuleFile.of(YamlParser.parse(file));
    List<String> failures = new ArrayList<>();
    for (Diagnostic problem : compiled.problems()) {
      failures.add(ShownPath.of(prefix, problem.location()) + ": " + problem.message());
    }
    if (compiled.rule().isEmpty()) {
      return failures;
    }
    RuleMetadata metadata = compiled.file().orElseThrow().metadata();
    if (BuiltInRules.catalog().find(metadata.id()).isPresent()) {
      failures.add(
          ShownPath.of(prefix, compiled.file().orElseThrow().location())
              + ": Plimsoll has a rule `"
              + metadata.id()
              + "`; give this one"
              + " another `id`.");
      return failures;
    }
    RuleExamples examples =
        new RuleExamples(BuiltInRules.catalog(), metadata, compiled.rule().orElseThrow());
    String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
    Optional<String> bad = text(files, folder + OwnRule.BAD);
    Optional<String> good = text(files, folder + OwnRule.GOOD);
    bad.ifPresentOrElse(
        text -> failures.addAll(examples.bad(prefix + folder + OwnRule.BAD, text)),
        () -> failures.add(missing(prefix + folder + OwnRule.BAD, "finds fault with")));
    good.ifPresentOrElse(
        text -> failures.addAll(examples.good(prefix + folder + OwnRule.GOOD, text)),
        () -> failures.add(missing(prefix + folder + OwnRule.GOOD, "is content with")));
    return failures;
  }

  private static String missing(String path, String what) {
    return path + ": there is no such file; it shows what the rule " + what;
  }

  private static Optional<String> text(FileTree files, String path) {
    return files.read(path) instanceof FileContent.Text(SourceFile file)
        ? Optional.of(file.text())
        : Optional.empty();
  }
}
