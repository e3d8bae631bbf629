package dev.plimsoll.project;

import dev.plimsoll.cel.rule.Each;
import dev.plimsoll.cel.rule.ObjectRuleSource;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.project.ProjectNodes.Fields;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rule.RuleTag;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlProblem;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the {@code rule.yaml} of a rule. What is wrong in one place is reported there, and the rest
 * is read all the same; a rule with a mistake is no rule. Expressions are not compiled.
 */
public final class RuleFileReader {

  private static final List<String> KEYS =
      List.of(
          "id",
          "aliases",
          "category",
          "severity",
          "summary",
          "why",
          "fine",
          "links",
          "parameters",
          "fixable",
          "tag",
          "kinds",
          "each",
          "pods",
          "matchConditions",
          "variables",
          "validations");

  private static final String OFF = "off";
  private static final String LONG_RUNNING = "long-running";
  private static final String DEFAULT_CATEGORY = "custom";

  private final YamlFile yaml;
  private final ProjectNodes nodes;
  private final DiagnosticSink sink;
  private boolean isSound = true;

  private RuleFileReader(YamlFile yaml, DiagnosticSink sink) {
    this.yaml = yaml;
    this.sink = sink;
    this.nodes =
        new ProjectNodes(
            yaml.source(), this::report, ProjectRules.INVALID_RULE, "the file of a rule");
  }

  /**
   * Reads a rule.
   *
   * @return empty if something is wrong with it
   */
  public static Optional<RuleFile> read(YamlFile yaml, DiagnosticSink sink) {
    return new RuleFileReader(yaml, sink).read();
  }

  private void report(dev.plimsoll.diagnostic.Diagnostic diagnostic) {
    isSound = false;
    sink.report(diagnostic);
  }

  private Optional<RuleFile> read() {
    for (YamlProblem problem : yaml.problems()) {
      nodes.invalid(problem.span(), problem.message());
    }
    YamlNode root = yaml.firstRoot();
    if (!isSound || root == null) {
      if (isSound) {
        nodes.invalid(Span.at(0), "The file of a rule is empty; it begins with `id`.");
      }
      return Optional.empty();
    }
    return nodes.fields(root, "", KEYS).flatMap(fields -> rule(fields, root));
  }

  private Optional<RuleFile> rule(Fields fields, YamlNode root) {
    for (String required : List.of("id", "severity", "summary")) {
      if (fields.get(required).isEmpty()) {
        nodes.invalid(head(root), "A rule needs `" + required + "`.");
      }
    }
    Optional<Located<String>> id = text(fields, "id").filter(this::isId);
    RuleParametersReader parameters = new RuleParametersReader(nodes);
    Optional<ObjectRuleSource> expressions =
        fields.get("validations").flatMap(node -> expressions(fields, node, id));
    boolean offersFixes =
        expressions
            .filter(each -> each.wanted().stream().anyMatch(Optional::isPresent))
            .isPresent();
    Optional<RuleMetadata> metadata =
        id.map(name ->
            new RuleMetadata(
                new RuleId(name.value()),
                texts(fields, "aliases"),
                text(fields, "category").map(Located::value).orElse(DEFAULT_CATEGORY),
                severities(fields),
                sentence(fields, "summary"),
                sentence(fields, "why"),
                sentence(fields, "fine"),
                texts(fields, "links"),
                fields.get("parameters").map(parameters::parameters).orElse(List.of()),
                truth(fields, "fixable") || offersFixes,
                tag(fields)));
    return isSound && metadata.isPresent()
        ? Optional.of(
            new RuleFile(metadata.get(), expressions, id.map(Located::location).orElseThrow()))
        : Optional.empty();
  }

  /** The start of the file's first line of content. */
  private static Span head(YamlNode root) {
    return Span.at(root.span().start());
  }

  private boolean isId(Located<String> id) {
    if (RuleId.isValid(id.value())) {
      return true;
    }
    nodes.invalid(
        id.location().span(),
        "`id` must be words in lower case joined by hyphens, such as `missing-team-label`.");
    return false;
  }

