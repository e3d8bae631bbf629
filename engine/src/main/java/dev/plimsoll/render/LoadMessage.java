package dev.plimsoll.render;

import com.google.re2j.Pattern;
import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartMetadata;
import dev.plimsoll.chart.Dependency;
import dev.plimsoll.chart.GoString;
import dev.plimsoll.chart.SemanticVersion;
import dev.plimsoll.chart.StructFields;
import dev.plimsoll.source.Located;
import dev.plimsoll.template.value.GoQuotes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Helm says of a chart that it reads and does not accept: {@code Metadata.Validate}. */
final class LoadMessage {

  private static final Pattern ALIAS = Pattern.compile("[a-zA-Z0-9_-]+");
  private static final Set<String> TYPES = Set.of("", "application", "library");

  /** The fields that Go reads into a {@code string}, in the order in which it meets them. */
  private static final List<String> TEXTS =
      List.of(
          "apiVersion",
          "appVersion",
          "description",
          "home",
          "icon",
          "kubeVersion",
          "name",
          "type",
          "version");

  private LoadMessage() {}

  /** Helm's words for its first objection; empty if it has none that is known here. */
  static Optional<String> of(Chart chart) {
    for (Chart subchart : chart.subcharts()) {
      Optional<String> inner = of(subchart);
      if (inner.isPresent()) {
        return Optional.of(
            "error unpacking subchart %s in %s: %s"
                .formatted(entry(subchart), chart.name(), inner.get()));
      }
    }
    return wrongType(chart)
        .map(
            text -> "cannot load Chart.yaml: error unmarshaling JSON: while decoding JSON: " + text)
        .or(() -> invalid(chart).map(text -> "validation: " + text));
  }

  /** The name of the folder or archive in {@code charts}. */
  private static String entry(Chart subchart) {
    String path = subchart.path();
    int archive = path.indexOf("!");
    String outer = archive < 0 ? path : path.substring(0, archive);
    return outer.substring(outer.lastIndexOf('/') + 1);
  }

  private static Optional<String> wrongType(Chart chart) {
    StructFields fields = StructFields.of(chart.chartYaml()).orElse(null);
    if (fields == null) {
      return Optional.empty();
    }
    for (String name : TEXTS) {
      Optional<String> type =
          fields
              .value(name)
              .filter(node -> GoString.of(node).isEmpty())
              .map(ManifestReader::jsonType);
      if (type.isPresent()) {
        return Optional.of(
            "json: cannot unmarshal %s into Go struct field Metadata.%s of type string"
                .formatted(type.get(), name));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> invalid(Chart chart) {
    ChartMetadata metadata = chart.metadata();
    String name =
        StructFields.of(chart.chartYaml())
            .flatMap(fields -> fields.value("name"))
            .flatMap(GoString::of)
            .orElse("");
    String version = metadata.version().map(Located::value).orElse("");
    if (name.isEmpty()) {
      return Optional.of("chart.metadata.name is required");
    }
    if (name.equals(".") || name.equals("..")) {
      return Optional.of("chart.metadata.name " + GoQuotes.quote(name) + " is not allowed");
    }
    if (name.contains("/")) {
      return Optional.of("chart.metadata.name " + GoQuotes.quote(name) + " is invalid");
    }
    if (version.isEmpty()) {
      return Optional.of("chart.metadata.version is required");
    }
    if (SemanticVersion.parseLoose(version).isEmpty()) {
      return Optional.of("chart.metadata.version " + GoQuotes.quote(version) + " is invalid");
    }
    if (!TYPES.contains(metadata.type().map(Located::value).orElse(""))) {
      return Optional.of("chart.metadata.type must be application or library");
    }
    return hasEmptyItem(chart, "maintainers")
        ? Optional.of("maintainers must not contain empty or null nodes")
        : invalidDependency(chart);
  }

  private static Optional<String> invalidDependency(Chart chart) {
    Set<String> keys = new HashSet<>();
    for (Dependency dependency : chart.metadata().dependencies()) {
      String alias = dependency.alias().map(Located::value).orElse("");
      if (!alias.isEmpty() && !ALIAS.matches(alias)) {
        return Optional.of(
            "dependency %s has disallowed characters in the alias"
                .formatted(GoQuotes.quote(dependency.name().value())));
      }
      if (!keys.add(dependency.valuesKey())) {
        return Optional.of(
            "more than one dependency with name or alias "
                + GoQuotes.quote(dependency.valuesKey()));
      }
    }
    return hasEmptyItem(chart, "dependencies")
        ? Optional.of("dependencies must not contain empty or null nodes")
        : Optional.empty();
  }

  private static boolean hasEmptyItem(Chart chart, String name) {
    return StructFields.of(chart.chartYaml()).flatMap(fields -> fields.value(name)).stream()
        .flatMap(node -> StructFields.items(node).stream())
        .anyMatch(StructFields::isNull);
  }
}
