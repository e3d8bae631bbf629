package dev.plimsoll.render;

import dev.plimsoll.chart.GoString;
import dev.plimsoll.chart.StructFields;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of a manifest as {@code sigs.k8s.io/yaml} fills Helm's {@code SimpleHead}: only
 * the first document counts, and where a string is wanted numbers and booleans are text.
 */
final class ManifestReader {

  private static final String METADATA_TYPE =
      "struct { Name string \"json:\\\"name\\\"\"; Annotations map[string]string \"json:\\\"annotations\\\"\" }";

  private final HelmVersion helm;

  ManifestReader(HelmVersion helm) {
    this.helm = helm;
  }

  /**
   * Reads a document without syntax errors.
   *
   * @throws WrongType where Go's JSON reader stops
   */
  ManifestHead read(YamlFile yaml) throws WrongType {
    YamlNode root = yaml.firstRoot();
    if (StructFields.isNull(root)) {
      return new ManifestHead("", "", "", Map.of());
    }
    Optional<StructFields> fields = StructFields.of(root);
    if (fields.isEmpty()) {
      String type = GoTypeNames.release(helm) + ".SimpleHead";
      throw new WrongType(root, "Go value of type " + type);
    }
    // In the order of the keys, in which Go meets them.
    String apiVersion = text(fields.get(), "apiVersion", "SimpleHead.");
    String kind = text(fields.get(), "kind", "SimpleHead.");
    YamlNode metadata = fields.get().value("metadata").orElse(null);
    if (metadata == null) {
      return new ManifestHead(apiVersion, kind, "", Map.of());
    }
    Optional<StructFields> inner = StructFields.of(metadata);
    if (inner.isEmpty()) {
      throw new WrongType(metadata, "Go struct field SimpleHead.metadata of type " + METADATA_TYPE);
    }
    Map<String, String> annotations = annotations(inner.get());
    return new ManifestHead(apiVersion, kind, text(inner.get(), "name", ".metadata."), annotations);
  }

  private static Map<String, String> annotations(StructFields metadata) throws WrongType {
    Map<String, String> found = new LinkedHashMap<>();
    YamlNode node = metadata.value("annotations").orElse(null);
    if (node == null) {
      return found;
    }
    Optional<StructFields> entries = StructFields.of(node);
    if (entries.isEmpty()) {
      throw new WrongType(node, "Go struct field .metadata.annotations of type map[string]string");
    }
    for (Map.Entry<String, YamlEntry> entry : entries.get().entries().entrySet()) {
      found.put(entry.getKey(), text(entry.getValue().value(), ".metadata.annotations"));
    }
    return found;
  }

  private static String text(StructFields fields, String name, String owner) throws WrongType {
    YamlNode node = fields.value(name).orElse(null);
    return node == null ? "" : text(node, owner + name);
  }

  private static String text(YamlNode node, String field) throws WrongType {
    if (StructFields.isNull(node)) {
      return "";
    }
    Optional<String> text = GoString.of(node);
    if (text.isEmpty()) {
      throw new WrongType(node, "Go struct field " + field + " of type string");
    }
    return text.get();
  }

  /** What Go's JSON reader calls a value. */
  static String jsonType(@Nullable YamlNode node) {
    return switch (StructFields.resolve(node)) {
      case YamlMapping _ -> "object";
      case YamlSequence _ -> "array";
      case YamlScalar scalar ->
          switch (scalar.value()) {
            case ScalarValue.Bool _ -> "bool";
            case ScalarValue.Int _, ScalarValue.Float _ -> "number";
            case ScalarValue.Null _, ScalarValue.Text _ -> "string";
          };
      case null, default -> "null";
    };
  }

  /** A value of another type than Helm wants. */
  static final class WrongType extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient YamlNode node;

    private WrongType(@Nullable YamlNode node, String wanted) {
      super(
          "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal "
              + jsonType(node)
              + " into "
              + wanted,
          null,
          false,
          false);
      this.node = java.util.Objects.requireNonNull(node);
    }

    YamlNode node() {
      return node;
    }

    String text() {
      return String.valueOf(getMessage());
    }
  }
}