  private Optional<ObjectRuleSource> expressions(
      Fields fields, YamlNode validations, Optional<Located<String>> id) {
    Each each = each(fields);
    boolean isLongRunning = isLongRunning(fields);
    RuleExpressions reader = new RuleExpressions(nodes);
    RuleExpressions.Read read =
        reader.read(
            fields.get("matchConditions"), fields.get("variables"), Optional.of(validations));
    List<String> kinds = texts(fields, "kinds");
    return id.map(name ->
        new ObjectRuleSource(
            new RuleId(name.value()),
            each,
            isLongRunning,
            kinds,
            read.rule(),
            read.places(),
            read.wanted()));
  }

  private Each each(Fields fields) {
    Optional<Located<String>> said = text(fields, "each");
    if (said.isEmpty()) {
      return Each.OBJECT;
    }
    Optional<Each> each = Each.parse(said.get().value());
    if (each.isEmpty()) {
      List<String> known = Arrays.stream(Each.values()).map(Each::label).toList();
      nodes.misspelt(
          said.get().location().span(),
          "`each` must be one of " + ProjectNodes.list(known),
          NearestName.of(said.get().value(), known));
    }
    return each.orElse(Each.OBJECT);
  }

  private boolean isLongRunning(Fields fields) {
    Optional<Located<String>> said = text(fields, "pods");
    if (said.isPresent() && !said.get().value().equals(LONG_RUNNING)) {
      nodes.misspelt(
          said.get().location().span(),
          "`pods` must be `" + LONG_RUNNING + "`, or not be there",
          NearestName.of(said.get().value(), List.of(LONG_RUNNING)));
    }
    return said.isPresent();
  }

  private Map<Profile, Severity> severities(Fields fields) {
    Map<Profile, Severity> severities = new EnumMap<>(Profile.class);
    Optional<YamlNode> node = fields.get("severity");
    if (node.isEmpty()) {
      return severities;
    }
    List<String> profiles = Arrays.stream(Profile.values()).map(Profile::label).toList();
    Optional<Fields> said = nodes.fields(node.get(), "severity", profiles);
    for (Profile profile : Profile.values()) {
      said.flatMap(each -> each.get(profile.label()))
          .flatMap(value -> severity(value, "severity." + profile.label()))
          .ifPresent(severity -> severities.put(profile, severity));
    }
    if (severities.isEmpty() && isSound) {
      nodes.invalid(node.get().span(), "The rule is off in every profile; say a `severity`.");
    }
    return severities;
  }

  private Optional<Severity> severity(YamlNode node, String what) {
    String text =
        !(ProjectNodes.resolved(node) instanceof YamlScalar scalar)
            ? ""
            // YAML 1.1 reads a plain `off` as false.
            : scalar.value() instanceof ScalarValue.Bool(boolean on) && !on ? OFF : scalar.text();
    Optional<Severity> severity = Severity.parse(text);
    if (severity.isEmpty() && !text.equals(OFF)) {
      List<String> levels = List.of("error", "warning", "info", OFF);
      nodes.misspelt(
          node.span(),
          "`" + what + "` must be one of " + ProjectNodes.list(levels),
          text.isEmpty() ? Optional.empty() : NearestName.of(text, levels));
    }
    return severity;
  }

  private Optional<Located<String>> text(Fields fields, String key) {
    return fields.get(key).flatMap(node -> nodes.text(node, key));
  }

  private String sentence(Fields fields, String key) {
    return text(fields, key).map(said -> said.value().strip()).orElse("");
  }

  private List<String> texts(Fields fields, String key) {
    List<String> texts = new ArrayList<>();
    fields
        .get(key)
        .ifPresent(node -> nodes.texts(node, key).forEach(text -> texts.add(text.value())));
    return texts;
  }

  private Optional<RuleTag> tag(Fields fields) {
    Optional<Located<String>> said = text(fields, "tag");
    Optional<RuleTag> tag = said.map(Located::value).flatMap(RuleTag::parse);
    if (said.isPresent() && tag.isEmpty()) {
      nodes.invalid(
          said.get().location().span(),
          "A tag is `unnecessary` for what could go, or `deprecated` for what is on its way out.");
    }
    return tag;
  }

  private boolean truth(Fields fields, String key) {
    Optional<YamlNode> node = fields.get(key);
    if (node.isEmpty()) {
      return false;
    }
    if (ProjectNodes.resolved(node.get()) instanceof YamlScalar scalar
        && scalar.value() instanceof ScalarValue.Bool(boolean value)) {
      return value;
    }
    nodes.invalid(node.get().span(), "`" + key + "` must be `true` or `false`.");
    return false;
  }
}
