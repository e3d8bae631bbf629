package dev.plimsoll.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plimsoll.chart.GoUrl;
import dev.plimsoll.schema.JsonTree.JsonArray;
import dev.plimsoll.schema.JsonTree.JsonBool;
import dev.plimsoll.schema.JsonTree.JsonNumber;
import dev.plimsoll.schema.JsonTree.JsonObject;
import dev.plimsoll.schema.JsonTree.JsonText;
import dev.plimsoll.schema.JsonTree.Member;
import dev.plimsoll.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the meta-schemas demand of one schema object. Helm refuses a schema that breaks its
 * meta-schema, also in parts that nothing refers to; whether the values below hold schemas is
 * checked where they are visited.
 */
final class SchemaShape {

  /** The names that {@code type} may have. */
  static final List<String> TYPES =
      List.of("array", "boolean", "integer", "null", "number", "object", "string");

  private static final java.util.regex.Pattern ANCHOR =
      java.util.regex.Pattern.compile("[A-Za-z_][-A-Za-z0-9._]*");

  private final SchemaDocument document;
  private final JsonObject object;
  private final Draft draft;

  private SchemaShape(SchemaDocument document, JsonObject object, Draft draft) {
    this.document = document;
    this.object = object;
    this.draft = draft;
  }

  static void check(SchemaDocument document, JsonObject object, Draft draft) {
    SchemaShape shape = new SchemaShape(document, object, draft);
    object.members().forEach(shape::checkKeyword);
  }

  private void checkKeyword(String keyword, Member member) {
    JsonTree value = member.value();
    switch (keyword) {
      case "type" -> type(value);
      case "enum" -> enumeration(value);
      case "required" -> names(keyword, value, draft == Draft.DRAFT_4);
      case "pattern" -> pattern(keyword, value);
      case "title", "description", "format" -> text(keyword, value);
      case "$schema" -> uri(keyword, value);
      case "id" -> since(keyword, value, 4, draft == Draft.DRAFT_4, this::text);
      case "$id" -> identity(keyword, value);
      case "$ref" -> since(keyword, value, 4, true, this::reference);
      case "$recursiveRef", "$dynamicRef" ->
          since(keyword, value, keyword.equals("$dynamicRef") ? 2020 : 2019, true, this::reference);
      case "$comment", "contentEncoding", "contentMediaType" ->
          since(keyword, value, 7, true, this::text);
      case "$anchor", "$dynamicAnchor" ->
          since(keyword, value, keyword.equals("$anchor") ? 2019 : 2020, true, this::anchor);
      case "maximum", "minimum" -> number(keyword, value);
      case "multipleOf" -> positive(keyword, value);
      case "exclusiveMaximum" -> exclusive(keyword, value, "maximum");
      case "exclusiveMinimum" -> exclusive(keyword, value, "minimum");
      case "maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties" ->
          count(keyword, value);
      case "maxContains", "minContains" -> since(keyword, value, 2019, true, this::count);
      case "uniqueItems" -> bool(keyword, value);
      case "readOnly", "writeOnly" -> since(keyword, value, 7, true, this::bool);
      case "deprecated" -> since(keyword, value, 2019, true, this::bool);
      case "$recursiveAnchor" -> since(keyword, value, 2019, draft.version() == 2019, this::bool);
      case "allOf", "anyOf", "oneOf" -> schemaArray(keyword, value);
      case "prefixItems" -> since(keyword, value, 2020, true, this::schemaArray);
      case "items" -> items(value);
      case "properties", "definitions" -> map(keyword, value);
      case "patternProperties" -> patternMap(keyword, value);
      case "$defs", "dependentSchemas" -> since(keyword, value, 2019, true, this::map);
      case "dependencies" -> dependencies(keyword, value);
      case "dependentRequired" -> since(keyword, value, 2019, true, this::namesByName);
      case "examples" -> since(keyword, value, 7, true, this::array);
      default -> {}
    }
  }

  @FunctionalInterface
  private interface Check {
    void apply(String keyword, JsonTree value);
  }

  private void since(String keyword, JsonTree value, int version, boolean applies, Check check) {
    if (applies && draft.version() >= version) {
      check.apply(keyword, value);
    }
  }

