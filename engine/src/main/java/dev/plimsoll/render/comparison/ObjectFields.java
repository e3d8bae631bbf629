package dev.plimsoll.render.comparison;

import dev.plimsoll.chart.StructFields;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.yaml.YamlScalar;

/** Reads fields of a rendered object. */
final class ObjectFields {

  private ObjectFields() {}

  /** A scalar as text; empty if there is none at the path, or nothing but null. */
  static String text(Manifest manifest, String... path) {
    return StructFields.find(manifest.yaml().firstRoot(), path)
        .map(entry -> StructFields.resolve(entry.value()))
        .map(node -> node instanceof YamlScalar scalar ? scalar.text() : "")
        .orElse("");
  }
}
