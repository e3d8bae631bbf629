package dev.plimsoll.schemas;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Writes the schemas of several versions of Kubernetes into one file, and what they say of their
 * fields into another: {@code SchemaGenerator SCHEMAS TEXTS MODULE...}, where each module is a
 * folder that {@code go mod download -json k8s.io/kubernetes@v1.N.P} names.
 */
public final class SchemaGenerator {

  private SchemaGenerator() {}

  /** Writes the file and says what is in it. */
  public static void main(String[] args) throws IOException {
    List<ApiSource> versions = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      versions.add(ApiSource.read(Path.of(args[i])));
    }
    versions.sort(Comparator.comparingInt(ApiSource::minor));
    SchemaFileWriter writer = new SchemaFileWriter(versions);
    byte[] file = writer.write(types(versions));
    Files.write(Path.of(args[0]), file);
    byte[] texts = new FieldTextWriter(versions).write(writer.types(), file);
    Files.write(Path.of(args[1]), texts);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (ApiSource version : versions) {
      out.println(
          "1.%d.%d: %d kinds, %d types, %d fields with fixed values"
              .formatted(
                  version.minor(),
                  version.patch(),
                  version.kinds().size(),
                  version.schemas().size(),
                  version.enums().values().stream().mapToInt(Map::size).sum()));
    }
    out.println("%d bytes of schemas, %d bytes of texts".formatted(file.length, texts.length));
  }

  /** The fields of every type, with the versions that know them. */
  private static Map<String, Map<FieldOfType, Presence>> types(List<ApiSource> versions) {
    Map<String, Map<FieldOfType, Presence>> types = new TreeMap<>();
    for (int i = 0; i < versions.size(); i++) {
      ApiSource version = versions.get(i);
      int bit = 1 << i;
      version
          .schemas()
          .forEach((name, schema) -> {
            if (!Shape.isSpecial(name)) {
              Map<FieldOfType, Presence> fields =
                  types.computeIfAbsent(name, _ -> new LinkedHashMap<>());
              Map<String, List<String>> enums = version.enums().getOrDefault(name, Map.of());
              fields(schema, enums, bit)
                  .forEach((field, presence) -> fields.merge(field, presence, Presence::and));
            }
          });
    }
    return types;
  }

  private static Map<FieldOfType, Presence> fields(
      JsonNode schema, Map<String, List<String>> enums, int bit) {
    Set<String> required =
        schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    Map<FieldOfType, Presence> fields = new LinkedHashMap<>();
    for (Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String name = property.getKey();
      JsonNode node = property.getValue();
      JsonNode value = node.path("default");
      // Zero values say how Go writes the field, not what the server fills in.
      boolean isDefault = value.isBoolean() || (value.isString() && !value.asString().isEmpty());
      fields.put(
          new FieldOfType(
              name,
              Shape.of(node, enums.getOrDefault(name, List.of())),
              isDefault ? value.asString() : ""),
          new Presence(bit, required.contains(name) ? bit : 0));
    }
    return fields;
  }
}
