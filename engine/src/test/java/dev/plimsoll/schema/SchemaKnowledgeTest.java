package dev.plimsoll.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plimsoll.schema.SchemaKnowledge.KeyFacts;
import dev.plimsoll.schema.SchemaKnowledge.Standing;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.ValuePath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SchemaKnowledgeTest {

  private static final SchemaKnowledge KNOWLEDGE =
      knowledge(
          """
          {
            "properties": {
              "closed": {"properties": {"a": {"type": "string"}}, "additionalProperties": false},
              "open": {"properties": {"a": {"type": "string"}}},
              "env": {"additionalProperties": {"type": "string", "description": "A variable."}},
              "any": {"additionalProperties": true},
              "either": {"anyOf": [
                {"properties": {"x": {"enum": ["on", 1]}}, "additionalProperties": false},
                {"properties": {"y": {"default": 2}}, "additionalProperties": false}
              ]},
              "by": {"patternProperties": {"^app-": {"type": "integer"}}, "additionalProperties": false},
              "tree": {"$ref": "#/$defs/tree"},
              "hosts": {"items": {"$ref": "#/$defs/host"}}
            },
            "$defs": {
              "tree": {"properties": {"child": {"$ref": "#/$defs/tree"}}, "required": ["child"]},
              "host": {"properties": {"name": {"type": ["string", "null"], "title": "Name", "deprecated": true}}}
            }
          }
          """);

  private static SchemaKnowledge knowledge(String schema) {
    return ValuesSchema.of(new SourceFile("values.schema.json", schema)).knowledge();
  }

  private static ValuePath path(String text) {
    return ValuePath.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          closed.a, NAMED
          closed.b, FORBIDDEN
          closed.b.c, FORBIDDEN
          open.a, NAMED
          open.b, UNSAID
          open.b.c, UNSAID
          env.X, FREE
          any.thing.below, FREE
          either.x, NAMED
          either.z, FORBIDDEN
          by.app-web, NAMED
          by.web, FORBIDDEN
          tree.child.child.child, NAMED
          tree.child.leaf, UNSAID
          hosts[7].name, NAMED
          nothing, UNSAID
          """)
  void tellsHowItStandsToAKey(String path, Standing standing) {
    assertThat(KNOWLEDGE.standing(path(path))).isEqualTo(standing);
  }

  @Test
  void knowsTheFactsOfAKey() {
    KeyFacts name = KNOWLEDGE.facts(path("hosts[0].name")).orElseThrow();
    assertThat(name.name()).isEqualTo("name");
    assertThat(name.types()).containsExactly("string", "null");
    assertThat(name.description()).isEqualTo("Name");
    assertThat(name.deprecated()).isTrue();
    assertThat(name.required()).isFalse();
    assertThat(name.definition()).hasToString("values.schema.json:17:29");
    assertThat(KNOWLEDGE.facts(path("env.X")).orElseThrow().description()).isEqualTo("A variable.");
    assertThat(KNOWLEDGE.facts(path("tree.child.child")).orElseThrow().required()).isTrue();
    assertThat(KNOWLEDGE.facts(path("closed.b"))).isEmpty();
  }

  @Test
  void listsTheKeysOfAMapOverItsAlternatives() {
    assertThat(KNOWLEDGE.keys(path("either")))
        .extracting(KeyFacts::name, KeyFacts::allowed, facts -> facts.defaultValue().orElse(""))
        .containsExactly(tuple("x", List.of("\"on\"", "1"), ""), tuple("y", List.of(), "2"));
  }

  @Test
  void knowsNothingOfABrokenSchema() {
    SchemaKnowledge none = knowledge("{\"type\": 1}");
    assertThat(none.standing(path("a"))).isEqualTo(Standing.UNSAID);
    assertThat(none.keys(ValuePath.ROOT)).isEmpty();
    assertThat(none.facts(path("a"))).isEmpty();
  }
}