  private void type(JsonTree value) {
    switch (value) {
      case JsonText name -> typeName(name);
      case JsonArray array -> {
        if (array.items().isEmpty()) {
          refuse(value.span(), "`type` may not be an empty array.");
        }
        Set<String> seen = new HashSet<>();
        for (JsonTree item : array.items()) {
          if (!(item instanceof JsonText name)) {
            refuse(item.span(), "`type` names types, and this is " + item.kind() + ".");
          } else if (typeName(name) && !seen.add(name.value())) {
            refuse(item.span(), "`type` names `" + name.value() + "` twice.");
          }
        }
      }
      case JsonObject ignored -> wrong("type", "a string or an array of strings", value);
      case JsonNumber ignored -> wrong("type", "a string or an array of strings", value);
      case JsonBool ignored -> wrong("type", "a string or an array of strings", value);
      case JsonTree.JsonNull ignored -> wrong("type", "a string or an array of strings", value);
    }
  }

  private boolean typeName(JsonText name) {
    if (TYPES.contains(name.value())) {
      return true;
    }
    String near =
        NearName.of(name.value(), TYPES)
            .map(found -> ": did you mean `" + found + "`?")
            .orElse(
                "; the types are "
                    + Words.list(TYPES.stream().map(Words::code).toList(), "and")
                    + ".");
    refuse(name.span(), "JSON Schema has no type `" + Words.bounded(name.value()) + "`" + near);
    return false;
  }

  private void enumeration(JsonTree value) {
    if (!(value instanceof JsonArray array)) {
      wrong("enum", "an array", value);
    } else if (draft.version() <= 7 && array.items().isEmpty()) {
      refuse(value.span(), "`enum` may not be empty in " + draft.label() + ".");
    } else if (draft.version() <= 7) {
      Set<Object> seen = new HashSet<>();
      for (JsonTree item : array.items()) {
        if (!seen.add(JsonNodes.of(item))) {
          refuse(item.span(), "`enum` may not hold a value twice in " + draft.label() + ".");
        }
      }
    }
  }

  private void names(String keyword, JsonTree value, boolean filled) {
    if (!(value instanceof JsonArray array)) {
      String hint =
          value instanceof JsonBool && keyword.equals("required")
              ? "; since draft 4 the parent lists the keys that it requires"
              : "";
      refuse(
          value.span(),
          "`"
              + Words.bounded(keyword)
              + "` must be an array of strings, and is "
              + value.kind()
              + hint
              + ".");
      return;
    }
    if (filled && array.items().isEmpty()) {
      refuse(value.span(), "`" + keyword + "` may not be empty in " + draft.label() + ".");
    }
    Set<String> seen = new HashSet<>();
    for (JsonTree item : array.items()) {
      Optional<String> name = item.text();
      if (name.isEmpty()) {
        refuse(item.span(), "`" + keyword + "` lists strings, and this is " + item.kind() + ".");
      } else if (!seen.add(name.get())) {
        refuse(item.span(), "`" + keyword + "` names `" + Words.bounded(name.get()) + "` twice.");
      }
    }
  }

  private void namesByName(String keyword, JsonTree value) {
    if (value instanceof JsonObject map) {
      map.members().values().forEach(member -> names(keyword, member.value(), false));
    } else {
      wrong(keyword, "an object", value);
    }
  }

  private void dependencies(String keyword, JsonTree value) {
    if (!(value instanceof JsonObject map)) {
      wrong(keyword, "an object", value);
      return;
    }
    for (Member member : map.members().values()) {
      if (member.value() instanceof JsonArray) {
        names(keyword, member.value(), draft == Draft.DRAFT_4);
      }
    }
  }

  private void pattern(String keyword, JsonTree value) {
    if (value instanceof JsonText text) {
      regex(text.value(), text.span());
    } else {
      wrong(keyword, "a string", value);
    }
  }

  private void patternMap(String keyword, JsonTree value) {
    if (!(value instanceof JsonObject map)) {
      wrong(keyword, "an object", value);
      return;
    }
    for (Map.Entry<String, Member> entry : map.members().entrySet()) {
      regex(entry.getKey(), entry.getValue().keySpan());
    }
  }

  private void regex(String regex, Span span) {
    try {
      Pattern.compile(regex);
    } catch (PatternSyntaxException invalid) {
      refuse(
          span,
          "Helm reads patterns as Go's RE2, which refuses this one: "
              + Words.bounded(invalid.getDescription())
              + ".");
    }
  }

