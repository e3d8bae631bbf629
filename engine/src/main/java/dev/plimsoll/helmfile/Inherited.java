package dev.plimsoll.helmfile;

import dev.plimsoll.source.Located;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a sub-helmfile takes over from its parent ({@code pkg/state/inherited.go}).
 *
 * @param spec the fields that {@code inherits} names
 * @param environment the parent's, if it names environments
 */
record Inherited(MapValue spec, @Nullable StateEnvironment environment) {

  private static final Set<String> ALLOWED =
      new TreeSet<>(
          Set.of(
              "repositories",
              "helmDefaults",
              "commonLabels",
              "apiVersions",
              "kubeVersion",
              "templates",
              "environments"));

  /** Takes what a sub-helmfile wants. */
  static Inherited of(StateFile parent, MapValue entry, Notes notes) throws StateFailure {
    Map<String, Value> taken = new LinkedHashMap<>();
    StateEnvironment environment = null;
    for (Located<String> name : Nodes.texts(entry, "inherits")) {
      if (!ALLOWED.contains(name.value())) {
        throw notes.fail(
            HelmfileRules.INVALID_HELMFILE,
            name.location(),
            "`inherits` knows " + String.join(", ", ALLOWED) + ", so helmfile stops.");
      }
      if (name.value().equals("environments")) {
        environment = parent.environment();
        continue;
      }
      Value value = parent.spec().entries().get(name.value());
      if (value != null) {
        taken.put(name.value(), value);
      }
    }
    return new Inherited(Nodes.map(taken, parent.spec().origin()), environment);
  }

  /** Fills the gaps of a child. */
  StateFile into(StateFile child) {
    MapValue result = child.spec();
    for (String key : List.of("repositories", "apiVersions")) {
      if (spec.entries().containsKey(key)) {
        result = Nodes.with(result, key, joined(key, result));
      }
    }
    for (String key : List.of("commonLabels", "templates")) {
      MapValue parents = Nodes.mapAt(spec, key);
      Map<String, Value> union = new LinkedHashMap<>(parents.entries());
      MapValue own = Nodes.mapAt(result, key);
      union.putAll(own.entries());
      if (!parents.entries().isEmpty()) {
        result = Nodes.with(result, key, Nodes.map(union, own.origin()));
      }
    }
    Optional<Located<String>> version = Nodes.textAt(spec, "kubeVersion");
    if (version.isPresent() && Nodes.textAt(result, "kubeVersion").isEmpty()) {
      result = Nodes.with(result, "kubeVersion", spec.entries().get("kubeVersion"));
    }
    if (spec.entries().get("helmDefaults") instanceof MapValue defaults) {
      result =
          Nodes.with(
              result,
              "helmDefaults",
              Mergo.FILL.merge(Nodes.mapAt(result, "helmDefaults"), defaults, Shapes.DEFAULTS));
    }
    return child.withSpec(result);
  }

  /** The parent's items first; of the same name the child's stays. */
  private ListValue joined(String key, MapValue child) {
    List<Value> all = new ArrayList<>(Nodes.items(spec, key));
    all.addAll(Nodes.items(child, key));
    Map<String, Value> byName = new LinkedHashMap<>();
    for (Value item : all) {
      String name = item instanceof MapValue map ? Nodes.string(map, "name") : item.toString();
      byName.remove(item instanceof MapValue ? name : "");
      byName.put(item instanceof MapValue ? name : text(item), item);
    }
    return Nodes.list(List.copyOf(byName.values()), spec.origin());
  }

  private static String text(Value item) {
    return item instanceof dev.plimsoll.values.ScalarValue scalar
        ? scalar.content().toString()
        : "";
  }
}
