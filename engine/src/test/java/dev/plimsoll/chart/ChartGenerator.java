package dev.plimsoll.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Generates charts with dependencies for differential tests: conditions, tags, aliases, version
 * ranges, imports and undeclared charts, on three levels. Every chart prints its values under its
 * own path, see {@link #PROBE}.
 */
public final class ChartGenerator {

  /** A template that prints {@code .Values} as JSON in Base64, after the path of its chart. */
  public static final String PROBE =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: probe}
      data:
        at-{{ .Template.BasePath | trimSuffix "/templates" }}: "{{ toJson .Values | b64enc }}"
      """;

  private static final List<String> KEYS = List.of("a", "b", "conf", "exports", "global", "tags");
  private static final List<String> LEAVES =
      List.of("null", "1", "\"x\"", "true", "false", "[1, null]", "{}");

  private final Random random;
  private final Map<String, String> files = new TreeMap<>();

  private ChartGenerator(Random random) {
    this.random = random;
  }

  /**
   * The files of a chart by path; the chart itself is called {@code top} and lies at the root.
   *
   * @param random decides everything, so the same seed gives the same chart
   */
  public static Map<String, String> chart(Random random) {
    ChartGenerator generator = new ChartGenerator(random);
    generator.write("", "top", 0, List.of("alpha", "beta", "gamma"));
    return generator.files;
  }

  /** Values of a user, who switches things and sets a few. */
  public static String values(Random random) {
    return new ChartGenerator(random).map(2, List.of("alpha", "beta", "first", "second", "delta"));
  }

  private void write(String folder, String name, int level, List<String> possible) {
    List<String> inside = possible.stream().filter(_ -> random.nextInt(10) < 7).toList();
    StringBuilder yaml = new StringBuilder("apiVersion: v2\nname: %s\n".formatted(name));
    yaml.append("version: ").append(pick("1.0.0", "1.2.3", "v1.5.0", "1.3.0-rc.1")).append('\n');
    Map<String, String> declared = declare(inside);
    if (!declared.isEmpty() || random.nextInt(4) == 0) {
      yaml.append("dependencies: [\n");
      declared.values().forEach(entry -> yaml.append("  ").append(entry).append(",\n"));
      yaml.append("]\n");
    }
    files.put(folder + "Chart.yaml", yaml.toString());
    List<String> keys = new ArrayList<>(declared.keySet());
    keys.addAll(inside);
    files.put(folder + "values.yaml", map(level == 0 ? 3 : 2, keys) + "\n");
    files.put(folder + "templates/probe.yaml", PROBE);
    for (String subchart : inside) {
      write(
          folder + "charts/" + subchart + "/",
          subchart,
          level + 1,
          level == 0 ? List.of("delta", "epsilon") : List.of());
    }
  }

  /** Entries by alias or name, none twice: Helm refuses those. */
  private Map<String, String> declare(List<String> inside) {
    Map<String, String> declared = new LinkedHashMap<>();
    for (String name : inside) {
      int times = pick(0, 1, 1, 1, 2, 2);
      for (int i = 0; i < times; i++) {
        String alias = pick("", "", "first", "second", name + "Too");
        String key = alias.isEmpty() ? name : alias;
        declared.putIfAbsent(key, entry(name, alias, key));
      }
    }
    return declared;
  }

  private String entry(String name, String alias, String key) {
    List<String> fields = new ArrayList<>(List.of("name: " + name));
    fields.add("version: \"" + pick(">=1.0.0-0", ">=1.0.0-0", "1.x", "~1.2", "2.x", "") + "\"");
    if (!alias.isEmpty()) {
      fields.add("alias: " + alias);
    }
    if (random.nextBoolean()) {
      fields.add("condition: \"" + condition(key) + "\"");
    }
    if (random.nextInt(3) == 0) {
      fields.add("tags: [" + pick("a", "b", "a, b") + "]");
    }
    if (random.nextBoolean()) {
      fields.add("import-values: [" + imports() + "]");
    }
    return "{" + String.join(", ", fields) + "}";
  }

  private String condition(String key) {
    return pick(
        key + ".enabled",
        key + ".enabled,global.a",
        "global.a," + key + ".enabled",
        "b",
        key + ".conf",
        key + ".enabled, b");
  }

  private String imports() {
    return pick(
        "data",
        "data, more",
        "{child: conf, parent: conf}",
        "{child: conf, parent: imported.deep}",
        "{child: exports.data, parent: .}",
        "{child: conf, parent: conf}, {child: exports.data, parent: conf}");
  }

  private String map(int depth, List<String> subcharts) {
    Map<String, String> entries = new LinkedHashMap<>();
    int size = random.nextInt(5);
    for (int i = 0; i < size; i++) {
      entries.put(pick(KEYS), value(depth));
    }
    if (random.nextInt(3) > 0) {
      entries.put("exports", exports());
    }
    if (random.nextInt(3) > 0) {
      entries.put("conf", map(depth - 1));
    }
    for (String subchart : subcharts) {
      if (random.nextInt(3) > 0) {
        // Helm refuses what is no map there.
        entries.put(subchart, random.nextInt(60) == 0 ? pick(LEAVES) : switched(depth - 1));
      }
    }
    if (random.nextInt(3) == 0) {
      entries.put("tags", "{a: %s, b: %s}".formatted(flag(), flag()));
    }
    return flow(entries);
  }

  private String switched(int depth) {
    Map<String, String> entries = new LinkedHashMap<>();
    if (random.nextInt(3) > 0) {
      entries.put("enabled", flag());
    }
    entries.put(pick(KEYS), value(depth));
    if (random.nextBoolean()) {
      entries.put(pick("delta", "epsilon", "first"), "{enabled: " + flag() + "}");
    }
    return flow(entries);
  }

  private String exports() {
    return "{data: %s, more: %s}".formatted(map(2), map(1));
  }

  private String map(int depth) {
    Map<String, String> entries = new LinkedHashMap<>();
    IntStream.range(0, random.nextInt(4)).forEach(_ -> entries.put(pick(KEYS), value(depth - 1)));
    return flow(entries);
  }

  private String value(int depth) {
    return depth <= 0 || random.nextInt(3) == 0 ? pick(LEAVES) : map(depth);
  }

  private String flag() {
    return pick("true", "false", "false", "\"no\"", "null");
  }

  private static String flow(Map<String, String> entries) {
    StringBuilder text = new StringBuilder("{");
    entries.forEach((key, value) -> text.append('"' + key + "\": " + value + ", "));
    return text.append('}').toString();
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
