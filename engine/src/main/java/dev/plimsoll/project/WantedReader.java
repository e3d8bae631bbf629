package dev.plimsoll.project;

import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.project.ProjectNodes.Fields;
import dev.plimsoll.rule.Wanted;
import dev.plimsoll.source.Located;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the {@code fix} of a validation: {@code {value: false}}, {@code {value: [ALL]}}, {@code
 * {present: true}}.
 */
final class WantedReader {

  private static final List<String> KEYS = List.of("value", "present", "applicability");

  private final ProjectNodes nodes;

  WantedReader(ProjectNodes nodes) {
    this.nodes = nodes;
  }

  /**
   * Reads what is wanted.
   *
   * @param validation the path of the validation in the file
   */
  Optional<Wanted> read(YamlNode node, String validation) {
    String what = validation + ".fix";
    Optional<Fields> fields = nodes.fields(node, what, KEYS);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    Optional<YamlNode> value = fields.get().get("value");
    Optional<YamlNode> present = fields.get().get("present");
    if (value.isPresent() == present.isPresent()) {
      nodes.invalid(
          node.span(),
          "`"
              + what
              + "` needs either a `value`, which the field should have, or `present: true`.");
      return Optional.empty();
    }
    Applicability applicability =
        fields
            .get()
            .get("applicability")
            .flatMap(said -> applicability(said, what))
            .orElse(Applicability.UNSAFE);
    return value.isPresent()
        ? content(value.get(), what, applicability)
        : presence(present.get(), what, applicability);
  }

  private Optional<Wanted> content(YamlNode node, String what, Applicability applicability) {
    YamlNode value = ProjectNodes.resolved(node);
    if (value instanceof YamlSequence list) {
      return items(list, what, applicability);
    }
    if (!(value instanceof YamlScalar scalar) || scalar.value() instanceof ScalarValue.Null) {
      nodes.invalid(
          node.span(),
          "`" + what + ".value` must be a text, a number, a boolean or a list of texts.");
      return Optional.empty();
    }
    boolean isText = scalar.value() instanceof ScalarValue.Text;
    return Optional.of(new Wanted.Content(scalar.text(), isText, applicability));
  }

  private Optional<Wanted> items(YamlSequence list, String what, Applicability applicability) {
    List<String> texts = new ArrayList<>();
    for (YamlNode item : list.items()) {
      if (ProjectNodes.resolved(item) instanceof YamlScalar scalar
          && scalar.value() instanceof ScalarValue.Text) {
        texts.add(scalar.text());
      }
    }
    if (texts.isEmpty() || texts.size() < list.items().size()) {
      nodes.invalid(
          list.span(), "`" + what + ".value` must be a list of texts, with one at least.");
      return Optional.empty();
    }
    return Optional.of(new Wanted.Items(texts, applicability));
  }

  private Optional<Wanted> presence(YamlNode node, String what, Applicability applicability) {
    if (ProjectNodes.resolved(node) instanceof YamlScalar scalar
        && scalar.value() instanceof ScalarValue.Bool(boolean wanted)
        && wanted) {
      return Optional.of(new Wanted.Presence(applicability));
    }
    nodes.invalid(node.span(), "`" + what + ".present` must be `true`.");
    return Optional.empty();
  }

  private Optional<Applicability> applicability(YamlNode node, String what) {
    Optional<Located<String>> said = nodes.text(node, what + ".applicability");
    if (said.isEmpty()) {
      return Optional.empty();
    }
    for (Applicability each : Applicability.values()) {
      if (each.label().equals(said.get().value())) {
        return Optional.of(each);
      }
    }
    List<String> known = Arrays.stream(Applicability.values()).map(Applicability::label).toList();
    nodes.misspelt(
        said.get().location().span(),
        "`" + what + ".applicability` must be one of " + ProjectNodes.list(known),
        NearestName.of(said.get().value(), known));
    return Optional.empty();
  }
}