  private void identity(String keyword, JsonTree value) {
    if (draft == Draft.DRAFT_4) {
      return;
    }
    reference(keyword, value);
    boolean names = draft.version() >= 2019;
    if (names && !UriText.fragment(value.text().orElse("")).isEmpty()) {
      refuse(value.span(), "`$id` may not have a fragment in " + draft.label() + ".");
    }
  }

  private void anchor(String keyword, JsonTree value) {
    text(keyword, value);
    value
        .text()
        .filter(name -> !ANCHOR.matcher(name).matches())
        .ifPresent(name -> refuse(value.span(), "`" + keyword + "` must be a plain name."));
  }

  private void uri(String keyword, JsonTree value) {
    text(keyword, value);
    value
        .text()
        .filter(uri -> !GoUrl.isAbsolute(uri))
        .ifPresent(uri -> refuse(value.span(), "`" + keyword + "` must be an absolute URI."));
  }

  /** Draft 4 does not look at the text of references. */
  private void reference(String keyword, JsonTree value) {
    text(keyword, value);
    value
        .text()
        .filter(uri -> draft != Draft.DRAFT_4 && (uri.contains("\\") || !GoUrl.isUrl(uri)))
        .ifPresent(uri -> refuse(value.span(), "`" + keyword + "` must be a URI reference."));
  }

  private void text(String keyword, JsonTree value) {
    if (!(value instanceof JsonText)) {
      wrong(keyword, "a string", value);
    }
  }

  private void bool(String keyword, JsonTree value) {
    if (!(value instanceof JsonBool)) {
      wrong(keyword, "`true` or `false`", value);
    }
  }

  private void number(String keyword, JsonTree value) {
    if (!(value instanceof JsonNumber)) {
      wrong(keyword, "a number", value);
    }
  }

  private void positive(String keyword, JsonTree value) {
    if (!(value instanceof JsonNumber number)) {
      wrong(keyword, "a number", value);
    } else if (number.value().signum() <= 0) {
      refuse(value.span(), "`" + keyword + "` must be greater than 0.");
    }
  }

  private void count(String keyword, JsonTree value) {
    boolean counts =
        value instanceof JsonNumber number
            && number.value().signum() >= 0
            && number.value().stripTrailingZeros().scale() <= 0;
    if (!counts) {
      wrong(keyword, "an integer of at least 0", value);
    }
  }

  private void exclusive(String keyword, JsonTree value, String bound) {
    if (draft != Draft.DRAFT_4) {
      if (value instanceof JsonBool) {
        refuse(
            value.span(),
            "`"
                + keyword
                + "` must be a number in "
                + draft.label()
                + ", and is a boolean, as draft-04 had it.");
      } else {
        number(keyword, value);
      }
      return;
    }
    bool(keyword, value);
    if (!object.members().containsKey(bound)) {
      refuse(value.span(), "`" + keyword + "` needs `" + bound + "` beside it in draft-04.");
    }
  }

  private void items(JsonTree value) {
    if (!(value instanceof JsonArray)) {
      return;
    }
    if (draft.version() >= 2020) {
      refuse(
          value.span(),
          "`items` may not be an array in 2020-12, which Helm assumes where `$schema` is missing;"
              + " `prefixItems` is its name there.");
    } else {
      schemaArray("items", value);
    }
  }

  private void schemaArray(String keyword, JsonTree value) {
    if (!(value instanceof JsonArray array)) {
      wrong(keyword, "an array of schemas", value);
    } else if (array.items().isEmpty()) {
      refuse(value.span(), "`" + keyword + "` may not be empty.");
    }
  }

  private void map(String keyword, JsonTree value) {
    if (!(value instanceof JsonObject)) {
      wrong(keyword, "an object", value);
    }
  }

  private void array(String keyword, JsonTree value) {
    if (!(value instanceof JsonArray)) {
      wrong(keyword, "an array", value);
    }
  }

  private void wrong(String keyword, String wanted, JsonTree value) {
    boolean otherNumber = value instanceof JsonNumber && wanted.startsWith("an integer");
    String got = otherNumber ? "another number" : value.kind();
    refuse(value.span(), "`" + keyword + "` must be " + wanted + ", and is " + got + ".");
  }

  private void refuse(Span span, String message) {
    document.problem(span, message);
  }
}
