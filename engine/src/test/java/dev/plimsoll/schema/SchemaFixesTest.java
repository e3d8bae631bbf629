package dev.plimsoll.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.RelatedLocation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How values can be mended that a schema refuses. */
final class SchemaFixesTest {

  @Test
  void unquotesANumber() {
    SchemaCase given = SchemaCase.shop("replicaCount: \"3\" # three\n");
    Fix fix = onlyFix(given);
    assertThat(fix.applicability()).isEqualTo(Fix.Applicability.SAFE);
    assertThat(SchemaCase.applied(fix)).isEqualTo("replicaCount: 3 # three\n");
  }

  @Test
  void unquotesABoolean() {
    assertThat(SchemaCase.applied(onlyFix(SchemaCase.shop("debug: 'true'\n"))))
        .isEqualTo("debug: true\n");
  }

  @Test
  void quotesANumberAsItIsWritten() {
    SchemaCase given = SchemaCase.shop("image:\n  tag: 1.10\n");
    assertThat(given.lines())
        .containsExactly(
            "environments/prod/values.yaml:2:8-2:12 values-type-mismatch"
                + " `image.tag` must be a string, and is the number `1.1`.");
    assertThat(SchemaCase.applied(onlyFix(given))).isEqualTo("image:\n  tag: \"1.10\"\n");
  }

  @Test
  void suggestsTheNearestOfAnEnumeration() {
    SchemaCase given = SchemaCase.shop("image:\n  pullPolicy: 'always'\n");
    assertThat(given.lines())
        .containsExactly(
            "environments/prod/values.yaml:2:15-2:23 values-schema-violation `image.pullPolicy`"
                + " must be one of `Always`, `IfNotPresent` or `Never`, and is `always`: did you"
                + " mean `Always`?");
    assertThat(SchemaCase.applied(onlyFix(given))).isEqualTo("image:\n  pullPolicy: 'Always'\n");
  }

  @Test
  void pointsAtAnUnknownKeyAndRenamesItInEveryLayer() {
    SchemaCase given =
        SchemaCase.schema(SchemaCase.SHOP)
            .defaults("image: {tag: \"1\"}\n")
            .file("base.yaml", "replicaCuont: 1\n")
            .file("prod.yaml", "image: {}\n\"replicaCuont\": 2\n");

    Fix fix = onlyFix(given);

    assertThat(given.lines())
        .containsExactly(
            "prod.yaml:2:1-2:15 unknown-values-key `replicaCuont` is no key that the schema of"
                + " chart `shop` knows: did you mean `replicaCount`?");
    assertThat(fix.title()).isEqualTo("Rename `replicaCuont` to `replicaCount`");
    assertThat(fix.applicability()).isEqualTo(Fix.Applicability.SAFE);
    assertThat(fix.edits())
        .extracting(edit -> edit.location() + " " + edit.newText())
        .containsExactly("prod.yaml:2:1 \"replicaCount\"", "base.yaml:1:1 replicaCount");
  }

  @Test
  void suggestsAKeyButNoRenameWhereItIsAlreadySet() {
    SchemaCase given = SchemaCase.shop("replicaCount: 2\nreplicaCont: 3\n");
    assertThat(given.messages())
        .containsExactly(
            "`replicaCont` is no key that the schema of chart `shop` knows: did you mean"
                + " `replicaCount`?");
    assertThat(given.judge().diagnostics().getFirst().fixes()).isEmpty();
  }

  @Test
  void renamesAKeyThatAWeakerLayerSpellsRight() {
    SchemaCase given =
        SchemaCase.schema(SchemaCase.SHOP)
            .defaults("replicaCount: 1\nimage: {tag: \"1\"}\n")
            .file("prod.yaml", "replicaCont: 3\n");

    assertThat(onlyFix(given).edits())
        .extracting(edit -> edit.location() + " " + edit.newText())
        .containsExactly("prod.yaml:1:1 replicaCount");
  }

