package dev.plimsoll.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.rules.example.ExampleWorkspace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which schemas the objects of a workspace are compared with. */
class ObjectSchemasTest {

  private static final String CUSTOM =
      """
      # file: charts/app/templates/backup.yaml
      apiVersion: example.com/v1
      kind: Backup
      metadata:
        name: nightly
      spec:
        kep: 3
      ---
      apiVersion: example.com/v1
      kind: Backup
      metadata:
        name: weekly
      spec:
        keep: many
      """;

  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: backups.example.com
      spec:
        group: example.com
        scope: Namespaced
        names: {kind: Backup, plural: backups}
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      keep: {type: integer}
      """;

  private static final List<String> FOUND =
      List.of(
          "unknown-object-field charts/app/templates/backup.yaml:6",
          "object-type-mismatch charts/app/templates/backup.yaml:13");

  @Test
  void aKindThatNobodyDefinesIsNotCheckedAndSaidOnce() {
    AnalysisResult result = BuiltInExamples.analyze(ExampleWorkspace.parse(CUSTOM));

    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.notChecked())
        .extracting(NotChecked::reason)
        .containsExactly(
            "Objects of `example.com/v1` Backup are compared with no schema, because no custom"
                + " resource definition of the charts or the workspace has that kind.");
  }

  @Test
  void aDefinitionInTheChartIsASchema() {
    assertThat(found(CUSTOM + "# file: charts/app/crds/backup.yaml\n" + DEFINITION))
        .isEqualTo(FOUND);
  }

  @Test
  void aDefinitionInATemplateIsASchema() {
    assertThat(found(CUSTOM + "# file: charts/app/templates/definition.yaml\n" + DEFINITION))
        .isEqualTo(FOUND);
  }

  @Test
  void aDefinitionInAFileBesideChartsIsASchema() {
    assertThat(found(CUSTOM + "# file: definitions/backup.yaml\n" + DEFINITION)).isEqualTo(FOUND);
  }

  @Test
  void aHookAndTheItemsOfAListAreObjects() {
    String objects =
        """
        # file: charts/app/templates/list.yaml
        apiVersion: v1
        kind: List
        items:
          - apiVersion: v1
            kind: ConfigMap
            metadata:
              name: a
            dta: {}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: b
          annotations:
            helm.sh/hook: pre-install
        dta: {}
        """;

    assertThat(found(objects))
        .containsExactly(
            "unknown-object-field charts/app/templates/list.yaml:8",
            "unknown-object-field charts/app/templates/list.yaml:16");
  }

  @Test
  void theVersionOfTheClusterDecides() {
    String objects =
        """
        # file: plimsoll.yaml
        apiVersion: plimsoll.dev/v1
        kind: Project
        clusters:
          old: {context: old, kubernetes: "1.33"}
          new: {context: new, kubernetes: "1.36"}
          ancient: {context: ancient, kubernetes: "1.29"}
        environments:
          prod: {profile: production, clusters: [old, new, ancient]}
        releases:
          - {name: app, chart: charts/app, namespace: app, values: []}
        # file: charts/app/templates/service.yaml
        apiVersion: v1
        kind: Service
        metadata:
          name: app
        spec:
          type: ExternalName
          externalName: app.example.com
          trafficDistribution: PreferSameZone
        """;
    AnalysisResult result = BuiltInExamples.analyze(ExampleWorkspace.parse(objects));

    assertThat(result.diagnostics())
        .singleElement()
        .satisfies(found ->
            assertThat(found.affects())
                .extracting(cell -> cell.cluster())
                .containsExactly("ancient", "old"));
    assertThat(result.notChecked())
        .extracting(NotChecked::reason)
        .containsExactly(
            "Objects for Kubernetes 1.29 are compared with the schemas of 1.31, the nearest version"
                + " that is known.");
  }

  private static List<String> found(String workspace) {
    AnalysisResult result = BuiltInExamples.analyze(ExampleWorkspace.parse(workspace));
    assertThat(result.notChecked()).isEmpty();
    return result.diagnostics().stream().map(ObjectSchemasTest::shown).toList();
  }

  private static String shown(Diagnostic found) {
    return found.rule()
        + " "
        + found.location().file().path()
        + ":"
        + found.location().file().lines().position(found.location().span().start()).line();
  }
}
