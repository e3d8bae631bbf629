package dev.plimsoll.defects;

import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What Helm printed: objects with their fields. */
record RenderedObjects(List<KubernetesObject> objects) {

  RenderedObjects {
    objects = List.copyOf(objects);
  }

  static RenderedObjects parse(String output) {
    return new RenderedObjects(
        KubernetesObject.of(YamlParser.parse(new SourceFile("rendered.yaml", output))));
  }

  /** A field, there or not; empty if the object is not there. */
  Optional<Field> find(ObjectField field) {
    return objects.stream()
        .filter(object -> name(object).equals(field.object()))
        .findFirst()
        .map(object -> object.root().at(field.path()));
  }

  /**
   * What another value changed: fields that have another text or are new or gone, with those above
   * them. An object that is gone as a whole has changed nothing.
   */
  Set<ObjectField> changes(RenderedObjects after) {
    Map<String, Map<String, String>> old = texts(this);
    Map<String, Map<String, String>> now = after.texts(this);
    Set<ObjectField> changed = new HashSet<>();
    old.forEach((object, fields) -> {
      Map<String, String> others = now.get(object);
      if (others != null) {
        Set<String> paths = new HashSet<>(fields.keySet());
        paths.addAll(others.keySet());
        paths.removeIf(
            path -> fields.containsKey(path) && fields.get(path).equals(others.get(path)));
        paths.forEach(path -> changed.addAll(new ObjectField(object, path).withParents()));
      }
    });
    return changed;
  }

  /** The kinds that another value has brought more objects of. */
  Set<String> kindsAdded(RenderedObjects after) {
    Map<String, Long> before = counts();
    return after.counts().entrySet().stream()
        .filter(count -> count.getValue() > before.getOrDefault(count.getKey(), 0L))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Map<String, Long> counts() {
    return objects.stream()
        .collect(Collectors.groupingBy(KubernetesObject::kind, Collectors.counting()));
  }

  /**
   * The scalars of each object.
   *
   * @param reference names the objects: those of a kind keep their place where their number is the
   *     same, whatever they are called
   */
  private Map<String, Map<String, String>> texts(RenderedObjects reference) {
    Map<String, Long> counts = counts();
    Map<String, Long> others = reference.counts();
    Map<String, Integer> places = new HashMap<>();
    Map<String, Map<String, String>> texts = new LinkedHashMap<>();
    for (KubernetesObject object : objects) {
      String kind = object.kind();
      int place = places.merge(kind, 1, Integer::sum) - 1;
      boolean isSameNumber = counts.getOrDefault(kind, 0L).equals(others.get(kind));
      String name = name(isSameNumber ? reference.nth(kind, place) : object);
      collect(object.root(), texts.computeIfAbsent(name, _ -> new HashMap<>()));
    }
    return texts;
  }

  private KubernetesObject nth(String kind, int place) {
    return objects.stream()
        .filter(object -> object.kind().equals(kind))
        .skip(place)
        .findFirst()
        .orElseThrow();
  }

  private static String name(KubernetesObject object) {
    return object.kind() + "/" + object.name();
  }

  private static void collect(Field field, Map<String, String> into) {
    List<Field> inner = new ArrayList<>(field.fields());
    inner.addAll(field.items());
    inner.forEach(each -> collect(each, into));
    if (inner.isEmpty()) {
      into.put(field.path(), field.text().orElse("{}"));
    }
  }
}
