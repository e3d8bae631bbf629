package dev.plimsoll.schema;

import com.google.re2j.Pattern;
import dev.plimsoll.schema.JsonTree.JsonArray;
import dev.plimsoll.schema.JsonTree.JsonBool;
import dev.plimsoll.source.Location;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import dev.plimsoll.values.ValuePath.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a schema knows of each key, over all its references, conditions and alternatives: for
 * telling misspelt keys, and for completion and hover. Thread-safe; schemas that contain themselves
 * are followed as deep as the path goes.
 */
public final class SchemaKnowledge {

  /** Schemas looked at for one key; a bound for schemas that refer to each other in all ways. */
  private static final int MAX_ALTERNATIVES = 300;

  private static final List<String> SAME_VALUE = List.of("allOf", "anyOf", "oneOf", "then", "else");

  private final SchemaDocument document;
  private final @Nullable SchemaNode root;
  private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

  private SchemaKnowledge(SchemaDocument document, @Nullable SchemaNode root) {
    this.document = document;
    this.root = root;
  }

  static SchemaKnowledge of(SchemaDocument document) {
    return new SchemaKnowledge(document, document.isUsable() ? document.rootNode() : null);
  }

  /** How a schema stands to a key. */
  public enum Standing {
    /** A property or pattern names it. */
    NAMED,
    /** {@code additionalProperties} allows any key here on purpose. */
    FREE,
    /** The schema says nothing about it, so it is allowed, and may be a mistake. */
    UNSAID,
    /** The schema is closed here and does not know it. */
    FORBIDDEN
  }

  /**
   * What is known of one key.
   *
   * @param name the key
   * @param types names of JSON Schema types; empty if any type is allowed
   * @param description as the schema has it; empty if it has none
   * @param allowed the constants that are allowed, as JSON; empty if there is no such list
   * @param defaultValue as JSON
   * @param required whether its parent always requires it
   * @param definition the key in the schema file, or the schema that speaks of it
   */
  public record KeyFacts(
      String name,
      Set<String> types,
      String description,
      List<String> allowed,
      Optional<String> defaultValue,
      boolean required,
      boolean deprecated,
      Location definition) {

    public KeyFacts {
      types = new LinkedHashSet<>(types);
      allowed = List.copyOf(allowed);
    }
  }

  /** How the schema stands to the key at the end of {@code path}. */
  public Standing standing(ValuePath path) {
    if (root == null) {
      return Standing.UNSAID;
    }
    Collection<SchemaNode> here = List.of(root);
    Standing standing = Standing.NAMED;
    for (Step step : path.steps()) {
      Set<SchemaNode> nodes = expand(here);
      standing = standing(here, nodes, step);
      if (standing == Standing.FORBIDDEN) {
        return standing;
      }
      here = step(nodes, step);
      if (here.isEmpty()) {
        return standing;
      }
    }
    return standing;
  }

  /** What the schema knows of the value at {@code path}; empty if no schema speaks of it. */
  public Optional<KeyFacts> facts(ValuePath path) {
    if (root == null) {
      return Optional.empty();
    }
    List<Step> steps = path.steps();
    if (steps.isEmpty()) {
      return Optional.of(facts("", List.of(root), false));
    }
    Set<SchemaNode> parents = expand(walk(new ValuePath(steps.subList(0, steps.size() - 1))));
    List<SchemaNode> found = step(parents, steps.getLast());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String name = steps.getLast() instanceof ValuePath.Key(String key) ? key : "";
    return Optional.of(facts(name, found, required(parents).contains(name)));
  }

  /** The keys that may stand in the map at {@code path}, in the order of the schema. */
  public List<KeyFacts> keys(ValuePath path) {
    Set<SchemaNode> parents = expand(walk(path));
    Set<String> required = required(parents);
    Map<String, List<SchemaNode>> byName = new LinkedHashMap<>();
    for (SchemaNode parent : parents) {
      parent
          .named("properties")
          .forEach((name, node) -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(node));
    }
    List<KeyFacts> keys = new ArrayList<>();
    byName.forEach((name, nodes) -> keys.add(facts(name, nodes, required.contains(name))));
    return keys;
  }

