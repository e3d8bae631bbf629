package dev.plimsoll.kubernetes;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plimsoll.kubernetes.Schema.Field;
import dev.plimsoll.kubernetes.Schema.ListKind;
import dev.plimsoll.kubernetes.Schema.ScalarType;
import dev.plimsoll.manifest.Quantity;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the structural schemas of custom resource definitions. Rules in CEL and combinations of
 * schemas ({@code oneOf}, {@code not} ...) are left to the server.
 */
final class CustomSchema {

  private static final List<String> IDENTITY = List.of("apiVersion", "kind");

  private CustomSchema() {}

  /** The schema of a whole object: its metadata is that of every object. */
  static Schema ofObject(Part schema, KubernetesSchemas own) {
    return new Schema.Struct(() -> identified(schema, own), isOpen(schema), texts(schema));
  }

  private static Map<String, Field> identified(Part schema, KubernetesSchemas own) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (String name : IDENTITY) {
      fields.put(name, new Field(name, text(), true, "", false));
    }
    Schema metadata =
        own.resource("v1", "ConfigMap")
            .map(ApiResource::schema)
            .filter(Schema.Struct.class::isInstance)
            .map(object -> ((Schema.Struct) object).fields().get("metadata"))
            .map(Field::schema)
            .orElseGet(Schema.Anything::new);
    fields.put("metadata", new Field("metadata", metadata, false, "", true));
    fields(schema, own).forEach(fields::putIfAbsent);
    return fields;
  }

  private static Schema text() {
    return new Schema.Scalar(ScalarType.TEXT, List.of(), Limits.NONE);
  }

  private static Schema of(Part schema, KubernetesSchemas own) {
    if (schema.isTrue("x-kubernetes-int-or-string")) {
      return new Schema.Scalar(ScalarType.INT_OR_STRING, List.of(), Limits.NONE);
    }
    Limits limits = limits(schema);
    return switch (schema.text("type", "")) {
      case "string" ->
          new Schema.Scalar(
              schema.text("format", "").equals("byte") ? ScalarType.BYTES : ScalarType.TEXT,
              allowed(schema),
              limits);
      case "integer" ->
          new Schema.Scalar(
              schema.text("format", "").equals("int32") ? ScalarType.INT32 : ScalarType.INT64,
              List.of(),
              limits);
      case "number" -> new Schema.Scalar(ScalarType.NUMBER, List.of(), limits);
      case "boolean" -> new Schema.Scalar(ScalarType.BOOLEAN, List.of(), limits);
      case "array" -> list(schema, own, limits);
      case "object" -> object(schema, own, limits);
      default -> new Schema.Anything();
    };
  }

  private static Schema list(Part schema, KubernetesSchemas own, Limits limits) {
    ListKind kind =
        switch (schema.text("x-kubernetes-list-type", "")) {
          case "map" -> ListKind.MAP;
          case "set" -> ListKind.SET;
          default -> ListKind.ATOMIC;
        };
    Schema items = schema.get("items").map(part -> of(part, own)).orElseGet(Schema.Anything::new);
    List<String> keys =
        schema.list("x-kubernetes-list-map-keys").stream()
            .flatMap(part -> part.text().stream())
            .toList();
    return new Schema.ListOf(items, kind, keys, limits);
  }

  private static Schema object(Part schema, KubernetesSchemas own, Limits limits) {
    Optional<Part> values = schema.get("additionalProperties");
    if (values.isPresent()) {
      return new Schema.MapOf(
          values.get().isMapping() ? of(values.get(), own) : new Schema.Anything(), limits);
    }
    if (schema.isTrue("x-kubernetes-embedded-resource")) {
      return ofObject(schema, own);
    }
    return new Schema.Struct(() -> fields(schema, own), isOpen(schema), texts(schema));
  }

  private static Function<String, Optional<String>> texts(Part schema) {
    return field -> schema.at("properties", field, "description").flatMap(Part::text);
  }

  private static boolean isOpen(Part schema) {
    return schema.isTrue("x-kubernetes-preserve-unknown-fields");
  }

  private static Map<String, Field> fields(Part schema, KubernetesSchemas own) {
    Set<String> required =
        schema.list("required").stream()
            .flatMap(part -> part.text().stream())
            .collect(Collectors.toSet());
    Map<String, Field> fields = new LinkedHashMap<>();
    schema
        .get("properties")
        .ifPresent(properties ->
            properties
                .fields()
                .forEach((name, part) ->
                    fields.put(
                        name,
                        new Field(
                            name,
                            of(part, own),
                            required.contains(name),
                            part.get("default").map(CustomSchema::shown).orElse(""),
                            part.isTrue("nullable")))));
    // What must be there and has no schema of its own may be anything.
    for (String name : required) {
      fields.putIfAbsent(name, new Field(name, new Schema.Anything(), true, "", true));
    }
    return Collections.unmodifiableMap(fields);
  }

  private static String shown(Part value) {
    return value.json().filter(text -> !text.isEmpty()).orElse("{}");
  }

  private static List<String> allowed(Part schema) {
    return schema.list("enum").stream().flatMap(part -> part.json().stream()).toList();
  }

  private static Limits limits(Part schema) {
    return new Limits(
        pattern(schema),
        schema.text("format", ""),
        number(schema, "minimum"),
        number(schema, "maximum"),
        schema.isTrue("exclusiveMinimum"),
        schema.isTrue("exclusiveMaximum"),
        size(schema, "minLength", "minItems", "minProperties").orElse(0L),
        size(schema, "maxLength", "maxItems", "maxProperties").orElse(Long.MAX_VALUE));
  }

  private static Optional<Long> size(Part schema, String... names) {
    for (String name : names) {
      Optional<Long> size = schema.integer(name);
      if (size.isPresent()) {
        return size;
      }
    }
    return Optional.empty();
  }

  private static @Nullable BigDecimal number(Part schema, String name) {
    return schema
        .get(name)
        .flatMap(Part::json)
        .flatMap(Quantity::parse)
        .map(Quantity::value)
        .orElse(null);
  }

  private static @Nullable Pattern pattern(Part schema) {
    try {
      return schema.text("pattern").map(Pattern::compile).orElse(null);
    } catch (PatternSyntaxException e) {
      // The server refuses the definition.
      return null;
    }
  }
}
