package dev.plimsoll.deploy.plan;

import dev.plimsoll.deploy.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares two states of one object field by field. Items of a list are told apart by name. */
final class ObjectDiff {

  /** What the server alone writes. */
  private static final Set<String> OF_THE_SERVER =
      Set.of(
          "managedFields", "resourceVersion", "generation", "uid", "creationTimestamp", "selfLink");

  private static final List<String> ITEM_KEYS =
      List.of("name", "mountPath", "containerPort", "port");
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private final Mask mask;
  private final List<FieldChange> changes = new ArrayList<>();

  private ObjectDiff(Mask mask) {
    this.mask = mask;
  }

  /** What is different in {@code after}; fields of the server are not looked at. */
  static List<FieldChange> of(JsonNode before, JsonNode after, Mask mask) {
    ObjectDiff diff = new ObjectDiff(mask);
    diff.compare("", before, after);
    return diff.changes;
  }

  /**
   * What {@code earlier} says and {@code later} does not, as long as it is still there.
   *
   * @param live the object as it is
   */
  static List<FieldChange> removed(JsonNode earlier, JsonNode later, JsonNode live, Mask mask) {
    ObjectDiff diff = new ObjectDiff(mask);
    diff.findRemoved("", earlier, later, live);
    return diff.changes;
  }

  private void compare(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
    if (before != null && before.equals(after)) {
      return;
    }
    if (before != null && after != null && before.isObject() && after.isObject()) {
      Set<String> keys = new TreeSet<>(before.propertyNames());
      keys.addAll(after.propertyNames());
      for (String key : keys) {
        if (!isOfTheServer(path, key)) {
          compare(below(path, key), before.get(key), after.get(key));
        }
      }
      return;
    }
    if (before != null && after != null && before.isArray() && after.isArray()) {
      Map<String, JsonNode> old = items(before);
      Map<String, JsonNode> fresh = items(after);
      Set<String> keys = new LinkedHashSet<>(old.keySet());
      keys.addAll(fresh.keySet());
      keys.forEach(key -> compare(path + key, old.get(key), fresh.get(key)));
      return;
    }
    boolean isSecret = after != null && SealedValues.hasToken(Json.line(after));
    changes.add(
        isSecret
            ? new FieldChange(path, hidden(before), hidden(after))
            : new FieldChange(path, shown(path, before), shown(path, after)));
  }

  /** What a secret of the plan takes the place of is one too. */
  private static Optional<String> hidden(@Nullable JsonNode node) {
    return node == null ? Optional.empty() : Optional.of(Mask.HIDDEN);
  }

  private void findRemoved(String path, JsonNode earlier, JsonNode later, JsonNode live) {
    if (earlier.isObject() && later.isObject() && live.isObject()) {
      for (String key : earlier.propertyNames()) {
        JsonNode now = live.get(key);
        if (now == null) {
          continue;
        }
        if (later.get(key) == null) {
          changes.add(
              new FieldChange(below(path, key), shown(below(path, key), now), Optional.empty()));
        } else {
          findRemoved(below(path, key), earlier.path(key), later.path(key), now);
        }
      }
    } else if (earlier.isArray() && later.isArray() && live.isArray()) {
      Map<String, JsonNode> old = items(earlier);
      Map<String, JsonNode> fresh = items(later);
      items(live)
          .forEach((key, now) -> {
            JsonNode was = old.get(key);
            JsonNode willBe = fresh.get(key);
            boolean isNamed = key.contains("=");
            if (was != null && willBe == null && isNamed) {
              changes.add(new FieldChange(path + key, shown(path + key, now), Optional.empty()));
            } else if (was != null && willBe != null) {
              findRemoved(path + key, was, willBe, now);
            }
          });
    }
  }

  private static boolean isOfTheServer(String path, String key) {
    return (path.isEmpty() && key.equals("status"))
        || (path.equals("metadata") && OF_THE_SERVER.contains(key))
        || key.equals("deployment.kubernetes.io/revision");
  }

  /** The items of a list by what tells them apart. */
  private static Map<String, JsonNode> items(JsonNode list) {
    for (String by : ITEM_KEYS) {
      Map<String, JsonNode> items = new LinkedHashMap<>();
      for (JsonNode item : list) {
        if (item.hasNonNull(by)) {
          items.put("[" + by + "=" + item.path(by).asString() + "]", item);
        }
      }
      if (items.size() == list.size() && !items.isEmpty()) {
        return items;
      }
    }
    Map<String, JsonNode> items = new LinkedHashMap<>();
    for (JsonNode item : list) {
      items.put("[" + items.size() + "]", item);
    }
    return items;
  }

  private static String below(String path, String key) {
    if (!PLAIN_KEY.matcher(key).matches()) {
      return path + "[\"" + key + "\"]";
    }
    return path.isEmpty() ? key : path + "." + key;
  }

  private Optional<String> shown(String path, @Nullable JsonNode node) {
    return node == null ? Optional.empty() : Optional.of(mask.field(path, Json.line(node)));
  }
}
