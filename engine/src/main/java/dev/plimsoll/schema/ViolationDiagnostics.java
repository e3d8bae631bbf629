package dev.plimsoll.schema;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.RelatedLocation.Role;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns what a schema has against values into what a person should read, and where. */
final class ViolationDiagnostics {

  private final MapValue root;
  private final ValuePath prefix;
  private final ValuesSchema schema;
  private final String chart;
  private final MissingValues missing;

  /**
   * @param root the values of the release
   * @param prefix where the chart's own values begin in them
   * @param chart the chart's name for messages
   */
  ViolationDiagnostics(MapValue root, ValuePath prefix, ValuesSchema schema, String chart) {
    this.root = root;
    this.prefix = prefix;
    this.schema = schema;
    this.chart = Words.bounded(chart);
    this.missing = new MissingValues(root, this.chart, schema.knowledge());
  }

  Diagnostic diagnostic(Violation violation) {
    ValuePath path =
        new ValuePath(
            Stream.concat(prefix.steps().stream(), violation.path().steps().stream()).toList());
    Diagnostic found =
        switch (violation.keyword()) {
          case "required", "dependentRequired" -> missing.diagnostic(violation, path);
          case "anyOf", "oneOf" ->
              isRequiredAlternative(violation)
                  ? missing.alternatives(violation, path)
                  : wrongValue(violation, path);
          case "additionalProperties", "unevaluatedProperties" ->
              violation.key() == null ? wrongValue(violation, path) : unknownKey(violation, path);
          case CanonicalSchema.CIRCLE -> circle(violation, path);
          case "propertyNames", CanonicalSchema.NEVER, "false" -> forbidden(violation, path);
          default -> wrongValue(violation, path);
        };
    return violation.keyword().equals(CanonicalSchema.CIRCLE)
        ? found
        : withDefinition(found, violation);
  }

  private Diagnostic circle(Violation violation, ValuePath path) {
    String judged =
        path.steps().isEmpty() ? "the values of chart `" + chart + "`" : "`" + shown(path) + "`";
    return Diagnostic.of(
        SchemaRules.INVALID_SCHEMA,
        schema.file().at(keywordSpan(violation.schema(), "$ref")),
        "This reference leads back to itself while "
            + judged
            + " is judged, so Helm refuses the values.");
  }

  private static boolean isRequiredAlternative(Violation violation) {
    return !violation.branches().isEmpty()
        && violation.branches().stream()
            .allMatch(branch ->
                branch.size() == 1
                    && branch.getFirst().keyword().equals("required")
                    && branch.getFirst().path().equals(violation.path()));
  }

  private Diagnostic wrongValue(Violation violation, ValuePath path) {
    Value value = valueAt(path);
    boolean secret = SecretName.isOn(path);
    String name =
        path.steps().isEmpty() ? "The values of chart `" + chart + "`" : "`" + shown(path) + "`";
    Demand demand = Demand.of(violation);
    RuleId rule =
        demand instanceof Demand.Types ? SchemaRules.TYPE_MISMATCH : SchemaRules.VIOLATION;
    String message = name + " " + DemandText.sentence(demand, value, secret);
    Diagnostic found = Diagnostic.of(rule, OverriddenLayers.place(value), message);
    found = OverriddenLayers.explain(found, value, secret);
    if (!secret) {
      Optional<Fix> fix = ValueFixes.of(demand, value);
      if (fix.isPresent()) {
        found = found.withFix(fix.get());
      }
    }
    return found;
  }

  private Diagnostic unknownKey(Violation violation, ValuePath parent) {
    String key = String.valueOf(violation.key());
    ValuePath path = parent.key(key);
    Value value = valueAt(path);
    UnknownKey unknown = new UnknownKey(schema.knowledge(), violation, key, value);
    Optional<String> near =
        parent.in(root).orElse(value) instanceof MapValue siblings
            ? unknown.suggestion(siblings)
            : Optional.empty();
    String message =
        "`"
            + shown(path)
            + "` is no key that the schema of chart `"
            + chart
            + "` knows"
            + near.map(name -> ": did you mean `" + Words.bounded(name) + "`?").orElse(".");
    Diagnostic found =
        Diagnostic.of(SchemaRules.UNKNOWN_KEY, value.origin().keyLocation(), message);
    found = OverriddenLayers.explain(found, value, true);
    Optional<Fix> fix = near.flatMap(name -> unknown.rename(name, parent.in(root).orElse(value)));
    return fix.isPresent() ? found.withFix(fix.get()) : found;
  }

  private Diagnostic forbidden(Violation violation, ValuePath parent) {
    ValuePath path = violation.key() == null ? parent : parent.key(violation.key());
    Value value = valueAt(path);
    String message =
        violation.keyword().equals("propertyNames")
            ? "`"
                + shown(path)
                + "` has a key that the schema of chart `"
                + chart
                + "` does not allow here."
            : "`"
                + shown(path)
                + "` may not be set: the schema of chart `"
                + chart
                + "` forbids it.";
    return OverriddenLayers.explain(
        Diagnostic.of(SchemaRules.VIOLATION, value.origin().keyLocation(), message), value, true);
  }

  /** A path in a message. */
  static String shown(ValuePath path) {
    return Words.bounded(path.toString(), 120);
  }

  private Value valueAt(ValuePath path) {
    return path.in(root).orElseThrow(() -> new IllegalStateException("No value at " + shown(path)));
  }

  private Diagnostic withDefinition(Diagnostic diagnostic, Violation violation) {
    SchemaNode node = violation.schema();
    String text =
        node.value("description")
            .or(() -> node.value("title"))
            .flatMap(JsonTree::text)
            .map(said -> "The schema says: " + firstSentence(said))
            .orElse("The schema of chart `" + chart + "` demands it here.");
    return diagnostic.withRelated(
        Role.DEFINITION, schema.file().at(keywordSpan(node, violation.keyword())), text);
  }

  private static String firstSentence(String text) {
    String line = Words.bounded(text.strip(), 120);
    return line.endsWith(".") || line.endsWith("…") ? line : line + ".";
  }

  /** Where a keyword stands, by the name that its draft gives it. */
  static Span keywordSpan(SchemaNode node, String canonical) {
    List<String> names = new ArrayList<>(List.of(canonical));
    names.addAll(
        switch (canonical) {
          case "exclusiveMinimum" -> List.of("minimum");
          case "exclusiveMaximum" -> List.of("maximum");
          case "dependentRequired" -> List.of("dependencies");
          case CanonicalSchema.FORMATTED -> List.of("format");
          case "minContains", "maxContains" -> List.of("contains");
          default -> List.of();
        });
    for (String name : names) {
      Optional<JsonTree.Member> member = node.keyword(name);
      if (member.isPresent()) {
        JsonTree value = member.get().value();
        boolean small =
            !(value instanceof JsonTree.JsonObject || value instanceof JsonTree.JsonArray);
        Span key = member.get().keySpan();
        return small ? key.cover(value.span()) : key;
      }
    }
    return node.tree() instanceof JsonTree.JsonBool bool
        ? bool.span()
        : Span.at(node.tree().span().start());
  }
}
