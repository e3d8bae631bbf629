package dev.plimsoll.chart;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What Helm's Go structs take for the fields of {@code Chart.yaml}. */
sealed interface ChartFieldType {

  /** The struct {@code Metadata}. */
  Struct CHART = chart();

  /**
   * A Go string, into which numbers and booleans are turned.
   *
   * @param strict whether {@code helm lint} wants a text in the file as well
   */
  record Text(boolean strict) implements ChartFieldType {}

  /** A boolean, and no text that looks like one. */
  record Bool() implements ChartFieldType {}

  /** A map from text to text. */
  record TextMap() implements ChartFieldType {}

  /** Whatever it is. */
  record Any() implements ChartFieldType {}

  /** A list. */
  record ListOf(ChartFieldType item) implements ChartFieldType {}

  /** A map with known keys, which Go compares without case. */
  record Struct(Map<String, ChartFieldType> fields) implements ChartFieldType {

    Collection<String> names() {
      return fields.keySet();
    }

    Optional<ChartFieldType> field(String key) {
      return fields.entrySet().stream()
          .filter(field -> field.getKey().equalsIgnoreCase(key))
          .map(Map.Entry::getValue)
          .findFirst();
    }
  }

  private static Struct chart() {
    Text text = new Text(false);
    Map<String, ChartFieldType> maintainer = new LinkedHashMap<>();
    maintainer.put("name", text);
    maintainer.put("email", text);
    maintainer.put("url", text);
    Map<String, ChartFieldType> dependency = new LinkedHashMap<>();
    dependency.put("name", text);
    dependency.put("version", text);
    dependency.put("repository", text);
    dependency.put("condition", text);
    dependency.put("tags", new ListOf(text));
    dependency.put("enabled", new Bool());
    dependency.put("import-values", new ListOf(new Any()));
    dependency.put("alias", text);
    Map<String, ChartFieldType> chart = new LinkedHashMap<>();
    chart.put("apiVersion", text);
    chart.put("name", text);
    chart.put("version", new Text(true));
    chart.put("appVersion", new Text(true));
    chart.put("kubeVersion", text);
    chart.put("type", text);
    chart.put("description", text);
    chart.put("home", text);
    chart.put("icon", text);
    chart.put("sources", new ListOf(text));
    chart.put("keywords", new ListOf(text));
    chart.put("maintainers", new ListOf(new Struct(maintainer)));
    chart.put("annotations", new TextMap());
    chart.put("deprecated", new Bool());
    chart.put("condition", text);
    chart.put("tags", text);
    chart.put("dependencies", new ListOf(new Struct(dependency)));
    return new Struct(chart);
  }
}
