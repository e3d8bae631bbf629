package dev.plimsoll.cli.command;

import dev.plimsoll.cli.report.JsonText;
import dev.plimsoll.cli.report.Table;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleMetadata;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** {@code plimsoll rules}: the catalogue. */
public final class RulesCommand implements Command {

  private final Console console;
  private final OutputOptions output = new OutputOptions();
  private ListFormat format = ListFormat.TABLE;
  private String shown = "";
  private List<String> tested = List.of();
  private List<String> exported = List.of();
  private Profile profile = Profile.PRODUCTION;

  public RulesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("rules", this)
        .header("Show the catalogue of rules.")
        .subcommands("(list | show | test | export)", ofExport(), ofList(), ofShow(), ofTest());
  }

  /** Without a subcommand the catalogue is listed. */
  @Override
  public Integer call() {
    return list();
  }

  private Options ofList() {
    return Options.of("list", this::list)
        .header("List every rule with its severity per profile.")
        .value(
            "--format=FORMAT",
            "table or json. Default: table.",
            ListFormat.class,
            value -> format = value)
        .with(output);
  }

  private int list() {
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

  private Options ofShow() {
    return Options.of("show", () -> RulePage.print(console, shown, output))
        .header("Explain one rule; the same as `plimsoll explain`.")
        .parameter("RULE", "A rule id or alias.", value -> shown = value)
        .with(output);
  }

  private Options ofTest() {
    return Options.of("test", () -> new RulesTest(console, output).run(tested))
        .header("Run the examples of your own rules.")
        .description(
            "%nPATH is a folder with rules, or one rule. Without PATH it is what rulePacks of"
                + " plimsoll.yaml names. A rule must report exactly what is marked in its bad.yaml, and"
                + " nothing in its good.yaml.%n")
        .footer(
            "Exit codes: 0 every example is as it says, 1 one is not or a rule has mistakes, 2 wrong"
                + " usage.")
        .parameters("PATH", "Folders with rules.", values -> tested = values)
        .with(output);
  }

  private Options ofExport() {
    return Options.of("export", () -> new RulesExport(console, profile).run(exported))
        .header("Write rules in CEL as ValidatingAdmissionPolicy objects.")
        .description(
            "%nRULE is a rule on objects, one of your own or a built-in one. Parameters are those of"
                + " plimsoll.yaml. Each policy comes with a binding that denies, warns or audits as the"
                + " rule does in the profile.%n")
        .example("  plimsoll rules export privileged-container | kubectl apply -f -")
        .requiredParameters("RULE", "Rule ids.", values -> exported = values)
        .value(
            "--format=FORMAT",
            "vap: ValidatingAdmissionPolicy, the only one so far.",
            ExportFormat.class,
            _ -> {})
        .value(
            "--profile=PROFILE",
            "development, staging or production. Default: production.",
            Profile.class,
            value -> profile = value)
        .with(output);
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
