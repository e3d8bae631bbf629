package dev.plimsoll.schema;

import dev.plimsoll.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * An enabled chart with its schema and its enabled subcharts.
 *
 * @param name the key of its values in the parent: the alias, or else the name
 * @param schema {@code values.schema.json}; empty if the chart has none
 */
public record SchemaScope(
    String name, Optional<SourceFile> schema, List<SchemaScope> dependencies) {

  public SchemaScope {
    dependencies = List.copyOf(dependencies);
  }
}
