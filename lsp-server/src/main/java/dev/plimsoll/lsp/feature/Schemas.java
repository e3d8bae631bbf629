package dev.plimsoll.lsp.feature;

import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.schema.SchemaKnowledge;
import dev.plimsoll.schema.SchemaKnowledge.KeyFacts;
import dev.plimsoll.schema.ValuesSchema;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** What the schemas of charts know of values, read once for each schema. */
final class Schemas {

  private static final Map<SourceFile, SchemaKnowledge> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private Schemas() {}

  /** What the schema of the nearest chart says of a value. */
  static Optional<KeyFacts> facts(ReleaseInstance release, ValuePath path) {
    KeyFacts found = null;
    for (ReleaseInstance.ScopedLayer layer : release.chartDefaults()) {
      Optional<KeyFacts> facts =
          Layers.below(ValuePath.ofScope(layer.scope()), path)
              .filter(rest -> !rest.steps().isEmpty())
              .flatMap(
                  rest -> layer.chart().schema().flatMap(schema -> knowledge(schema).facts(rest)));
      // Later layers belong to charts further inside.
      found = facts.orElse(found);
    }
    return Optional.ofNullable(found);
  }

  /** The keys that schemas know in a map. */
  static List<KeyFacts> keys(ReleaseInstance release, ValuePath path) {
    Map<String, KeyFacts> keys = new LinkedHashMap<>();
    for (ReleaseInstance.ScopedLayer layer : release.chartDefaults()) {
      Layers.below(ValuePath.ofScope(layer.scope()), path)
          .ifPresent(rest ->
              layer
                  .chart()
                  .schema()
                  .ifPresent(schema ->
                      knowledge(schema).keys(rest).forEach(key -> keys.put(key.name(), key))));
    }
    return new ArrayList<>(keys.values());
  }

  private static SchemaKnowledge knowledge(SourceFile schema) {
    return KNOWN.computeIfAbsent(schema, file -> ValuesSchema.of(file).knowledge());
  }
}
