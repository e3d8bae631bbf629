package dev.plimsoll.project;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.project.ProjectNodes.Fields;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code suppressions}. */
final class SuppressionSection {

  private static final List<String> KEYS =
      List.of(
          "rule",
          "release",
          "environment",
          "cluster",
          "path",
          "kind",
          "name",
          "container",
          "reason",
          "owner",
          "expires");

  /** Keys that limit where a suppression holds. */
  private static final List<String> SCOPES =
      List.of("release", "environment", "cluster", "path", "kind", "name", "container");

  private final ProjectNodes nodes;
  private final RuleCatalog catalog;

  SuppressionSection(ProjectNodes nodes, RuleCatalog catalog) {
    this.nodes = nodes;
    this.catalog = catalog;
  }

  List<Suppression> suppressions(YamlNode node) {
    List<Suppression> suppressions = new ArrayList<>();
    List<YamlNode> items = nodes.items(node, "suppressions").orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      suppression(items.get(i), "suppressions[" + i + "]").ifPresent(suppressions::add);
    }
    return suppressions;
  }

  private Optional<Suppression> suppression(YamlNode node, String what) {
    Optional<Fields> found = nodes.fields(node, what, KEYS);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = found.get();
    // Everything is read before anything is decided, so that one run reports all that is wrong.
    Optional<Located<String>> rule = text(fields, what, "rule");
    Optional<List<RuleId>> rules = rule.flatMap(this::rules);
    Map<String, Optional<Located<String>>> scopes = new HashMap<>();
    SCOPES.forEach(scope -> scopes.put(scope, text(fields, what, scope)));
    Optional<Located<String>> reason = reason(fields, node, what);
    Optional<Located<String>> owner = text(fields, what, "owner");
    Optional<YamlNode> expiry = fields.entry("expires").map(YamlEntry::value);
    Optional<Located<LocalDate>> expires = expiry.flatMap(value -> date(value, what + ".expires"));
    if (fields.entry("rule").isEmpty()) {
      nodes.invalid(node.span(), "`" + what + "` must say the `rule` that it suppresses.");
    }
    boolean forever = expiry.isPresent() && expires.isEmpty();
    if (rules.isEmpty() || reason.isEmpty() || forever || hasUnreadScope(fields, scopes)) {
      return Optional.empty();
    }
    return Optional.of(
        new Suppression(
            rule.orElseThrow(),
            rules.get(),
            read(scopes, "release"),
            read(scopes, "environment"),
            read(scopes, "cluster"),
            read(scopes, "path"),
            read(scopes, "kind"),
            read(scopes, "name"),
            read(scopes, "container"),
            Optional.empty(),
            reason.get(),
            owner,
            expires,
            nodes.located("", node).location()));
  }

  private Optional<Located<String>> text(Fields fields, String what, String key) {
    // A key without content is a mistake here: it may have been meant to limit the suppression.
    return fields.entry(key).flatMap(entry -> nodes.text(entry.value(), what + "." + key));
  }

  /** A scope that could not be read would make the suppression match more than it should. */
  private static boolean hasUnreadScope(
      Fields fields, Map<String, Optional<Located<String>>> scopes) {
    return SCOPES.stream()
        .anyMatch(scope -> fields.entry(scope).isPresent() && read(scopes, scope).isEmpty());
  }

  private static Optional<Located<String>> read(
      Map<String, Optional<Located<String>>> scopes, String scope) {
    return scopes.getOrDefault(scope, Optional.empty());
  }

  private Optional<List<RuleId>> rules(Located<String> rule) {
    if (rule.value().equals(ProjectRules.NOT_CHECKED)) {
      return Optional.of(List.of());
    }
    List<RuleId> ids = new ArrayList<>();
    for (RuleMetadata each : catalog.named(rule.value())) {
      ids.add(each.id());
    }
    if (!ids.isEmpty()) {
      return Optional.of(ids);
    }
    if (NearestName.of(rule.value(), List.of(ProjectRules.NOT_CHECKED)).isPresent()) {
      nodes.misspelt(
          ProjectRules.UNKNOWN_PROJECT_RULE,
          rule.location().span(),
          "There is no rule `" + ProjectNodes.shortened(rule.value()) + "`",
          Optional.of(ProjectRules.NOT_CHECKED));
    } else {
      RuleSection.reportUnknown(nodes, catalog, rule);
    }
    return Optional.empty();
  }

  private Optional<Located<String>> reason(Fields fields, YamlNode node, String what) {
    Optional<YamlNode> value = fields.get("reason");
    boolean blank =
        value.isEmpty()
            || (ProjectNodes.resolved(value.get()) instanceof YamlScalar scalar
                && scalar.text().isBlank());
    if (!blank) {
      return nodes.text(value.get(), what + ".reason");
    }
    Span span =
        fields
            .entry("reason")
            .map(entry -> entry.span())
            .or(() -> fields.get("rule").map(YamlNode::span))
            .orElse(node.span());
    nodes.report(
        nodes.diagnostic(
            ProjectRules.SUPPRESSION_WITHOUT_REASON,
            span,
            "A suppression must say its `reason`, so this one suppresses nothing."));
    return Optional.empty();
  }

  private Optional<Located<LocalDate>> date(YamlNode node, String what) {
    Optional<Located<String>> said = nodes.text(node, what);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> date = IsoDate.parse(said.get().value());
    if (date.isEmpty()) {
      nodes.invalid(node.span(), "`" + what + "` must be a date such as `2027-03-31`.");
    }
    return date.map(found -> nodes.located(found, node));
  }
}