  /** The keys that a schema names for the very map that it judges. */
  Set<String> names(SchemaNode schema) {
    Set<String> names = new LinkedHashSet<>();
    Collection<SchemaNode> speaking =
        schema.keyword("unevaluatedProperties").isPresent()
            ? expand(List.of(schema))
            : List.of(schema);
    for (SchemaNode node : speaking) {
      names.addAll(node.named("properties").keySet());
    }
    return names;
  }

  /** Whether a value has a type that {@code schema} allows under {@code key}. */
  boolean accepts(SchemaNode schema, String key, Value value) {
    List<SchemaNode> nodes = step(expand(List.of(schema)), new ValuePath.Key(key));
    Set<String> types = types(expand(nodes));
    return types.isEmpty() || types.stream().anyMatch(type -> isOfType(value, type));
  }

  /** The schemas of the value under {@code key} in a map that {@code schema} judges. */
  Set<SchemaNode> below(SchemaNode schema, String key) {
    return expand(step(expand(List.of(schema)), new ValuePath.Key(key)));
  }

  private static boolean isOfType(Value value, String type) {
    return switch (value) {
      case MapValue map -> type.equals("object");
      case ListValue list -> type.equals("array");
      case ScalarValue scalar ->
          switch (scalar.content()) {
            case GoScalar.Nil nil -> type.equals("null");
            case GoScalar.Bool bool -> type.equals("boolean");
            case GoScalar.Int64 number -> type.equals("integer") || type.equals("number");
            case GoScalar.Float64 number ->
                type.equals("number")
                    || (type.equals("integer") && number.value() == Math.rint(number.value()));
            case GoScalar.Text text -> type.equals("string");
          };
    };
  }

  private Collection<SchemaNode> walk(ValuePath path) {
    Collection<SchemaNode> here = root == null ? List.of() : List.of(root);
    for (Step step : path.steps()) {
      here = step(expand(here), step);
    }
    return here;
  }

  /** All schemas that may apply to the value that {@code nodes} judge. */
  private static Set<SchemaNode> expand(Collection<SchemaNode> nodes) {
    Set<SchemaNode> all = new LinkedHashSet<>();
    Deque<SchemaNode> waiting = new ArrayDeque<>(nodes);
    while (!waiting.isEmpty() && all.size() < MAX_ALTERNATIVES) {
      SchemaNode node = waiting.remove();
      if (!all.add(node)) {
        continue;
      }
      node.targets().forEach(waiting::add);
      for (String keyword : SAME_VALUE) {
        waiting.addAll(node.children(keyword));
        node.child(keyword).ifPresent(waiting::add);
      }
      waiting.addAll(node.named("dependentSchemas").values());
      waiting.addAll(node.named("dependencies").values());
    }
    return all;
  }

  /** The schemas of the value one step down. */
  private List<SchemaNode> step(Collection<SchemaNode> nodes, Step step) {
    List<SchemaNode> found = new ArrayList<>();
    List<SchemaNode> leftOver = new ArrayList<>();
    for (SchemaNode node : nodes) {
      List<SchemaNode> named = named(node, step);
      found.addAll(named);
      if (named.isEmpty() && step instanceof ValuePath.Key) {
        node.child("additionalProperties").ifPresent(leftOver::add);
        node.child("unevaluatedProperties").ifPresent(leftOver::add);
      }
    }
    if (found.isEmpty()) {
      leftOver.removeIf(node -> node.constant().isPresent());
      found.addAll(leftOver);
    }
    return found;
  }

  private List<SchemaNode> named(SchemaNode node, Step step) {
    return switch (step) {
      case ValuePath.Key(String key) -> named(node, key);
      case ValuePath.Index(int index) -> items(node, index);
    };
  }

  private List<SchemaNode> named(SchemaNode node, String key) {
    List<SchemaNode> named = new ArrayList<>();
    SchemaNode property = node.named("properties").get(key);
    if (property != null) {
      named.add(property);
    }
    node.named("patternProperties")
        .forEach((regex, schema) -> {
          if (patterns.computeIfAbsent(regex, Pattern::compile).matcher(key).find()) {
            named.add(schema);
          }
        });
    return named;
  }

