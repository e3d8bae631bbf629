package dev.plimsoll.project;

import dev.plimsoll.cel.compile.CelText;
import dev.plimsoll.cel.compile.RuleSource;
import dev.plimsoll.project.ProjectNodes.Fields;
import dev.plimsoll.rule.Wanted;
import dev.plimsoll.source.Located;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the expressions of a rule, each with its place. */
final class RuleExpressions {

  private static final List<String> NAMED = List.of("name", "expression");
  private static final List<String> VALIDATION =
      List.of("expression", "message", "messageExpression", "at", "fix");

  private final ProjectNodes nodes;

  RuleExpressions(ProjectNodes nodes) {
    this.nodes = nodes;
  }

  /**
   * What was read.
   *
   * @param places for each validation the fields to point to
   * @param wanted for each validation what the field should be
   */
  record Read(RuleSource rule, List<List<String>> places, List<Optional<Wanted>> wanted) {}

  Read read(
      Optional<YamlNode> matchConditions,
      Optional<YamlNode> variables,
      Optional<YamlNode> validations) {
    List<RuleSource.Named> conditions = named(matchConditions, "matchConditions");
    List<RuleSource.Named> known = named(variables, "variables");
    List<RuleSource.Validation> judged = new ArrayList<>();
    List<List<String>> places = new ArrayList<>();
    List<Optional<Wanted>> wanted = new ArrayList<>();
    validations.ifPresent(node -> {
      List<YamlNode> items = nodes.items(node, "validations").orElse(List.of());
      for (int i = 0; i < items.size(); i++) {
        validation(items.get(i), "validations[" + i + "]", judged, places, wanted);
      }
      if (items.isEmpty()) {
        nodes.invalid(node.span(), "A rule needs at least one of `validations`.");
      }
    });
    return new Read(new RuleSource(conditions, known, judged), places, wanted);
  }

  private List<RuleSource.Named> named(Optional<YamlNode> node, String what) {
    List<RuleSource.Named> named = new ArrayList<>();
    if (node.isEmpty()) {
      return named;
    }
    Set<String> names = new HashSet<>();
    List<YamlNode> items = nodes.items(node.get(), what).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      String at = what + "[" + i + "]";
      Optional<Fields> fields = nodes.fields(items.get(i), at, NAMED);
      if (fields.isEmpty()) {
        continue;
      }
      Optional<Located<String>> name = text(fields.get(), at, "name");
      Optional<CelText> expression = expression(fields.get(), at, "expression");
      if (fields.get().get("name").isEmpty() || fields.get().get("expression").isEmpty()) {
        nodes.invalid(items.get(i).span(), "`" + at + "` needs a `name` and an `expression`.");
      }
      if (name.isPresent() && !names.add(name.get().value())) {
        nodes.invalid(
            name.get().location().span(), "There is another `" + name.get().value() + "` above.");
      }
      if (name.isPresent() && expression.isPresent()) {
        named.add(new RuleSource.Named(name.get().value(), expression.get()));
      }
    }
    return named;
  }

  private void validation(
      YamlNode node,
      String what,
      List<RuleSource.Validation> judged,
      List<List<String>> places,
      List<Optional<Wanted>> wanted) {
    Optional<Fields> fields = nodes.fields(node, what, VALIDATION);
    if (fields.isEmpty()) {
      return;
    }
    Optional<CelText> expression = expression(fields.get(), what, "expression");
    Optional<Located<String>> message = text(fields.get(), what, "message");
    Optional<CelText> said = expression(fields.get(), what, "messageExpression");
    if (fields.get().get("expression").isEmpty()) {
      nodes.invalid(node.span(), "`" + what + "` needs an `expression`.");
    } else if (fields.get().get("message").isEmpty()
        && fields.get().get("messageExpression").isEmpty()) {
      nodes.invalid(node.span(), "`" + what + "` needs a `message` or a `messageExpression`.");
    }
    List<String> at = new ArrayList<>();
    fields
        .get()
        .get("at")
        .ifPresent(paths -> nodes.texts(paths, what + ".at").forEach(path -> at.add(path.value())));
    if (expression.isPresent()) {
      judged.add(
          new RuleSource.Validation(
              expression.get(), message.map(text -> text.value().strip()), said, Optional.empty()));
      places.add(at);
      wanted.add(fields.get().get("fix").flatMap(fix -> new WantedReader(nodes).read(fix, what)));
    }
  }

  private Optional<Located<String>> text(Fields fields, String what, String key) {
    return fields.get(key).flatMap(node -> nodes.text(node, what + "." + key));
  }

  private Optional<CelText> expression(Fields fields, String what, String key) {
    return fields
        .get(key)
        .filter(node -> nodes.text(node, what + "." + key).isPresent())
        .map(ProjectNodes::resolved)
        .map(YamlScalar.class::cast)
        .map(CelText::of);
  }
}
