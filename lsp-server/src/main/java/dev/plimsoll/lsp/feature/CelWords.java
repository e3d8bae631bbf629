package dev.plimsoll.lsp.feature;

import dev.plimsoll.cel.rule.Each;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.ValuePath;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItemKind;

/** What the expressions of a rule know. */
final class CelWords {

  private static final Set<String> EXPRESSIONS = Set.of("expression", "messageExpression");
  private static final Pattern TYPED = Pattern.compile("(?:(\\w+)\\.)?(\\w*)$");
  private static final Pattern NAME = Pattern.compile("\\w+(?:\\.\\w+)?");

  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("object", "The object that is judged."),
          Map.entry("params", "The parameters of the rule, as the project sets them."),
          Map.entry("subject", "The name of what is judged, for messages."),
          Map.entry("objects", "The objects of the release."),
          Map.entry("values", "The values of the release."),
          Map.entry("release", "The release that the object belongs to."),
          Map.entry("estate", "The releases of the same environment on the same cluster."),
          Map.entry("environment", "The environment of the release."),
          Map.entry("cluster", "The cluster of the release."),
          Map.entry("pod", "What pods are made from: `pod.metadata` and `pod.spec`."),
          Map.entry("container", "The container that is judged."),
          Map.entry("volume", "The volume that is judged."),
          Map.entry("rule", "The entry of a Role's `rules` that is judged."),
          Map.entry("variables", "The `variables` of this file that are above."));

  private static final Map<String, List<String>> MEMBERS =
      Map.of(
          "release",
          List.of("name", "namespace", "chart", "version", "appVersion", "values", "objects"),
          "environment",
          List.of("name"),
          "cluster",
          List.of("name"),
          "pod",
          List.of("metadata", "spec"));

  private final Context context;

  CelWords(Context context) {
    this.context = context;
  }

  /** Whether the value at a path of the file is an expression. */
  static boolean isExpression(ValuePath path) {
    return !path.steps().isEmpty()
        && path.steps().getLast() instanceof ValuePath.Key(String name)
        && EXPRESSIONS.contains(name);
  }

  void complete(int offset, CompletionItems items) {
    Matcher typed = TYPED.matcher(context.source().text().substring(0, offset));
    if (!typed.find()) {
      return;
    }
    Span span = new Span(offset - typed.group(2).length(), offset);
    if (typed.group(1) == null) {
      variables()
          .forEach((name, text) -> items.word(name, CompletionItemKind.Variable, text, span));
    } else {
      members(typed.group(1))
          .forEach((name, text) -> items.word(name, CompletionItemKind.Field, text, span));
    }
  }

  /** A variable or one of its members. */
  record Described(Span span, String text) {}

  /** What the name at an offset stands for; empty for what only the objects know. */
  Optional<Described> describe(int offset) {
    Span line = context.source().lines().line(context.source().lines().lineOf(offset));
    Matcher name = NAME.matcher(context.source().text(line));
    while (name.find()) {
      Span span = new Span(line.start() + name.start(), line.start() + name.end());
      if (span.touches(offset)) {
        return meaning(name.group()).map(text -> new Described(span, text));
      }
    }
    return Optional.empty();
  }

  private Optional<String> meaning(String name) {
    int dot = name.indexOf('.');
    String variable = dot < 0 ? name : name.substring(0, dot);
    Optional<String> member =
        dot < 0
            ? Optional.empty()
            : Optional.ofNullable(members(variable).get(name.substring(dot + 1)));
    return member
        .filter(text -> !text.isEmpty())
        .map(text -> "`" + name + "`\n\n" + text)
        .or(() ->
            Optional.ofNullable(variables().get(variable))
                .map(text -> "`" + variable + "`\n\n" + text));
  }

  private Map<String, String> variables() {
    Each each =
        Optional.ofNullable(fields().get("each"))
            .filter(YamlScalar.class::isInstance)
            .flatMap(node -> Each.parse(((YamlScalar) node).text()))
            .orElse(Each.OBJECT);
    Map<String, String> variables = new TreeMap<>();
    each.scope()
        .variables()
        .keySet()
        .forEach(name -> variables.put(name, MEANINGS.getOrDefault(name, "")));
    if (fields().containsKey("variables")) {
      variables.put("variables", MEANINGS.getOrDefault("variables", ""));
    }
    return variables;
  }

  private Map<String, String> members(String variable) {
    Map<String, String> members = new LinkedHashMap<>();
    switch (variable) {
      case "params" -> named("parameters", "description", members);
      case "variables" -> named("variables", "expression", members);
      default -> MEMBERS.getOrDefault(variable, List.of()).forEach(name -> members.put(name, ""));
    }
    return members;
  }

  /** The names of the items of a list of this file, each with another of its fields. */
  private void named(String list, String field, Map<String, String> names) {
    if (!(fields().get(list) instanceof YamlSequence sequence)) {
      return;
    }
    for (int i = 0; i < sequence.items().size(); i++) {
      ValuePath item = ValuePath.ROOT.key(list).index(i);
      text(item.key("name"))
          .ifPresent(name -> names.put(name, text(item.key(field)).orElse("").strip()));
    }
  }

  private Optional<String> text(ValuePath path) {
    return YamlPlace.entry(context.document().yaml(), path)
        .map(YamlEntry::value)
        .filter(YamlScalar.class::isInstance)
        .map(node -> ((YamlScalar) node).text());
  }

  private Map<String, YamlNode> fields() {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    if (context.document().yaml().firstRoot() instanceof YamlMapping mapping) {
      mapping
          .entries()
          .forEach(entry -> entry.keyText().ifPresent(key -> fields.put(key, entry.value())));
    }
    return fields;
  }
}
