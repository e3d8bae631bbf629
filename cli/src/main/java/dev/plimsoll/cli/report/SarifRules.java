package dev.plimsoll.cli.report;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleLinks;
import dev.plimsoll.rule.RuleMetadata;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The part of a SARIF log that says who speaks and what the rules are about. */
final class SarifRules {

  private final JsonGenerator json;
  private final RuleCatalog catalog;
  private final RuleLinks links;

  SarifRules(JsonGenerator json, RuleCatalog catalog, RuleLinks links) {
    this.links = links;
    this.json = json;
    this.catalog = catalog;
  }

  /**
   * @param rules that results name, in the order in which results count them
   */
  void tool(String version, List<RuleId> rules) {
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "Plimsoll");
    json.writeStringProperty("version", version);
    json.writeStringProperty("informationUri", "https://plimsoll.dev");
    json.writeArrayPropertyStart("rules");
    rules.forEach(this::rule);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void rule(RuleId id) {
    json.writeStartObject();
    json.writeStringProperty("id", id.value());
    json.writeStringProperty("name", camelCase(id.value()));
    Optional<RuleMetadata> metadata = catalog.find(id);
    if (metadata.isPresent()) {
      RuleMetadata rule = metadata.get();
      text("shortDescription", rule.summary());
      text("fullDescription", rule.why().isEmpty() ? rule.summary() : rule.why());
      help(rule);
      level(rule);
    }
    json.writeStringProperty("helpUri", links.of(id));
    metadata.ifPresent(rule -> properties(rule.category()));
    json.writeEndObject();
  }

  private void help(RuleMetadata rule) {
    StringBuilder help = new StringBuilder(rule.summary()).append("\n\n").append(rule.why());
    if (!rule.fine().isEmpty()) {
      help.append("\n\nWhen it is fine: ").append(rule.fine());
    }
    String text = help.toString().strip();
    String more = "\n\n[More about `" + rule.id() + "`](" + links.of(rule.id()) + ")";
    json.writeObjectPropertyStart("help");
    json.writeStringProperty("text", text);
    json.writeStringProperty("markdown", text + more);
    json.writeEndObject();
  }

  private void level(RuleMetadata rule) {
    json.writeObjectPropertyStart("defaultConfiguration");
    json.writeStringProperty(
        "level", SarifReport.level(rule.severity(Profile.PRODUCTION).orElse(Severity.INFO)));
    json.writeEndObject();
  }

  private void properties(String category) {
    json.writeObjectPropertyStart("properties");
    json.writeArrayPropertyStart("tags");
    json.writeString(category);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void text(String name, String text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }

  private static String camelCase(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("-", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.toString();
  }
}
