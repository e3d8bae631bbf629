package dev.plimsoll.render;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code helm template} printed as fields: {@code source#kind#0 spec.ports[0].port}. */
final class RenderedFields {

  private static final Pattern SOURCE = Pattern.compile("(?m)^# Source: (.*)$");
  private static final String SEPARATOR = " ";

  private RenderedFields() {}

  /** Where a field is. */
  record Place(String document, List<String> path) {}

  /**
   * The fields of an output.
   *
   * @param known the names of the objects of each source and kind in another output: where their
   *     number differs, objects of the same name have the same number; and an object that only has
   *     another kind now keeps its place
   */
  static Map<String, String> of(String output, Map<String, List<String>> known) {
    Map<String, List<String>> names = names(output);
    Map<String, String> fields = new LinkedHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Rendered object : objects(output)) {
      Optional<String> former = former(object, known, names);
      if (former.isPresent()) {
        int same = known.getOrDefault(former.get(), List.of()).indexOf(object.name());
        flatten(object.root(), former.get() + "#" + same + SEPARATOR, fields);
        continue;
      }
      List<String> others = known.getOrDefault(object.group(), List.of());
      int number = counts.merge(object.group(), 1, Integer::sum) - 1;
      if (!others.isEmpty()
          && others.size() != names.getOrDefault(object.group(), List.of()).size()) {
        int same = placeOf(others, object.name(), counts.merge(object.key(), 1, Integer::sum));
        number = same >= 0 ? same : others.size() + number;
      }
      flatten(object.root(), object.group() + "#" + number + SEPARATOR, fields);
    }
    return fields;
  }

  /** Where the nth object of a name is: there may be one in each of several namespaces. */
  private static int placeOf(List<String> names, String name, int nth) {
    int left = nth;
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals(name) && --left == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The source and kind of the object of this name that is gone, if this one is new. */
  private static Optional<String> former(
      Rendered object, Map<String, List<String>> known, Map<String, List<String>> names) {
    if (known.containsKey(object.group())) {
      return Optional.empty();
    }
    String source = object.group().split("#", 2)[0] + "#";
    return known.keySet().stream()
        .filter(group -> group.startsWith(source))
        .filter(group -> known.getOrDefault(group, List.of()).contains(object.name()))
        .filter(group -> !names.getOrDefault(group, List.of()).contains(object.name()))
        .findFirst();
  }

  /** The names of the objects of each source and kind. */
  static Map<String, List<String>> names(String output) {
    Map<String, List<String>> names = new HashMap<>();
    for (Rendered object : objects(output)) {
      names.computeIfAbsent(object.group(), ignored -> new ArrayList<>()).add(object.name());
    }
    return names;
  }

  private record Rendered(String group, String name, YamlMapping root) {

    String key() {
      return group + SEPARATOR + name;
    }
  }

  private static List<Rendered> objects(String output) {
    List<Rendered> objects = new ArrayList<>();
    for (String text : output.split("(?m)^---$", -1)) {
      Matcher source = SOURCE.matcher(text);
      if (!source.find()) {
        continue;
      }
      for (YamlDocument document : YamlParser.parse(new SourceFile("rendered", text)).documents()) {
        if (document.root() instanceof YamlMapping root) {
          String kind = root.get("kind").map(RenderedFields::text).orElse("");
          String name =
              root.get("metadata")
                  .filter(YamlMapping.class::isInstance)
                  .flatMap(metadata -> ((YamlMapping) metadata).get("name"))
                  .map(RenderedFields::text)
                  .orElse("");
          objects.add(new Rendered(source.group(1) + "#" + kind, name, root));
        }
      }
    }
    return objects;
  }

  /** The name of the next document of this source and kind. */
  static String document(String source, String kind, Map<String, Integer> counts) {
    String name = source + "#" + kind;
    int count = counts.merge(name, 1, Integer::sum);
    return name + "#" + (count - 1);
  }

  static Place place(String field) {
    int end = field.indexOf(SEPARATOR);
    List<String> path = new ArrayList<>(List.of(field.substring(end + 1).split("\u0000", -1)));
    path.removeIf(String::isEmpty);
    return new Place(field.substring(0, end), path);
  }

  private static void flatten(YamlNode node, String path, Map<String, String> into) {
    switch (node) {
      case YamlMapping mapping -> {
        if (mapping.entries().isEmpty()) {
          into.put(path, "{}");
        }
        for (YamlEntry entry : mapping.entries()) {
          flatten(entry.value(), path + "\u0000" + entry.keyText().orElse("?"), into);
        }
      }
      case YamlSequence sequence -> {
        if (sequence.items().isEmpty()) {
          into.put(path, "[]");
        }
        for (int i = 0; i < sequence.items().size(); i++) {
          flatten(sequence.items().get(i), path + "\u0000[" + i + "]", into);
        }
      }
      case YamlScalar scalar -> into.put(path, scalar.style() + scalar.text());
      case YamlAlias alias -> into.put(path, "*");
    }
  }

  private static String text(YamlNode node) {
    return node instanceof YamlScalar scalar ? scalar.text() : "";
  }
}
