package dev.plimsoll.render.comparison;

import dev.plimsoll.chart.StructFields;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads fields of a rendered object. */
final class ObjectFields {

  private ObjectFields() {}

  static @Nullable YamlNode root(Manifest manifest) {
    return manifest.yaml().documents().isEmpty()
        ? null
        : manifest.yaml().documents().getFirst().root();
  }

  /** A scalar as text; empty if there is none at the path. */
  static String text(Manifest manifest, String... path) {
    YamlNode at = root(manifest);
    for (String key : path) {
      Optional<YamlNode> next =
          StructFields.of(at)
              .flatMap(fields -> Optional.ofNullable(fields.entries().get(key)))
              .map(YamlEntry::value);
      if (next.isEmpty()) {
        return "";
      }
      at = next.get();
    }
    return StructFields.resolve(at) instanceof YamlScalar scalar ? scalar.text() : "";
  }
}
