package dev.plimsoll.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.NotChecked;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SchemaDocumentTest {

  private static List<String> problems(String schema) {
    return SchemaCase.schema(schema).file("prod.yaml", "a: 1\n").lines();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a": 1,}            | 1:9-1:10 | no comma may stand before `}`
          {"a" 1}              | 1:6-1:7  | a colon is expected here
          {"a": 1 "b": 2}      | 1:9-1:10 | a comma or `}` is expected here
          {'a': 1}             | 1:2-1:3  | a key in double quotes is expected here
          {"a": [1, ]}         | 1:11-1:12 | no comma may stand before `]`
          {"a": 01}            | 1:8-1:9  | a comma or `}` is expected here
          {} {}                | 1:4-1:5  | nothing may follow the first value
          # yaml               | 1:1-1:2  | JSON has no comments
          {"a": "\\x"}          | 1:8-1:9  | JSON does not know this escape
          {"a": tru}           | 1:7-1:8  | a value is expected here
          {"a": 1e99999}       | 1:7-1:8  | the exponent of a number is beyond 1000, which is the limit
          """)
  void pointsAtTheFirstErrorOfBrokenJson(String schema, String place, String reason) {
    assertThat(problems(schema))
        .containsExactly(
            "values.schema.json:"
                + place
                + " invalid-values-schema The schema is no JSON, so Helm refuses it: "
                + reason
                + ".");
  }

  @Test
  void pointsAtEveryMistakeAndDoesNotJudgeValues() {
    assertThat(
            problems(
                """
                {
                  "$schema": "http://json-schema.org/draft-07/schema#",
                  "type": "objekt",
                  "required": true,
                  "properties": {
                    "a": {"type": "string", "pattern": "(?!x)", "minLength": -1},
                    "b": "string",
                    "c": {"enum": ["x", "x"], "exclusiveMinimum": true}
                  }
                }
                """))
        .containsExactly(
            "values.schema.json:3:11-3:19 invalid-values-schema"
                + " JSON Schema has no type `objekt`: did you mean `object`?",
            "values.schema.json:4:15-4:19 invalid-values-schema `required` must be an array of"
                + " strings, and is a boolean; since draft 4 the parent lists the keys that it"
                + " requires.",
            "values.schema.json:6:40-6:47 invalid-values-schema Helm reads patterns as Go's RE2,"
                + " which refuses this one: invalid or unsupported Perl syntax.",
            "values.schema.json:6:62-6:64 invalid-values-schema"
                + " `minLength` must be an integer of at least 0, and is another number.",
            "values.schema.json:7:10-7:18 invalid-values-schema"
                + " A schema must be an object, `true` or `false`, and this is a string.",
            "values.schema.json:8:25-8:28 invalid-values-schema"
                + " `enum` may not hold a value twice in draft-07.",
            "values.schema.json:8:51-8:55 invalid-values-schema `exclusiveMinimum` must be a number"
                + " in draft-07, and is a boolean, as draft-04 had it.");
  }

  @Test
  void tellsTheTrapOfTheMissingDraft() {
    assertThat(problems("{\"properties\": {\"a\": {\"items\": [{}]}}}"))
        .containsExactly(
            "values.schema.json:1:32-1:36 invalid-values-schema `items` may not be an array in"
                + " 2020-12, which Helm assumes where `$schema` is missing; `prefixItems` is its name"
                + " there.");
  }

  @Test
  void suggestsWhereABrokenReferenceWasToLead() {
    assertThat(
            problems(
                "{\"properties\": {\"a\": {\"$ref\": \"#/definitions/hots\"}},"
                    + " \"definitions\": {\"host\": {}, \"unused\": {\"$ref\": \"#/nowhere\"}}}"))
        .containsExactly(
            "values.schema.json:1:31-1:51 invalid-values-schema `#/definitions/hots` leads nowhere in"
                + " this schema: did you mean `#/definitions/host`?");
  }

  @Test
  void saysThatHelmDoesNotFindFilesOfTheChart() {
    assertThat(problems("{\"properties\": {\"a\": {\"$ref\": \"common.json#/x\"}}}"))
        .containsExactly(
            "values.schema.json:1:31-1:47 invalid-values-schema Helm looks for `common.json#/x` at"
                + " the root of the file system of whoever runs it, never in the chart; a schema has"
                + " to be one file.");
  }

  @Test
  void fetchesNothingAndJudgesTheRest() {
    SchemaVerdict verdict =
        SchemaCase.schema(
                """
                {"properties": {
                  "pod": {"$ref": "https://example.com/pod.json#/definitions/pod"},
                  "urn": {"$ref": "urn:example:anything"},
                  "size": {"type": "integer"}
                }}
                """)
            .file("prod.yaml", "pod: 1\nurn: 2\nsize: big\n")
            .judge();
    assertThat(verdict.diagnostics())
        .extracting(SchemaCase::line)
        .containsExactly(
            "prod.yaml:3:7-3:10 values-type-mismatch"
                + " `size` must be an integer, and is the string `\"big\"`.");
    assertThat(verdict.notChecked())
        .extracting(found -> found.location() + " " + found.reason())
        .containsExactly(
            "values.schema.json:2:19 Values below this reference were not checked, because"
                + " `https://example.com/pod.json` would have to be fetched; keep a copy in the"
                + " chart and refer to that.");
  }

  @Test
  void doesNotGuessADraftThatWouldHaveToBeFetched() {
    SchemaVerdict verdict =
        SchemaCase.schema("{\"$schema\": \"https://example.com/meta\", \"type\": \"string\"}")
            .judge();
    assertThat(verdict.diagnostics()).isEmpty();
    assertThat(verdict.notChecked())
        .extracting(NotChecked::reason)
        .containsExactly(
            "The values were not checked against this schema, because its `$schema` names"
                + " `https://example.com/meta`, which would have to be fetched; keep a copy in the"
                + " chart and refer to that.");
    assertThat(problems("{\"$schema\": \"file:///draft\"}"))
        .containsExactly(
            "values.schema.json:1:13-1:28 invalid-values-schema `$schema` names `file:///draft`, which"
                + " is no draft that Helm knows; drafts 4, 6, 7, 2019-09 and 2020-12 are.");
  }

  @Test
  void findsSchemasByIdentityAndAnchor() {
    SchemaCase given =
        SchemaCase.schema(
                """
                {"$id": "https://example.com/root.json",
                 "properties": {
                   "a": {"$ref": "port.json"},
                   "b": {"$ref": "#name"},
                   "c": {"$ref": "https://example.com/port.json#/$defs/small"}
                 },
                 "$defs": {
                   "port": {"$id": "port.json", "type": "integer", "$defs": {"small": {"maximum": 9}}},
                   "name": {"$anchor": "name", "type": "string"}
                 }}
                """)
            .file("prod.yaml", "a: x\nb: 1\nc: 10\n");
    assertThat(given.judge().notChecked()).isEmpty();
    assertThat(given.messages())
        .containsExactly(
            "`a` must be an integer, and is the string `\"x\"`.",
            "`b` must be a string, and is the number `1`.",
            "`c` must be at most `9`, and is `10`.");
  }

  @Test
  void saysWhenASchemaJudgesAValueByItself() {
    assertThat(
            problems(
                "{\"properties\": {\"a\": {\"$ref\": \"#/$defs/x\"}}, \"$defs\": {\"x\": {\"allOf\": [{\"$ref\": \"#/$defs/x\"}]}}}"))
        .containsExactly(
            "values.schema.json:1:73-1:92 invalid-values-schema This reference leads back to itself"
                + " while `a` is judged, so Helm refuses the values.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          draft-04/schema# | "minimum": 1, "exclusiveMinimum": true | 1 | must be greater than `1`
          draft-06/schema# | "exclusiveMinimum": 1 | 1 | must be greater than `1`
          draft-07/schema# | "if": {"minimum": 0}, "then": {"maximum": 5} | 6 | must be at most `5`
          draft-07/schema# | "format": "ipv4" | 1.2.3 | must be a valid `ipv4`
          draft/2019-09/schema | "dependentSchemas": {"x": {"required": ["y"]}} | {x: 1} | `a.y` is required
          draft/2020-12/schema | "prefixItems": [{"type": "string"}] | [1] | must be a string
          """)
  void speaksEveryDraft(String draft, String keywords, String value, String message) {
    String schema =
        "{\"$schema\": \"http://json-schema.org/%s\", \"properties\": {\"a\": {%s}}}"
            .formatted(draft, keywords);
    assertThat(SchemaCase.schema(schema).file("v.yaml", "a: " + value + "\n").messages())
        .singleElement()
        .asString()
        .contains(message);
  }
}
