package dev.plimsoll.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.MapValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ValuesSchemaValidatorTest {

  @Test
  void saysNothingOfGoodValues() {
    assertThat(SchemaCase.shop("replicaCount: 3\nhosts:\n  - name: a.example\n").lines()).isEmpty();
  }

  @Test
  void pointsAtTheLeafOfTheLayerThatWonAndNamesTheLosers() {
    SchemaCase given =
        SchemaCase.schema(SchemaCase.SHOP)
            .defaults("replicaCount: 1\nimage: {tag: \"1\"}\n")
            .file("base.yaml", "replicaCount: 2\n")
            .file("prod.yaml", "# prod\nreplicaCount: \"3\"\n");

    Diagnostic found = given.judge().diagnostics().getFirst();

    assertThat(given.lines())
        .containsExactly(
            "prod.yaml:2:15-2:18 values-type-mismatch"
                + " `replicaCount` must be an integer, and is the string `\"3\"`.");
    assertThat(found.related())
        .extracting(
            related -> related.role().label() + " " + related.location() + " " + related.message())
        .containsExactly(
            "overridden-layer base.yaml:1:15 The weaker layer `base.yaml` says `2` here.",
            "overridden-layer values.yaml:1:15 The weaker layer `values.yaml` says `1` here.",
            "definition values.schema.json:7:22 The schema says: How many pods run.");
  }

  @Test
  void pointsAtTheKeyOfAMapOrList() {
    assertThat(SchemaCase.shop("replicaCount:\n  min: 1\n").lines())
        .containsExactly(
            "environments/prod/values.yaml:1:1-1:13 values-type-mismatch"
                + " `replicaCount` must be an integer, and is a map.");
  }

  @Test
  void namesBoundsAndPatterns() {
    assertThat(SchemaCase.shop("replicaCount: 0\nimage:\n  tag: latest\n").messages())
        .containsExactly(
            "`replicaCount` must be at least `1`, and is `0`.",
            "`image.tag` must match the pattern `^[0-9.]+$`, and is `latest`.");
  }

  @Test
  void neverShowsASecret() {
    SchemaCase short7 = SchemaCase.shop("adminPassword: hunter2\n");
    SchemaCase number = SchemaCase.shop("adminPassword: 123456789012\n");
    assertThat(short7.messages())
        .containsExactly("`adminPassword` must have at least 12 characters, and has 7.");
    assertThat(number.messages())
        .containsExactly("`adminPassword` must be a string, and is a number.");
    assertThat(number.judge().toString()).doesNotContain("123456789012");
  }

  @Test
  void namesANullThatHelmKeeps() {
    assertThat(SchemaCase.shop("debug: null\n").helm("3.17").messages())
        .containsExactly("`debug` must be a boolean, and is null.");
  }

  @Test
  void findsTheItemOfAList() {
    SchemaCase given =
        SchemaCase.shop(
            "hosts:\n  - name: a.example\n  - name: b_b\n  - port: 1\n  - name: a.example\n");
    assertThat(given.lines())
        .containsExactly(
            "environments/prod/values.yaml:1:1-1:6 values-schema-violation"
                + " `hosts` may not hold an item twice.",
            "environments/prod/values.yaml:3:11-3:14 values-schema-violation"
                + " `hosts[1].name` must be a valid `hostname`, and is `b_b`.",
            "environments/prod/values.yaml:4:5-4:5 missing-required-value `hosts[2].name` is"
                + " required by the schema of chart `shop`, and no layer sets it.");
    assertThat(given.judge().diagnostics().getLast().fixes())
        .extracting(SchemaCase::applied)
        .containsExactly(
            """
            hosts:
              - name: a.example
              - name: b_b
              - port: 1
                name: ""
              - name: a.example
            """);
  }

  @Test
  void judgesEverySubchartByItsOwnSchemaOnItsOwnValues() {
    SourceFile cache =
        new SourceFile(
            "charts/cache/values.schema.json",
            "{\"properties\": {\"size\": {\"type\": \"integer\"}, \"global\": {\"required\":"
                + " [\"zone\"]}}}");
    SchemaScope scope =
        new SchemaScope(
            "shop",
            Optional.empty(),
            List.of(new SchemaScope("cache", Optional.of(cache), List.of())));
    MapValue values =
        SchemaCase.schema("{}")
            .file("prod.yaml", "cache:\n  size: big\n  global: {}\nsize: small\n")
            .values();

    List<String> found =
        new ValuesSchemaValidator()
            .validate(scope, values).diagnostics().stream().map(SchemaCase::line).toList();

    assertThat(found)
        .containsExactly(
            "prod.yaml:2:9-2:12 values-type-mismatch"
                + " `cache.size` must be an integer, and is the string `\"big\"`.",
            "prod.yaml:3:3-3:9 missing-required-value `cache.global.zone` is required by the schema"
                + " of chart `cache`, and no layer sets it.");
  }

  @Test
  void reportsTheBranchThatWasMeant() {
    SchemaCase given =
        SchemaCase.schema(
                """
                {"properties": {
                  "strategy": {"oneOf": [
                    {"properties": {"kind": {"const": "rolling"}, "max": {"type": "integer"}}, "required": ["kind"]},
                    {"properties": {"kind": {"const": "recreate"}}, "required": ["kind"], "additionalProperties": false}
                  ]},
                  "port": {"anyOf": [{"type": "integer"}, {"type": "string"}]},
                  "level": {"anyOf": [{"const": "low"}, {"enum": ["high", "top"]}]},
                  "auth": {"oneOf": [{"required": ["token"]}, {"required": ["user"]}]},
                  "both": {"oneOf": [{"type": "integer"}, {"minimum": 1}]}
                }}
                """)
            .file(
                "prod.yaml",
                """
                strategy:
                  kind: rolling
                  max: many
                port: [1]
                level: hihg
                auth: {}
                both: 5
                """);
    assertThat(given.lines())
        .containsExactly(
            "prod.yaml:3:8-3:12 values-type-mismatch"
                + " `strategy.max` must be an integer, and is the string `\"many\"`.",
            "prod.yaml:4:1-4:5 values-type-mismatch"
                + " `port` must be an integer or a string, and is a list of 1 item.",
            "prod.yaml:5:8-5:12 values-schema-violation `level` must be one of `low`, `high` or"
                + " `top`, and is `hihg`: did you mean `high`?",
            "prod.yaml:6:1-6:5 missing-required-value Exactly one of `auth.token` or `auth.user` is"
                + " required by the schema of chart `shop`, and no layer sets any.",
            "prod.yaml:7:7-7:8 values-schema-violation `both` must fit exactly one of the"
                + " alternatives in its schema, and fits number 1 and 2.");
  }

  @Test
  void explainsConditionsExclusionsAndDependencies() {
    SchemaCase given =
        SchemaCase.schema(
                """
                {"properties": {"mode": {"not": {"const": "off"}}, "old": false},
                 "not": {"required": ["a", "b"]},
                 "if": {"properties": {"tls": {"const": true}}, "required": ["tls"]},
                 "then": {"required": ["cert"]},
                 "dependentRequired": {"user": ["secretName"]},
                 "propertyNames": {"maxLength": 6}}
                """)
            .file("prod.yaml", "mode: 'off'\nold: 1\na: 1\nb: 2\ntls: true\nuser: x\ntoolong: 1\n");
    assertThat(given.messages())
        .containsExactlyInAnyOrder(
            "`mode` may not be `off`.",
            "`old` may not be set: the schema of chart `shop` forbids it.",
            "The values of chart `shop` may not have the keys `a` and `b` together.",
            "`cert` is required by the schema of chart `shop`, and no layer sets it.",
            "`secretName` is required where `user` is set, and no layer sets it.",
            "`toolong` has a key that the schema of chart `shop` does not allow here.");
  }

  @Test
  void closesAMapOverAllItsSchemas() {
    String schema =
        """
        {"$schema": "https://json-schema.org/draft/2020-12/schema",
         "allOf": [{"properties": {"name": {"type": "string"}}}],
         "properties": {"size": {"type": "integer"}},
         "unevaluatedProperties": false}
        """;
    assertThat(SchemaCase.schema(schema).file("v.yaml", "name: a\nnames: b\nsize: 1\n").lines())
        .containsExactly(
            "v.yaml:2:1-2:6 unknown-values-key `names` is no key that the schema of chart `shop`"
                + " knows: did you mean `name`?");
    assertThat(SchemaCase.schema(schema).file("v.yaml", "name: 1\nsize: 1\n").messages())
        .as("a broken branch gives no complaint of keys that are known")
        .containsExactly("`name` must be a string, and is the number `1`.");
  }

  @Test
  void bindsTheNumberOfDiagnostics() {
    String values =
        "hosts:\n"
            + String.join("", IntStream.range(0, 300).mapToObj(i -> "  - " + i + "\n").toList());
    SchemaVerdict verdict = SchemaCase.shop(values).judge();
    assertThat(verdict.diagnostics()).hasSize(201);
    assertThat(verdict.diagnostics())
        .extracting(Diagnostic::message)
        .contains("100 more violations of the schema of chart `shop` are not shown.");
  }

  @Test
  void givesUpOnAlternativesThatMultiply() {
    StringBuilder defs = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      defs.append(
          "\"n%d\": {\"anyOf\": [{\"$ref\": \"#/$defs/n%d\"}, {\"$ref\": \"#/$defs/n%d\"}]},"
              .formatted(i, i + 1, i + 1));
    }
    SchemaVerdict verdict =
        SchemaCase.schema(
                "{\"$ref\": \"#/$defs/n0\", \"$defs\": {"
                    + defs
                    + "\"n40\": {\"type\": \"string\"}}}")
            .file("prod.yaml", "a: 1\n")
            .judge();
    assertThat(verdict.diagnostics()).isEmpty();
    assertThat(verdict.notChecked())
        .extracting(NotChecked::reason)
        .containsExactly(
            "The values of chart `shop` were not checked against its schema, because its"
                + " alternatives multiply beyond the limit of work.");
  }

  @Test
  void followsASchemaThatContainsItself() {
    String schema =
        "{\"$ref\": \"#/$defs/tree\", \"$defs\": {\"tree\": {\"allOf\": [{\"type\": \"object\","
            + " \"additionalProperties\": {\"$ref\": \"#/$defs/tree\"}}]}}}";
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      deep.append("{a: ");
    }
    String values = "a: " + deep + "1" + "}".repeat(150) + "\n";
    assertThat(SchemaCase.schema(schema).file("prod.yaml", values).judge().diagnostics())
        .singleElement()
        .extracting(Diagnostic::message)
        .asString()
        .endsWith("must be a map, and is the number `1`.");
  }
}
