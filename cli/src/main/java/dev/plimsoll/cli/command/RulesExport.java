package dev.plimsoll.cli.command;

import dev.plimsoll.cel.rule.ObjectRuleSource;
import dev.plimsoll.cel.rule.VapExport;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.project.OwnRule;
import dev.plimsoll.project.RuleFile;
import dev.plimsoll.project.RuleFileReader;
import dev.plimsoll.project.RulePacks;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rules.BuiltInRules;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code plimsoll rules export}: rules in CEL as policies that an API server runs. */
final class RulesExport {

  private final Console console;
  private final Profile profile;
  private final KnownRules known;

  RulesExport(Console console, Profile profile) {
    this.console = console;
    this.profile = profile;
    this.known = KnownRules.of(console, Workplace.around(console));
  }

  int run(List<String> names) {
    List<String> policies = new ArrayList<>();
    for (String name : names) {
      policies.add(policy(name));
    }
    console.out().print(String.join("---\n", policies));
    return ExitCode.OK;
  }

  private String policy(String name) {
    RuleMetadata rule =
        known
            .catalog()
            .find(name)
            .orElseThrow(() -> new UsageError("There is no rule `" + name + "`."));
    ObjectRuleSource source =
        file(rule)
            .flatMap(RuleFile::expressions)
            .orElseThrow(() ->
                new UsageError("`" + rule.id() + "` is no rule in CEL, so no policy either."));
    return switch (VapExport.export(source, known.parameters(rule))) {
      case VapExport.Result.Written(String yaml) -> yaml + binding(rule);
      case VapExport.Result.Refused(String why) -> throw new UsageError(why);
    };
  }

  private Optional<RuleFile> file(RuleMetadata rule) {
    Optional<OwnRule> own = known.ownRule(rule);
    if (own.isEmpty()) {
      return read(BuiltInRules.file(rule));
    }
    return known.files().read(own.get().path() + "/" + RulePacks.RULE_FILE)
            instanceof FileContent.Text(SourceFile file)
        ? read(file)
        : Optional.empty();
  }

  private static Optional<RuleFile> read(SourceFile file) {
    return RuleFileReader.read(YamlParser.parse(file), _ -> {});
  }

  private String binding(RuleMetadata rule) {
    Severity severity = rule.severity(profile).orElse(Severity.INFO);
    String action =
        switch (severity) {
          case ERROR -> "Deny";
          case WARNING -> "Warn";
          case INFO -> "Audit";
        };
    return """
    ---
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicyBinding
    metadata:
      name: "%s"
    spec:
      policyName: "%s"
      validationActions: [%s]
    """
        .formatted(rule.id(), rule.id(), action);
  }
}
