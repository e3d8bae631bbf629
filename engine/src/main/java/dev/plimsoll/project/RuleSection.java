package dev.plimsoll.project;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.project.ProjectNodes.Fields;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.source.Located;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code rules}. */
final class RuleSection {

  private static final List<String> LEVELS = List.of("error", "warning", "info", "off");

  private final ProjectNodes nodes;
  private final RuleCatalog catalog;

  RuleSection(ProjectNodes nodes, RuleCatalog catalog) {
    this.nodes = nodes;
    this.catalog = catalog;
  }

  List<RuleSetting> settings(YamlNode node) {
    List<RuleSetting> settings = new ArrayList<>();
    Map<RuleId, String> seen = new HashMap<>();
    Map<String, YamlEntry> entries =
        nodes.entries(node, "rules").map(Fields::byName).orElse(Map.of());
    entries.forEach((name, entry) -> {
      Located<String> rule = nodes.located(name, entry.key());
      List<RuleMetadata> found = catalog.named(name);
      if (found.isEmpty()) {
        reportUnknown(nodes, catalog, rule);
      }
      checkOnce(rule, found, seen);
      setting(rule, found, entry.value()).ifPresent(settings::add);
    });
    return settings;
  }

  /** Says that no rule has this name, and which one was probably meant. */
  static void reportUnknown(ProjectNodes nodes, RuleCatalog catalog, Located<String> rule) {
    nodes.misspelt(
        ProjectRules.UNKNOWN_PROJECT_RULE,
        rule.location().span(),
        "There is no rule `" + ProjectNodes.shortened(rule.value()) + "`",
        catalog.nearest(rule.value()).map(RuleId::value));
  }

  private void checkOnce(Located<String> rule, List<RuleMetadata> found, Map<RuleId, String> seen) {
    for (RuleMetadata each : found) {
      String before = seen.putIfAbsent(each.id(), rule.value());
      if (before != null) {
        nodes.invalid(
            rule.location().span(), "`" + before + "` above is the same rule; join the two.");
        return;
      }
    }
  }

  private Optional<RuleSetting> setting(
      Located<String> rule, List<RuleMetadata> found, YamlNode node) {
    if (ProjectNodes.isAbsent(node)) {
      return Optional.empty();
    }
    String what = "rules." + rule.value();
    Optional<Fields> fields = nodes.fields(node, what, List.of("severity", "params"));
    if (found.isEmpty() || fields.isEmpty()) {
      return Optional.empty();
    }
    Optional<RuleSetting.Level> level =
        fields.get().get("severity").flatMap(value -> level(value, what + ".severity"));
    Map<String, Object> params =
        fields
            .get()
            .get("params")
            .map(value -> params(value, what + ".params", found))
            .orElse(Map.of());
    return Optional.of(new RuleSetting(rule, level, params));
  }

  private Optional<RuleSetting.Level> level(YamlNode node, String what) {
    String text = ProjectNodes.resolved(node) instanceof YamlScalar scalar ? levelText(scalar) : "";
    if (text.equals("off")) {
      return Optional.of(new RuleSetting.Level.Off());
    }
    Optional<Severity> severity = Severity.parse(text);
    if (severity.isEmpty()) {
      nodes.misspelt(
          ProjectRules.INVALID_PROJECT_FILE,
          node.span(),
          "`" + what + "` must be one of " + ProjectNodes.list(LEVELS),
          text.isEmpty() ? Optional.empty() : NearestName.of(text, LEVELS));
    }
    return severity.map(RuleSetting.Level.At::new);
  }

  /** YAML 1.1 reads a plain {@code off} as false, which nobody means here. */
  private static String levelText(YamlScalar scalar) {
    return scalar.value() instanceof ScalarValue.Bool(boolean on) && !on ? "off" : scalar.text();
  }

  private Map<String, Object> params(YamlNode node, String what, List<RuleMetadata> rules) {
    Map<String, RuleMetadata.Parameter> declared = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (RuleMetadata rule : rules) {
      for (RuleMetadata.Parameter parameter : rule.parameters()) {
        declared.put(parameter.name(), parameter);
        names.add(parameter.name());
      }
    }
    if (names.isEmpty()) {
      Optional<Fields> none = nodes.entries(node, what);
      if (none.isPresent() && !none.get().byName().isEmpty()) {
        nodes.invalid(node.span(), "`" + rules.getFirst().id() + "` has no parameters.");
      }
      return Map.of();
    }
    Map<String, Object> values = new HashMap<>();
    Map<String, YamlEntry> entries =
        nodes.fields(node, what, names).map(Fields::byName).orElse(Map.of());
    entries.forEach((name, entry) ->
        Optional.ofNullable(declared.get(name))
            .flatMap(parameter -> value(entry.value(), what + "." + name, parameter))
            .ifPresent(value -> values.put(name, value)));
    return values;
  }

  private Optional<Object> value(YamlNode node, String what, RuleMetadata.Parameter parameter) {
    return switch (parameter.type()) {
      case "strings" -> strings(node, what);
      case "string" -> nodes.text(node, what).map(Located::value);
      case "boolean" -> scalar(node, what, "`true` or `false`", RuleSection::asBoolean);
      case "integer" -> scalar(node, what, "a whole number", RuleSection::asLong);
      default -> throw new IllegalStateException("No parameter type " + parameter.type());
    };
  }

  private Optional<Object> strings(YamlNode node, String what) {
    List<String> texts = new ArrayList<>();
    nodes.texts(node, what).forEach(text -> texts.add(text.value()));
    return Optional.of(List.copyOf(texts));
  }

  private Optional<Object> scalar(
      YamlNode node, String what, String wanted, Function<ScalarValue, Optional<Object>> read) {
    Optional<Object> value =
        ProjectNodes.resolved(node) instanceof YamlScalar scalar
            ? read.apply(scalar.value())
            : Optional.empty();
    if (value.isEmpty()) {
      nodes.invalid(node.span(), "`" + what + "` must be " + wanted + ".");
    }
    return value;
  }

  private static Optional<Object> asBoolean(ScalarValue value) {
    return value instanceof ScalarValue.Bool(boolean content)
        ? Optional.of(content)
        : Optional.empty();
  }

  private static Optional<Object> asLong(ScalarValue value) {
    return value instanceof ScalarValue.Int(BigInteger content) && content.bitLength() < Long.SIZE
        ? Optional.of(content.longValue())
        : Optional.empty();
  }
}