  @Test
  void suggestsNoKeyOfAnotherType() {
    assertThat(SchemaCase.shop("debugs:\n  level: 3\n").judge().diagnostics().getFirst().fixes())
        .allMatch(fix -> fix.applicability() == Fix.Applicability.UNSAFE);
  }

  @Test
  void asksForAMissingKeyInTheStrongestFileThatHasItsParent() {
    SchemaCase given =
        SchemaCase.schema(SchemaCase.SHOP)
            .file("base.yaml", "image:\n  pullPolicy: Always\n")
            .file("prod.yaml", "replicaCount: 2\n");
    assertThat(given.lines())
        .containsExactly(
            "base.yaml:1:1-1:6 missing-required-value `image.tag` is required by the schema of"
                + " chart `shop`, and no layer sets it.");
    Fix fix = onlyFix(given);
    assertThat(fix.applicability()).isEqualTo(Fix.Applicability.DISPLAY);
    assertThat(SchemaCase.applied(fix)).isEqualTo("image:\n  pullPolicy: Always\n  tag: \"\"\n");
  }

  @Test
  void asksForAMissingKeyInTheOwnFileWhereOnlyTheChartHasItsParent() {
    SchemaCase given =
        SchemaCase.schema(SchemaCase.SHOP)
            .defaults("image:\n  pullPolicy: Always\n")
            .file("prod.yaml", "replicaCount: 2");
    assertThat(given.lines())
        .containsExactly(
            "prod.yaml:1:1-1:1 missing-required-value `image.tag` is required by the schema of"
                + " chart `shop`, and no layer sets it.");
    assertThat(SchemaCase.applied(onlyFix(given)))
        .isEqualTo("replicaCount: 2\nimage:\n  tag: \"\"");
  }

  @Test
  void asksForAMissingKeyInTheChartWhereThereIsNoOtherFile() {
    SchemaCase given = SchemaCase.schema(SchemaCase.SHOP).defaults("image: {pullPolicy: Always}\n");
    assertThat(given.lines())
        .containsExactly(
            "values.yaml:1:1-1:6 missing-required-value `image.tag` is required by the schema of"
                + " chart `shop`, and no layer sets it.");
    assertThat(SchemaCase.applied(onlyFix(given)))
        .isEqualTo("image: {pullPolicy: Always, tag: \"\"}\n");
  }

  @Test
  void writesTheDefaultOfTheSchemaForAMissingKey() {
    SchemaCase given =
        SchemaCase.schema(
                """
                {"required": ["size", "mode"],
                 "properties": {"size": {"default": {"cpu": "100m", "on": true}}, "mode": {"enum": ["off", "auto"]}}}
                """)
            .file("prod.yaml", "a: 1\r\n");
    assertThat(given.judge().diagnostics())
        .flatExtracting(Diagnostic::fixes)
        .extracting(SchemaCase::applied)
        .containsExactly(
            "a: 1\r\nmode: \"off\"\r\n", "a: 1\r\nsize: {cpu: \"100m\", \"on\": true}\r\n");
  }

  @Test
  void blamesTheNullThatRemovesARequiredKey() {
    SchemaCase given = SchemaCase.shop("image:\n  tag: null\n");
    Diagnostic found = given.judge().diagnostics().getFirst();
    assertThat(given.lines())
        .containsExactly(
            "environments/prod/values.yaml:2:3-2:6 missing-required-value `image.tag` is required"
                + " by the schema of chart `shop`, and the null here removes it.");
    assertThat(found.related())
        .extracting(RelatedLocation::message)
        .contains("The weaker layer `values.yaml` sets it here.");
  }

  private static Fix onlyFix(SchemaCase given) {
    List<Fix> fixes =
        given.judge().diagnostics().stream()
            .flatMap(diagnostic -> diagnostic.fixes().stream())
            .toList();
    assertThat(fixes).hasSize(1);
    return fixes.getFirst();
  }
}
