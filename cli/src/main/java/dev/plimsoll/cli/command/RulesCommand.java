package dev.plimsoll.cli.command;

import dev.plimsoll.cli.report.JsonText;
import dev.plimsoll.cli.report.Table;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleLinks;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rules.BuiltInRules;
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
    synopsisSubcommandLabel = "(list | show)")
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
    List<RuleMetadata> rules = BuiltInRules.catalog().rules();
    console
        .out()
        .print(
            switch (format) {
              case TABLE -> table(rules).render(output.palette(console));
              case JSON -> json(rules);
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

  private static String json(List<RuleMetadata> rules) {
    return JsonText.of(json -> {
      json.writeStartArray();
      rules.forEach(rule -> rule(json, rule));
      json.writeEndArray();
    });
  }

  private static void rule(JsonGenerator json, RuleMetadata rule) {
    json.writeStartObject();
    json.writeStringProperty("id", rule.id().value());
    json.writeStringProperty("category", rule.category());
    json.writeStringProperty("summary", rule.summary());
    json.writeObjectPropertyStart("severity");
    for (Profile profile : Profile.values()) {
      json.writeStringProperty(profile.label(), severity(rule, profile));
    }
    json.writeEndObject();
    json.writeArrayPropertyStart("aliases");
    rule.aliases().forEach(json::writeString);
    json.writeEndArray();
    json.writeBooleanProperty("fixable", rule.fixable());
    json.writeStringProperty("helpUri", RuleLinks.of(rule.id()));
    json.writeEndObject();
  }

  private static String severity(RuleMetadata rule, Profile profile) {
    return rule.severity(profile).map(Severity::label).orElse("off");
  }

  /** What comes out of {@code rules list}. */
  enum ListFormat {
    TABLE,
    JSON
  }
}
