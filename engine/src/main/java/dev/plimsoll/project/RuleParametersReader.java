package dev.plimsoll.project;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.project.ProjectNodes.Fields;
import dev.plimsoll.rule.RuleMetadata.Parameter;
import dev.plimsoll.source.Located;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the {@code parameters} of a rule: what a project may set. */
final class RuleParametersReader {

  private static final List<String> KEYS = List.of("name", "type", "default", "description");
  private static final List<String> TYPES = List.of("integer", "string", "boolean", "strings");

  /** What an expression can say behind {@code params.}. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final ProjectNodes nodes;
  private final Set<String> names = new HashSet<>();

  RuleParametersReader(ProjectNodes nodes) {
    this.nodes = nodes;
  }

  List<Parameter> parameters(YamlNode node) {
    List<Parameter> parameters = new ArrayList<>();
    List<YamlNode> items = nodes.items(node, "parameters").orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      parameter(items.get(i), "parameters[" + i + "]").ifPresent(parameters::add);
    }
    return parameters;
  }

  private Optional<Parameter> parameter(YamlNode node, String what) {
    Optional<Fields> found = nodes.fields(node, what, KEYS);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = found.get();
    Optional<Located<String>> name = text(fields, what, "name").filter(this::isName);
    Optional<Located<String>> type = text(fields, what, "type").filter(said -> isType(said, what));
    Optional<YamlNode> value = fields.entry("default").map(entry -> entry.value());
    Optional<String> fallback =
        value.isPresent() && type.isPresent()
            ? fallback(value.get(), type.get().value(), what + ".default")
            : Optional.empty();
    for (String required : List.of("name", "type", "default")) {
      if (fields.entry(required).isEmpty()) {
        nodes.invalid(node.span(), "`" + what + "` needs a `" + required + "`.");
      }
    }
    String description = text(fields, what, "description").map(Located::value).orElse("");
    return name.isPresent() && type.isPresent() && fallback.isPresent()
        ? Optional.of(
            new Parameter(
                name.get().value(), type.get().value(), fallback.get(), description.strip()))
        : Optional.empty();
  }

  private Optional<Located<String>> text(Fields fields, String what, String key) {
    return fields.get(key).flatMap(node -> nodes.text(node, what + "." + key));
  }

  private boolean isName(Located<String> name) {
    if (!NAME.matcher(name.value()).matches()) {
      nodes.invalid(
          name.location().span(),
          "The name of a parameter is a word that an expression can say, such as `registries`.");
      return false;
    }
    if (!names.add(name.value())) {
      nodes.invalid(
          name.location().span(), "There is another parameter `" + name.value() + "` above.");
      return false;
    }
    return true;
  }

  private boolean isType(Located<String> type, String what) {
    if (TYPES.contains(type.value())) {
      return true;
    }
    nodes.misspelt(
        type.location().span(),
        "`" + what + ".type` must be one of " + ProjectNodes.list(TYPES),
        NearestName.of(type.value(), TYPES));
    return false;
  }

  private Optional<String> fallback(YamlNode node, String type, String what) {
    if (type.equals("strings")) {
      List<String> texts = new ArrayList<>();
      for (Located<String> text : nodes.texts(node, what)) {
        if (text.value().contains(",")) {
          nodes.invalid(text.location().span(), "An item of `" + what + "` may hold no comma.");
        }
        texts.add(text.value());
      }
      return Optional.of(texts.toString());
    }
    if (ProjectNodes.resolved(node) instanceof YamlScalar scalar && isOf(type, scalar)) {
      return Optional.of(scalar.text());
    }
    nodes.invalid(
        node.span(),
        "`"
            + what
            + "` must be "
            + switch (type) {
              case "integer" -> "a whole number";
              case "boolean" -> "`true` or `false`";
              default -> "text";
            }
            + ", as `type` says.");
    return Optional.empty();
  }

  private static boolean isOf(String type, YamlScalar scalar) {
    return switch (type) {
      case "integer" ->
          scalar.value() instanceof ScalarValue.Int whole
              && whole.value().bitLength() < Long.SIZE
              && scalar.text().equals(whole.value().toString());
      case "boolean" ->
          scalar.value() instanceof ScalarValue.Bool truth
              && scalar.text().equals(Boolean.toString(truth.value()));
      default -> scalar.value() instanceof ScalarValue.Text;
    };
  }
}
