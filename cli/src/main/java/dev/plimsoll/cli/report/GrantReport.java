package dev.plimsoll.cli.report;

import dev.plimsoll.index.ClusterObjects.Place;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rbac.Escalation;
import dev.plimsoll.rbac.Grant;
import dev.plimsoll.rbac.PolicyRule;
import dev.plimsoll.source.Location;
import dev.plimsoll.template.origin.SpanOrigin;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** What {@code plimsoll rbac} shows of rights: who has them, and by which lines. */
public final class GrantReport {

  private static final String BUILT_IN = "every cluster has it";

  /** A right that somebody has in one environment on one cluster. */
  public record Answer(Place place, Grant grant) {}

  /** A way up in one environment on one cluster. */
  public record Way(Place place, Escalation escalation) {}

  private final String prefix;

  /**
   * @param prefix stands before every path in the text form; see {@link TextReport}
   */
  public GrantReport(String prefix) {
    this.prefix = prefix;
  }

  /** A row for each way in which somebody has the right. */
  public Table table(List<Answer> answers) {
    Table table = new Table("SUBJECT", "ENVIRONMENT", "CLUSTER", "BINDING", "ROLE", "RULE");
    for (Answer answer : answers) {
      Grant grant = answer.grant();
      table.row(
          grant.subject().toString(),
          answer.place().environment(),
          answer.place().cluster(),
          titled(grant.binding().title(), bindingPlace(grant)),
          grant.source().title(),
          shown(rulePlace(grant)));
    }
    return table;
  }

  /** A block for each way up: what is won, and line by line what lets it happen. */
  public String text(List<Way> ways) {
    StringBuilder text = new StringBuilder();
    for (Way way : ways) {
      Escalation found = way.escalation();
      text.append(text.isEmpty() ? "" : "\n")
          .append(found.subject())
          .append(' ')
          .append(found.technique().gain())
          .append(found.namespace().isEmpty() ? "" : " in namespace " + found.namespace())
          .append(" (")
          .append(found.technique().id())
          .append(way.place().environment().isEmpty() ? "" : ", " + way.place().environment())
          .append(way.place().cluster().isEmpty() ? "" : " on " + way.place().cluster())
          .append(")\n");
      found.grants().forEach(grant -> text.append(steps(grant, "may")));
      found
          .target()
          .ifPresent(grant ->
              text.append("  and so becomes ")
                  .append(grant.subject())
                  .append('\n')
                  .append(steps(grant, "which may")));
    }
    return text.toString();
  }

  private String steps(Grant grant, String may) {
    return "  %s %s\n    by the rule at %s of %s\n    through %s\n"
        .formatted(
            may,
            rights(grant.rule()),
            shown(rulePlace(grant)),
            grant.source().title(),
            titled(grant.binding().title(), bindingPlace(grant)));
  }

  /** An object with an array; {@code docs/schema/rbac.schema.json} describes it. */
  public static String json(List<Answer> answers) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeNumberProperty("schemaVersion", 1);
      json.writeArrayPropertyStart("answers");
      for (Answer answer : answers) {
        json.writeStartObject();
        place(json, answer.place());
        grant(json, answer.grant());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /** An object with an array; {@code docs/schema/rbac.schema.json} describes it. */
  public static String jsonOfWays(List<Way> ways) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeNumberProperty("schemaVersion", 1);
      json.writeArrayPropertyStart("escalations");
      for (Way way : ways) {
        json.writeStartObject();
        place(json, way.place());
        json.writeStringProperty("technique", way.escalation().technique().id());
        json.writeStringProperty("subject", way.escalation().subject().toString());
        json.writeStringProperty("gain", way.escalation().technique().gain());
        json.writeStringProperty("namespace", way.escalation().namespace());
        json.writeArrayPropertyStart("steps");
        for (Grant grant : way.escalation().grants()) {
          json.writeStartObject();
          grant(json, grant);
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("target");
        if (way.escalation().target().isPresent()) {
          json.writeStartObject();
          grant(json, way.escalation().target().get());
          json.writeEndObject();
        } else {
          json.writeNull();
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void place(JsonGenerator json, Place place) {
    json.writeStringProperty("environment", place.environment());
    json.writeStringProperty("cluster", place.cluster());
  }

  private static void grant(JsonGenerator json, Grant grant) {
    json.writeObjectPropertyStart("grant");
    json.writeObjectPropertyStart("subject");
    json.writeStringProperty("kind", grant.subject().kind());
    json.writeStringProperty("namespace", grant.subject().namespace());
    json.writeStringProperty("name", grant.subject().name());
    json.writeEndObject();
    json.writeStringProperty("scope", grant.namespace());
    json.writeStringProperty("binding", grant.binding().title());
    location(json, "bindingLocation", bindingPlace(grant));
    json.writeStringProperty("role", grant.role().title());
    json.writeStringProperty("saidBy", grant.source().title());
    location(json, "ruleLocation", rulePlace(grant));
    PolicyRule rule = grant.rule();
    json.writeObjectPropertyStart("rule");
    JsonText.texts(json, "verbs", rule.verbs());
    JsonText.texts(json, "apiGroups", rule.apiGroups());
    JsonText.texts(json, "resources", rule.resources());
    JsonText.texts(json, "resourceNames", rule.resourceNames());
    JsonText.texts(json, "nonResourceURLs", rule.nonResourceUrls());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void location(JsonGenerator json, String name, Optional<Location> place) {
    if (place.isEmpty()) {
      json.writeNullProperty(name);
      return;
    }
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("file", place.get().file().path());
    json.writeNumberProperty("line", place.get().position().line());
    json.writeNumberProperty("column", place.get().position().column());
    json.writeEndObject();
  }

  private static String rights(PolicyRule rule) {
    String verbs = String.join(", ", rule.verbs());
    if (!rule.nonResourceUrls().isEmpty()) {
      return verbs + " " + String.join(", ", rule.nonResourceUrls());
    }
    String names =
        rule.resourceNames().isEmpty() ? "" : " " + String.join(", ", rule.resourceNames());
    return verbs + " " + String.join(", ", rule.resources()) + names;
  }

  private String titled(String title, Optional<Location> place) {
    return title + " (" + shown(place) + ")";
  }

  private String shown(Optional<Location> place) {
    return place
        .map(found -> ShownPath.of(prefix, found.file().path()) + ":" + found.position().line())
        .orElse(BUILT_IN);
  }

  private static Optional<Location> rulePlace(Grant grant) {
    return grant.rule().field().flatMap(Field::origin).map(SpanOrigin::location);
  }

  private static Optional<Location> bindingPlace(Grant grant) {
    return grant
        .binding()
        .placed()
        .flatMap(placed -> placed.object().get("metadata", "name").origin())
        .map(SpanOrigin::location);
  }
}
