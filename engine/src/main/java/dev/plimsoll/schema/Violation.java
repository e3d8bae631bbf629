package dev.plimsoll.schema;

import dev.plimsoll.values.ValuePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the values that breaks one keyword of the schema.
 *
 * @param path from the root of the chart's values
 * @param schema the schema that demands it
 * @param keyword the canonical keyword ({@link CanonicalSchema})
 * @param key the key that is missing or too much, where one is
 * @param cause the key that makes another one required, where one does
 * @param branches what each branch of {@code anyOf} or {@code oneOf} has against the value; a
 *     branch that accepts it has nothing
 */
record Violation(
    ValuePath path,
    SchemaNode schema,
    String keyword,
    @Nullable String key,
    @Nullable String cause,
    List<List<Violation>> branches) {

  Violation {
    branches = List.copyOf(branches);
  }
}
