package dev.plimsoll.chart;

import dev.plimsoll.source.Located;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes from {@code Chart.yaml} and {@code requirements.yaml} what has the type that Helm wants.
 * What has not is simply absent here; {@link ChartLint} says so.
 */
final class MetadataReader {

  private final SourceFile file;
  private final Optional<StructFields> fields;

  private MetadataReader(YamlFile yaml) {
    this.file = yaml.source();
    this.fields = StructFields.of(yaml);
  }

  /**
   * @param fallbackName what a chart without a name is called
   */
  static ChartMetadata metadata(
      YamlFile chartYaml, Optional<YamlFile> requirements, String fallbackName) {
    MetadataReader reader = new MetadataReader(chartYaml);
    Optional<MetadataReader> other =
        requirements
            .map(MetadataReader::new)
            .filter(found -> found.field("dependencies").isPresent());
    MetadataReader source = other.orElse(reader);
    return new ChartMetadata(
        reader
            .string("name")
            .orElseGet(() -> new Located<>(fallbackName, chartYaml.source().start())),
        reader.string("apiVersion"),
        reader.rawString("version"),
        reader.string("appVersion"),
        reader.string("kubeVersion"),
        reader.rawString("type"),
        reader.string("icon"),
        reader.bool("deprecated"),
        source
            .field("dependencies")
            .filter(node -> StructFields.resolve(node) instanceof YamlSequence)
            .isPresent(),
        source.dependencies());
  }

  static ChartDescription description(YamlFile chartYaml) {
    MetadataReader reader = new MetadataReader(chartYaml);
    return new ChartDescription(
        reader.string("home"),
        reader.strings("sources"),
        reader.string("description"),
        reader.strings("keywords"),
        reader.maintainers(),
        reader.string("condition"),
        reader.string("tags"),
        reader.annotations());
  }

  private List<ChartDescription.Maintainer> maintainers() {
    List<ChartDescription.Maintainer> found = new ArrayList<>();
    for (YamlNode item : StructFields.items(field("maintainers").orElse(null))) {
      StructFields.of(item)
          .ifPresent(entry ->
              found.add(
                  new ChartDescription.Maintainer(
                      string(entry, "name"), string(entry, "email"), string(entry, "url"))));
    }
    return found;
  }

  private Map<String, Located<String>> annotations() {
    Map<String, Located<String>> found = new LinkedHashMap<>();
    field("annotations")
        .flatMap(StructFields::of)
        .ifPresent(map ->
            map.entries()
                .forEach((key, entry) ->
                    found.put(
                        key,
                        located(entry.value())
                            .orElseGet(() -> new Located<>("", file.at(entry.value().span()))))));
    return found;
  }

  /** {@code Chart.lock} or {@code requirements.lock}; empty for a file that says nothing. */
  static Optional<ChartLock> lock(YamlFile lock, ChartLock.Sync sync) {
    MetadataReader reader = new MetadataReader(lock);
    if (reader.fields.isEmpty()) {
      return Optional.empty();
    }
    List<ChartLock.Entry> entries =
        reader.dependencies().stream()
            .map(found -> new ChartLock.Entry(found.name(), found.version(), found.repository()))
            .toList();
    return Optional.of(
        new ChartLock(entries, reader.rawString("digest"), sync, lock.source().start()));
  }

  private List<Dependency> dependencies() {
    List<Dependency> found = new ArrayList<>();
    for (YamlNode item : StructFields.items(field("dependencies").orElse(null))) {
      StructFields.of(item).ifPresent(entry -> found.add(dependency(entry)));
    }
    return found;
  }

  private Dependency dependency(StructFields entry) {
    return new Dependency(
        string(entry, "name").orElseGet(() -> new Located<>("", file.at(entry.node().span()))),
        string(entry, "version"),
        string(entry, "repository"),
        string(entry, "alias"),
        string(entry, "condition"),
        strings(entry, "tags"),
        importValues(entry),
        file.at(entry.node().span()));
  }

  private List<Dependency.ImportValues> importValues(StructFields entry) {
    List<Dependency.ImportValues> found = new ArrayList<>();
    for (YamlNode item : StructFields.items(entry.value("import-values").orElse(null))) {
      YamlNode node = StructFields.resolve(item);
      if (node instanceof YamlScalar scalar && scalar.value() instanceof ScalarValue.Text text) {
        found.add(
            new Dependency.ImportValues("exports." + text.value(), ".", file.at(item.span())));
      } else if (node instanceof YamlMapping) {
        StructFields.of(node)
            .map(form ->
                new Dependency.ImportValues(
                    printed(form, "child"), printed(form, "parent"), file.at(item.span())))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** Go's {@code %v} of the value under {@code key}, which no Go type turned into a string. */
  private static String printed(StructFields form, String key) {
    YamlEntry entry = form.entries().get(key);
    return entry == null ? "<nil>" : GoString.of(entry.value()).orElse("<nil>");
  }

  private Optional<YamlNode> field(String name) {
    return fields.flatMap(found -> found.value(name));
  }

  private Optional<Located<String>> string(String name) {
    return fields.flatMap(found -> string(found, name));
  }

  /** A field that Helm does not clean of unprintable characters. */
  private Optional<Located<String>> rawString(String name) {
    return field(name).flatMap(this::located);
  }

  private Optional<Located<Boolean>> bool(String name) {
    return field(name)
        .filter(node ->
            StructFields.resolve(node) instanceof YamlScalar scalar
                && scalar.value() instanceof ScalarValue.Bool)
        .map(node ->
            new Located<>(GoString.of(node).equals(Optional.of("true")), file.at(node.span())));
  }

  private Optional<Located<String>> string(StructFields from, String name) {
    return from.value(name)
        .flatMap(this::located)
        .map(found -> new Located<>(sanitized(found.value()), found.location()));
  }

  private List<Located<String>> strings(String name) {
    return fields.map(found -> strings(found, name)).orElse(List.of());
  }

  private List<Located<String>> strings(StructFields from, String name) {
    return StructFields.items(from.value(name).orElse(null)).stream()
        .flatMap(node -> located(node).stream())
        .map(found -> new Located<>(sanitized(found.value()), found.location()))
        .toList();
  }

  private Optional<Located<String>> located(YamlNode node) {
    return GoString.of(node).map(text -> new Located<>(text, file.at(node.span())));
  }

  /** Helm's {@code sanitizeString}: white space becomes a blank, what cannot be printed goes. */
  static String sanitized(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(letter -> {
          if (isGoSpace(letter)) {
            clean.append(' ');
          } else if (isGoPrintable(letter)) {
            clean.appendCodePoint(letter);
          }
        });
    return clean.toString();
  }

  private static boolean isGoSpace(int letter) {
    return (letter >= '\t' && letter <= '\r') || letter == 0x85 || Character.isSpaceChar(letter);
  }

  private static boolean isGoPrintable(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