  private static List<SchemaNode> items(SchemaNode node, int index) {
    boolean tuple = node.value("items").orElse(null) instanceof JsonArray;
    List<SchemaNode> first = node.children(tuple ? "items" : "prefixItems");
    if (index < first.size()) {
      return List.of(first.get(index));
    }
    return node.child(tuple ? "additionalItems" : "items").stream().toList();
  }

  private Standing standing(Collection<SchemaNode> judging, Set<SchemaNode> nodes, Step step) {
    boolean named = nodes.stream().anyMatch(node -> !named(node, step).isEmpty());
    if (!(step instanceof ValuePath.Key(String key))) {
      return named ? Standing.NAMED : Standing.UNSAID;
    }
    boolean forbidden =
        judging.stream().anyMatch(node -> forbids(node, key, named, new LinkedHashSet<>()));
    if (forbidden) {
      return Standing.FORBIDDEN;
    }
    if (named) {
      return Standing.NAMED;
    }
    boolean free =
        nodes.stream()
            .anyMatch(node ->
                node.child("additionalProperties").isPresent()
                    || node.child("unevaluatedProperties").isPresent());
    return free ? Standing.FREE : Standing.UNSAID;
  }

  /** Whether a schema refuses every map that has {@code key}. */
  private boolean forbids(SchemaNode node, String key, boolean named, Set<SchemaNode> open) {
    if (!open.add(node) || open.size() > MAX_ALTERNATIVES) {
      return false;
    }
    if (isFalse(node.child("additionalProperties")) && named(node, key).isEmpty()) {
      return true;
    }
    if (isFalse(node.child("unevaluatedProperties")) && !named) {
      return true;
    }
    for (SchemaNode target : node.targets()) {
      if (forbids(target, key, named, open)) {
        return true;
      }
    }
    return node.children("allOf").stream().anyMatch(branch -> forbids(branch, key, named, open))
        || allForbid(node.children("anyOf"), key, named, open)
        || allForbid(node.children("oneOf"), key, named, open);
  }

  private boolean allForbid(
      List<SchemaNode> branches, String key, boolean named, Set<SchemaNode> open) {
    return !branches.isEmpty()
        && branches.stream().allMatch(branch -> forbids(branch, key, named, open));
  }

  private static boolean isFalse(Optional<SchemaNode> schema) {
    return schema.flatMap(SchemaNode::constant).filter(value -> !value).isPresent();
  }

  private static Set<String> required(Collection<SchemaNode> nodes) {
    Set<String> required = new LinkedHashSet<>();
    for (SchemaNode node : nodes) {
      if (node.value("required").orElse(null) instanceof JsonArray names) {
        names.items().forEach(name -> name.text().ifPresent(required::add));
      }
    }
    return required;
  }

  private KeyFacts facts(String name, Collection<SchemaNode> nodes, boolean required) {
    Set<SchemaNode> all = expand(nodes);
    List<String> allowed = new ArrayList<>();
    for (SchemaNode node : all) {
      node.value("const").ifPresent(constant -> allowed.add(source(constant)));
      if (node.value("enum").orElse(null) instanceof JsonArray values) {
        values.items().forEach(value -> allowed.add(source(value)));
      }
    }
    SchemaNode first = nodes.iterator().next();
    return new KeyFacts(
        name,
        types(all),
        firstText(all, "description").or(() -> firstText(all, "title")).orElse(""),
        allowed.stream().distinct().toList(),
        all.stream().flatMap(node -> node.value("default").stream()).findFirst().map(this::source),
        required,
        all.stream().anyMatch(SchemaKnowledge::isDeprecated),
        document.at(document.keySpan(first)));
  }

  private static boolean isDeprecated(SchemaNode node) {
    return node.value("deprecated").orElse(null) instanceof JsonBool flag && flag.value();
  }

  private static Optional<String> firstText(Collection<SchemaNode> nodes, String keyword) {
    return nodes.stream()
        .flatMap(node -> node.value(keyword).flatMap(JsonTree::text).stream())
        .findFirst();
  }

  private static Set<String> types(Collection<SchemaNode> nodes) {
    Set<String> types = new LinkedHashSet<>();
    nodes.forEach(node -> types.addAll(Demand.types(node)));
    return types;
  }

  private String source(JsonTree value) {
    return value.span().in(document.file().text());
  }
}
