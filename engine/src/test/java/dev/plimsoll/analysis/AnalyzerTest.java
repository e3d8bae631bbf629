package dev.plimsoll.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.project.TextTree;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AnalyzerTest extends AnalyzerBench {

  @Test
  void joinsWhatManyCellsSayAboutOneLine() {
    AnalysisResult result = analyze(ESTATE);

    assertThat(lines(result))
        .containsExactly(
            "charts/shop/values.yaml:1:6 error floating-image-tag: The tag may move."
                + " [shop/dev/dev-us, shop/prod/prod-eu, shop/prod/prod-us]");
    assertThat(result.bugs()).isEmpty();
    assertThat(result.notChecked()).isEmpty();
    assertThat(result.summary()).isEqualTo(new Summary(1, 2, 3, 3, 0, 1, 0, 0, 0, 0));
  }

  @Test
  void fillsPlaceholdersAndSharesValuesBetweenClusters() {
    List<ReleaseInstance> releases = analyze(ESTATE).estate().releases();

    assertThat(releases)
        .extracting(each -> each.cell().cluster() + " " + each.namespace())
        .containsExactly("dev-us shop-dev", "prod-eu shop-prod", "prod-us shop-prod");
    assertThat(releases.get(1).effective()).isSameAs(releases.get(2).effective());
    assertThat(number(releases.get(1), "replicas")).isEqualTo(3);
    assertThat(number(releases.get(0), "replicas")).isEqualTo(1);
  }

  @Test
  void theStrictestAffectedProfileDecidesTheSeverity() {
    String dev = ESTATE.replace("replicas: 3", "replicas: 3\ntag: v1");

    assertThat(lines(analyze(dev)))
        .containsExactly(
            "charts/shop/values.yaml:1:6 info floating-image-tag: The tag may move."
                + " [shop/dev/dev-us]");
  }

  @Test
  void aRuleThatIsOffInAProfileDoesNotNameItsEnvironments() {
    RuleCatalog catalog = catalog(Map.of(Profile.PRODUCTION, Severity.WARNING));

    assertThat(lines(analyze(ESTATE, catalog, AnalysisOptions.none())))
        .containsExactly(
            "charts/shop/values.yaml:1:6 warning floating-image-tag: The tag may move."
                + " [shop/prod/prod-eu, shop/prod/prod-us]");
  }

  @Test
  void theProjectMaySetASeverityOrTurnARuleOff() {
    assertThat(lines(analyze(withSection("rules: {floating-image-tag: {severity: warning}}"))))
        .singleElement()
        .asString()
        .contains(" warning ");
    assertThat(lines(analyze(withSection("rules: {floating-image-tag: {severity: off}}"))))
        .isEmpty();
  }

  @Test
  void anOptionMayReplaceEveryProfile() {
    AnalysisOptions options =
        new AnalysisOptions(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.of(Profile.DEVELOPMENT),
            Optional.of("ns"));
    AnalysisResult result = analyze(ESTATE, catalog(), options);

    assertThat(lines(result)).singleElement().asString().contains(" info ");
    assertThat(result.estate().releases())
        .extracting(ReleaseInstance::namespace)
        .containsOnly("ns");
  }

  @Test
  void schemasJudgeTheEffectiveValues() {
    String estate = ESTATE.replace("replicas: 3", "replicas: none");

    assertThat(lines(analyze(estate)))
        .anyMatch(line ->
            line.startsWith("environments/prod/values.yaml:1:11 error values-type-mismatch")
                && line.endsWith("[shop/prod/prod-eu, shop/prod/prod-us]"));
  }

  @Test
  void encryptedValuesAreJudgedByTypeAlone() {
    String secrets =
        """
        replicas: ENC[AES256_GCM,data:Zg==,iv:aQ==,tag:dA==,type:%s]
        sops:
          mac: ENC[AES256_GCM,data:Zg==,iv:aQ==,tag:dA==,type:str]
          version: 3.13.3
        """;
    TextTree files = TextTree.of(ESTATE);
    files.put(
        "charts/shop/values.schema.json",
        """
        {"type": "object", "additionalProperties": false,
         "properties": {"tag": {}, "replicas": {"type": "integer", "minimum": 5}}}
        """);
    files.put("environments/dev/values.yaml", "replicas: 7\n");
    files.put("environments/prod/values.yaml", secrets.formatted("int"));
    AnalysisResult fits = analyze(files, catalog(), AnalysisOptions.none());
    files.put("environments/prod/values.yaml", secrets.formatted("str"));
    AnalysisResult clashes = analyze(files, catalog(), AnalysisOptions.none());

    assertThat(lines(fits)).noneMatch(line -> line.startsWith("environments/"));
    assertThat(fits.estate().releases().get(1).effective().values().entries())
        .doesNotContainKey("sops");
    assertThat(lines(clashes))
        .anyMatch(line ->
            line.startsWith("environments/prod/values.yaml:1:11 error values-type-mismatch"));
  }

  @Test
  void optionsOfTheCommandLineAreTheStrongestLayers() {
    AnalysisOptions options =
        new AnalysisOptions(
            List.of("prod"),
            List.of(
                new Layer(
                    Layer.Kind.VALUES_FILE, new SourceFile("extra.yaml", "replicas: 8\ntag: v2\n")),
                new Layer(Layer.Kind.SET, new SourceFile("--set", "replicas=9"))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    AnalysisResult result = analyze(ESTATE, catalog(), options);

    assertThat(result.diagnostics()).isEmpty();
    assertThat(number(result.estate().releases().getFirst(), "replicas")).isEqualTo(9);
    assertThat(result.estate().otherFiles()).isEmpty();
  }

  @Test
  void oneReleaseOfOneChartNeedsNoProject() {
    AnalysisOptions options =
        new AnalysisOptions(
            List.of(),
            List.of(new Layer(Layer.Kind.SET, new SourceFile("--set", "replicas=2"))),
            Optional.empty(),
            Optional.empty(),
            Optional.of("mine"));
    Workspace workspace = new Workspace(TextTree.of(ESTATE), options, TODAY);
    AnalysisResult result =
        new Analyzer(catalog(), List.of(TAGS))
            .load(workspace, new NamedRelease("demo", "charts/shop"));

    ReleaseInstance release = result.estate().releases().getFirst();
    assertThat(release.cell()).isEqualTo(new Affected("demo", "default", ""));
    assertThat(release.namespace()).isEqualTo("mine");
    assertThat(number(release, "replicas")).isEqualTo(2);
    assertThat(result.diagnostics()).isEmpty();
  }

  @Test
  void aRuleThatFailsLosesNothingOfTheOthers() {
    Rule broken =
        new Rule() {
          @Override
          public RuleId id() {
            return new RuleId("broken-rule");
          }

          @Override
          public void check(RuleContext context, DiagnosticSink sink) {
            sink.report(
                Diagnostic.of(
                    id(),
                    context.estate().charts().getFirst().chartYaml().source().start(),
                    "Said."));
            throw new IllegalStateException("out of luck");
          }
        };
    AnalysisResult result =
        new Analyzer(catalog(), List.of(broken, TAGS))
            .analyze(new Workspace(TextTree.of(ESTATE), AnalysisOptions.none(), TODAY));

    assertThat(result.bugs())
        .singleElement()
        .matches(bug -> bug.where().equals("rule broken-rule"))
        .matches(bug -> bug.summary().equals("java.lang.IllegalStateException: out of luck"))
        .matches(bug -> bug.stackTrace().contains("AnalyzerTest"));
    assertThat(lines(result)).hasSize(2).anyMatch(line -> line.contains("floating-image-tag"));
  }

  @Test
  void filesThatBelongToNoReleaseAreInTheEstate() {
    TextTree files = TextTree.of(ESTATE);
    files.put("old/values-test.yaml", "a: 1\n");
    files.put("old/secrets.yaml", "apiVersion: v1\nkind: Secret\n");
    files.put("old/token.enc.yaml", "a: 1\n");
    AnalysisResult result = analyze(files, catalog(), environment("dev"));

    assertThat(result.estate().otherFiles())
        .extracting(each -> each.yaml().source().path() + " " + each.kind())
        .containsExactly("old/token.enc.yaml SECRETS", "old/values-test.yaml VALUES");
  }

  @Test
  void aLargeMatrixIsComputedInOrder() {
    StringBuilder estate = new StringBuilder();
    estate.append(
        "# file: plimsoll.yaml\napiVersion: plimsoll.dev/v1\nkind: Project\nenvironments:\n");
    for (int i = 0; i < 8; i++) {
      estate.append("  dev-").append(i).append(":\n");
    }
    estate.append("releases:\n");
    for (int i = 0; i < 100; i++) {
      estate.append("  - {name: r").append(100 + i).append(", chart: c, values: ['v/").append(i);
      estate.append("-{environment}.yaml']}\n");
    }
    TextTree files = TextTree.of(estate.toString());
    files
        .put("c/Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\n")
        .put("c/values.yaml", "replicas: 1\n");
    for (int i = 0; i < 100; i++) {
      for (int j = 0; j < 8; j++) {
        files.put("v/" + i + "-dev-" + j + ".yaml", "replicas: " + (i * 8 + j) + "\n");
      }
    }
    List<ReleaseInstance> releases =
        analyze(files, catalog(), AnalysisOptions.none()).estate().releases();

    assertThat(releases).hasSize(800);
    for (int i = 0; i < 800; i++) {
      assertThat(number(releases.get(i), "replicas")).isEqualTo(i);
    }
  }
}
