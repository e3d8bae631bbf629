package dev.plimsoll.cli.command;

import dev.plimsoll.cli.report.JsonText;
import dev.plimsoll.cli.report.Table;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleMetadata;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/** {@code plimsoll rules}: the catalogue. */
@Command(
    name = "rules",
    header = "Show the catalogue of rules.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | show | test | export)")
public final class RulesCommand implements Callable<Integer> {

  private final Console console;

  public RulesCommand(Console console) {
    this.console = console;
  }

  /** Without a subcommand the catalogue is listed. */
  @Override
  public Integer call() {
    return list(ListFormat.TABLE, new OutputOptions());
  }

  @Command(
      name = "list",
      header = "List every rule with its severity per profile.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "table",
              description = "table or json. Default: table.")
          ListFormat format,
      @Mixin OutputOptions output) {
    KnownRules known = KnownRules.of(console, Workplace.around(console));
    List<RuleMetadata> rules = known.catalog().rules();
    console
        .out()
        .print(
            switch (format) {
              case TABLE -> table(rules).render(output.palette(console));
              case JSON -> json(rules, known);
            });
    return ExitCode.OK;
  }

  @Command(
      name = "show",
      header = "Explain one rule; the same as `plimsoll explain`.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "RULE", description = "A rule id or alias.") String rule,
      @Mixin OutputOptions output) {
    return RulePage.print(console, rule, output);
  }

  @Command(
      name = "test",
      header = "Run the examples of your own rules.",
      description = {
        "%nPATH is a folder with rules, or one rule. Without PATH it is what rulePacks of"
            + " plimsoll.yaml names. A rule must report exactly what is marked in its bad.yaml, and"
            + " nothing in its good.yaml.%n"
      },
      mixinStandardHelpOptions = true,
      footerHeading = "%n",
      footer =
          "Exit codes: 0 every example is as it says, 1 one is not or a rule has mistakes, 2 wrong"
              + " usage.")
  int test(
      @Parameters(arity = "0..*", paramLabel = "PATH", description = "Folders with rules.")
          List<String> paths,
      @Mixin OutputOptions output) {
    return new RulesTest(console, output).run(paths == null ? List.of() : paths);
  }

  @Command(
      name = "export",
      header = "Write rules in CEL as ValidatingAdmissionPolicy objects.",
      description = {
        "%nRULE is a rule on objects, one of your own or a built-in one. Parameters are those of"
            + " plimsoll.yaml. Each policy comes with a binding that denies, warns or audits as the"
            + " rule does in the profile.%n"
      },
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  plimsoll rules export privileged-container | kubectl apply -f -")
  int export(
      @Parameters(arity = "1..*", paramLabel = "RULE", description = "Rule ids.")
          List<String> rules,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "vap",
              description = "vap: ValidatingAdmissionPolicy, the only one so far.")
          ExportFormat format,
      @Option(
              names = "--profile",
              paramLabel = "PROFILE",
              defaultValue = "production",
              description = "development, staging or production. Default: production.")
          Profile profile,
      @Mixin OutputOptions output) {
    return new RulesExport(console, profile).run(rules);
  }

  private static Table table(List<RuleMetadata> rules) {
    Table table = new Table("RULE", "CATEGORY", "DEVELOPMENT", "STAGING", "PRODUCTION", "SUMMARY");
    for (RuleMetadata rule : rules) {
      table.row(
          rule.id().value(),
          rule.category(),
          severity(rule, Profile.DEVELOPMENT),
          severity(rule, Profile.STAGING),
          severity(rule, Profile.PRODUCTION),
          rule.summary());
    }
    return table;
  }

  private static String json(List<RuleMetadata> rules, KnownRules known) {
    return JsonText.of(json -> {
      json.writeStartArray();
      rules.forEach(rule -> rule(json, rule, known));
      json.writeEndArray();
    });
  }

  private static void rule(JsonGenerator json, RuleMetadata rule, KnownRules known) {
    json.writeStartObject();
    json.writeStringProperty("id", rule.id().value());
    json.writeStringProperty("category", rule.category());
    json.writeStringProperty("summary", rule.summary());
    json.writeObjectPropertyStart("severity");
    for (Profile profile : Profile.values()) {
      json.writeStringProperty(profile.label(), severity(rule, profile));
    }
    json.writeEndObject();
    JsonText.texts(json, "aliases", rule.aliases());
    json.writeBooleanProperty("fixable", rule.fixable());
    json.writeStringProperty("helpUri", known.link(rule));
    json.writeEndObject();
  }

  private static String severity(RuleMetadata rule, Profile profile) {
    return rule.severity(profile).map(Severity::label).orElse("off");
  }

  /** What comes out of {@code rules export}. */
  enum ExportFormat {
    VAP
  }

  /** What comes out of {@code rules list}. */
  enum ListFormat {
    TABLE,
    JSON
  }
}
