package dev.plimsoll.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.project.ProjectRules;
import dev.plimsoll.project.TextTree;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AnalyzerTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final RuleId FLOATING = new RuleId("floating-image-tag");

  private static final String ESTATE =
      """
      # file: plimsoll.yaml
      apiVersion: plimsoll.dev/v1
      kind: Project
      environments:
        dev: {clusters: [dev-us]}
        prod: {clusters: [prod-us, prod-eu]}
      releases:
        - name: shop
          chart: charts/shop
          namespace: "shop-{environment}"
          values: ["environments/{environment}/values.yaml"]
      # file: charts/shop/Chart.yaml
      apiVersion: v2
      name: shop
      version: 1.0.0
      icon: https://charts.example.org/shop.svg
      # file: charts/shop/templates/values.yaml
      {{ toYaml .Values }}
      # file: charts/shop/values.yaml
      tag: latest
      replicas: 1
      # file: charts/shop/values.schema.json
      {"type": "object", "properties": {"replicas": {"type": "integer", "minimum": 1}}}
      # file: environments/dev/values.yaml
      replicas: 1
      # file: environments/prod/values.yaml
      replicas: 3
      """;

  /**
   * Points at every leaf called {@code tag} that says {@code latest}, with the cells that it
   * reaches.
   */
  private static final Rule TAGS =
      new Rule() {
        @Override
        public RuleId id() {
          return FLOATING;
        }

        @Override
        public void check(RuleContext context, DiagnosticSink sink) {
          for (ReleaseInstance release : context.estate().releases()) {
            Value tag = release.effective().values().entries().get("tag");
            if (tag instanceof ScalarValue(GoScalar.Text(String text), _, _)
                && text.equals("latest")) {
              sink.report(
                  Diagnostic.of(FLOATING, tag.origin().location(), "The tag may move.")
                      .withAffects(List.of(release.cell())));
            }
          }
        }
      };

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
  void aSuppressionOfOneEnvironmentLeavesTheOthers() {
    AnalysisResult result =
        analyze(
            withSection(
                "suppressions: [{rule: floating-image-tag, environment: prod, reason: Soon., owner:"
                    + " a, expires: 2026-11-23}]"));

    assertThat(lines(result))
        .containsExactly(
            "charts/shop/values.yaml:1:6 error floating-image-tag: The tag may move."
                + " [shop/prod/prod-eu, shop/prod/prod-us] accepted: Soon.",
            "charts/shop/values.yaml:1:6 info floating-image-tag: The tag may move."
                + " [shop/dev/dev-us]");
    assertThat(result.summary().suppressed()).isEqualTo(1);
    assertThat(result.summary().error()).isZero();
    assertThat(result.suppressions()).extracting(SuppressionUse::matched).containsExactly(1);
  }

  @Test
  void aSuppressionMatchesByReleaseClusterAndPath() {
    assertThat(accepted("release: shop")).hasSize(3);
    assertThat(accepted("release: other")).isEmpty();
    assertThat(accepted("cluster: prod-eu"))
        .containsExactly(new Affected("shop", "prod", "prod-eu"));
    assertThat(accepted("path: 'charts/**'")).hasSize(3);
    assertThat(accepted("path: 'environments/**'")).isEmpty();
  }

  @Test
  void anExpiredSuppressionAcceptsNothing() {
    AnalysisResult result =
        analyze(
            withSection(
                "suppressions: [{rule: floating-image-tag, reason: Soon., expires: 2026-11-22}]"));

    assertThat(lines(result))
        .anyMatch(line -> line.contains("error floating-image-tag"))
        .contains(
            "plimsoll.yaml:11:67 warning expired-suppression: This suppression held until"
                + " 2026-11-22 and accepts nothing any more; mend what it matches, or decide again"
                + " and set a new date. []");
  }

  @Test
  void anUnusedSuppressionIsPointedAtAndCanBeRemoved() {
    AnalysisResult result =
        analyze(
            withSection(
                """
                suppressions:
                  - rule: floating-image-tag
                    environment: prd
                    reason: Soon.
                  - {rule: floating-image-tag, reason: All.}
                """));

    Diagnostic unused =
        result.diagnostics().stream()
            .filter(each -> each.rule().equals(ProjectRules.UNUSED_SUPPRESSION))
            .findFirst()
            .orElseThrow();
    assertThat(unused.message())
        .isEqualTo(
            "This suppression matches nothing, because there is no environment `prd`; did you mean"
                + " `prod`?");
    assertThat(unused.location()).hasToString("plimsoll.yaml:13:18");
    assertThat(applied(unused))
        .doesNotContain("prd")
        .contains("suppressions:\n  - {rule: floating");
  }

  @Test
  void aPartOfTheMatrixDoesNotMakeASuppressionUnused() {
    AnalysisResult result =
        analyze(
            withSection(
                "suppressions: [{rule: floating-image-tag, environment: prod, reason: Soon.}]"),
            catalog(),
            environment("dev"));

    assertThat(lines(result))
        .containsExactly(
            "charts/shop/values.yaml:1:6 info floating-image-tag: The tag may move."
                + " [shop/dev/dev-us]");
  }

  @Test
  void anEnvironmentThatIsNotThereIsWrongUsage() {
    AnalysisResult result = analyze(ESTATE, catalog(), environment("prd"));

    assertThat(result.usageErrors())
        .containsExactly(
            "There is no environment `prd` (did you mean `prod`?); there is dev, prod.");
    assertThat(result.estate().releases()).isEmpty();
  }

  @Test
  void aBaselineAcceptsWhatWasThereAndNothingNew() {
    String baseline = Baseline.write(analyze(ESTATE, catalog(), environment("dev")).diagnostics());
    TextTree files = TextTree.of(ESTATE).put(Baseline.FILE, baseline);
    AnalysisResult result = analyze(files, catalog(), AnalysisOptions.none());

    assertThat(lines(result))
        .containsExactly(
            "charts/shop/values.yaml:1:6 error floating-image-tag: The tag may move."
                + " [shop/prod/prod-eu, shop/prod/prod-us]",
            "charts/shop/values.yaml:1:6 info floating-image-tag: The tag may move."
                + " [shop/dev/dev-us] accepted: It is in the baseline.");

    files.put(Baseline.FILE, Baseline.write(result.diagnostics()));
    assertThat(analyze(files, catalog(), AnalysisOptions.none()).diagnostics())
        .allMatch(each -> each.accepted().isPresent());
  }

  @Test
  void aBrokenBaselineIsSaidAndAcceptsNothing() {
    TextTree files = TextTree.of(ESTATE).put(Baseline.FILE, "{\"schemaVersion\": 2}");

    assertThat(lines(analyze(files, catalog(), AnalysisOptions.none())))
        .hasSize(2)
        .contains(
            ".plimsoll-baseline.json:1:1 error invalid-project-file: This is no baseline that"
                + " Plimsoll can read; write it again with `plimsoll baseline`. []");
  }

  @Test
  void aMissingLayerIsPointedAtWhereItIsNamed() {
    String estate =
        ESTATE.replace(
            "# file: environments/prod/values.yaml", "# file: environments/prod/value.yaml");

    assertThat(lines(analyze(estate)))
        .contains(
            "plimsoll.yaml:10:14 error missing-values-layer: There is no values file"
                + " `environments/prod/values.yaml`, so Helm would stop; did you mean"
                + " `environments/prod/value.yaml`? [shop/prod/prod-eu, shop/prod/prod-us]");
  }

  @Test
  void aDependencyThatIsNotThereIsNotChecked() {
    TextTree files = TextTree.of(ESTATE);
    files.put(
        "charts/shop/Chart.yaml",
        """
        apiVersion: v2
        name: shop
        version: 1.0.0
        icon: https://charts.example.org/shop.svg
        dependencies:
          - {name: "cache", version: 1.x.x, repository: https://charts.example.org}
        """);
    AnalysisResult result = analyze(files, catalog(), AnalysisOptions.none());

    assertThat(result.notChecked())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.location()).hasToString("charts/shop/Chart.yaml:6:12");
          assertThat(found.reason()).contains("`cache` is not in `charts`");
          assertThat(found.affects()).hasSize(3);
        });
  }

  @Test
  void aLayerThatMayNotBeReadIsNotChecked() {
    TextTree files =
        TextTree.of(ESTATE)
            .put("environments/prod/values.yaml", new FileContent.Refused("It is too large."));

    assertThat(analyze(files, catalog(), AnalysisOptions.none()).notChecked())
        .extracting(each -> each.location() + " " + each.reason() + " " + each.affects().size())
        .containsExactly(
            "plimsoll.yaml:10:14 The values file `environments/prod/values.yaml` was not read: It"
                + " is too large. 2");
  }

  @Test
  void aMissingChartIsPointedAtWhereItIsNamed() {
    AnalysisResult result = analyze(ESTATE.replace("chart: charts/shop", "chart: charts/shp"));

    assertThat(lines(result))
        .contains(
            "plimsoll.yaml:8:12 error invalid-project-file: There is no chart `charts/shp`; did you"
                + " mean `charts/shop`? [shop/dev/dev-us, shop/prod/prod-eu, shop/prod/prod-us]");
    assertThat(result.estate().releases()).isEmpty();
    assertThat(result.estate().charts()).hasSize(1);
  }

  @Test
  void aChartInARegistryIsNotCheckedUnlessThatIsAccepted() {
    String estate =
        ESTATE.replace("chart: charts/shop", "chart: oci://registry.example/charts/shop");
    String suppressed =
        estate.replace(
            "releases:",
            "suppressions: [{rule: not-checked, release: shop, reason: Vendored soon.}]\n"
                + "releases:");

    assertThat(analyze(estate).notChecked())
        .singleElement()
        .matches(each -> each.affects().size() == 3)
        .matches(each -> each.accepted().isEmpty());
    assertThat(analyze(suppressed).notChecked())
        .singleElement()
        .matches(each -> each.accepted().isPresent());
  }

  @Test
  void aClusterPlaceholderNeedsClusters() {
    String estate =
        ESTATE
            .replace("dev: {clusters: [dev-us]}", "dev:")
            .replace("shop-{environment}", "shop-{cluster}");

    assertThat(lines(analyze(estate)))
        .contains(
            "plimsoll.yaml:9:16 error invalid-project-file: The environment `dev` names no"
                + " clusters, so there is nothing to put for `{cluster}`. []");
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
  void everyBrokenFileIsReportedWithTheCellsThatUseIt() {
    TextTree files = TextTree.of(ESTATE);
    files.put("charts/shop/values.yaml", "tag: latest\nimage: {\n");
    files.put("environments/dev/values.yaml", "replicas: [1\n");
    files.put("old/values-test.yaml", "a: 'b\n");

    assertThat(analyze(files, catalog(), AnalysisOptions.none()).diagnostics())
        .filteredOn(each -> each.rule().value().equals("invalid-yaml"))
        .extracting(each -> each.location().file().path() + " " + each.affects().size())
        .contains(
            "charts/shop/values.yaml 3",
            "environments/dev/values.yaml 1",
            "old/values-test.yaml 0");
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
  void anUnreadableProjectFileStopsEverything() {
    AnalysisResult result = analyze(ESTATE.replace("kind: Project", "kind: ["));

    assertThat(result.projectUnreadable()).isTrue();
    assertThat(result.estate().releases()).isEmpty();
    assertThat(result.diagnostics())
        .isNotEmpty()
        .allMatch(each -> each.rule().equals(ProjectRules.INVALID_PROJECT_FILE));
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
  void anUnchangedPartIsNotComputedAgain() {
    Analyzer analyzer = new Analyzer(catalog(), List.of(TAGS));
    AnalysisResult before =
        analyzer.analyze(new Workspace(TextTree.of(ESTATE), AnalysisOptions.none(), TODAY));
    TextTree edited = TextTree.of(ESTATE).put("environments/prod/values.yaml", "replicas: 4\n");
    AnalysisResult after = analyzer.analyze(new Workspace(edited, AnalysisOptions.none(), TODAY));

    assertThat(after.estate().releases().getFirst().effective())
        .isSameAs(before.estate().releases().getFirst().effective());
    assertThat(after.estate().charts().getFirst()).isSameAs(before.estate().charts().getFirst());
    assertThat(number(after.estate().releases().get(1), "replicas")).isEqualTo(4);

    TextTree chartEdited = edited.put("charts/shop/values.yaml", "tag: v1\nreplicas: 1\n");
    assertThat(
            analyzer
                .analyze(new Workspace(chartEdited, AnalysisOptions.none(), TODAY))
                .diagnostics())
        .isEmpty();
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

  private static List<Affected> accepted(String scope) {
    return analyze(
            withSection("suppressions: [{rule: floating-image-tag, reason: r, " + scope + "}]"))
        .diagnostics()
        .stream()
        .filter(each -> each.accepted().isPresent())
        .flatMap(each -> each.affects().stream())
        .toList();
  }

  private static String withSection(String section) {
    return ESTATE.replace(
        "# file: charts/shop/Chart.yaml",
        section.stripTrailing() + "\n# file: charts/shop/Chart.yaml");
  }

  private static AnalysisOptions environment(String name) {
    return new AnalysisOptions(
        List.of(name), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static AnalysisResult analyze(String workspace) {
    return analyze(workspace, catalog(), AnalysisOptions.none());
  }

  private static AnalysisResult analyze(
      String workspace, RuleCatalog catalog, AnalysisOptions options) {
    return analyze(TextTree.of(workspace), catalog, options);
  }

  private static AnalysisResult analyze(
      TextTree files, RuleCatalog catalog, AnalysisOptions options) {
    return new Analyzer(catalog, List.of(TAGS)).analyze(new Workspace(files, options, TODAY));
  }

  private static double number(ReleaseInstance release, String key) {
    MapValue values = release.effective().values();
    return switch (values.entries().get(key)) {
      case ScalarValue(GoScalar.Float64(double value), _, _) -> value;
      case ScalarValue(GoScalar.Int64(long value), _, _) -> value;
      case null, default -> throw new AssertionError(key + " is no number");
    };
  }

  private static List<String> lines(AnalysisResult result) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic each : result.diagnostics()) {
      List<String> affects =
          each.affects().stream()
              .map(cell -> cell.release() + "/" + cell.environment() + "/" + cell.cluster())
              .toList();
      lines.add(
          each.location()
              + " "
              + each.severity().label()
              + " "
              + each.rule()
              + ": "
              + each.message()
              + " "
              + affects
              + each.accepted().map(by -> " accepted: " + by.reason()).orElse(""));
    }
    return lines;
  }

  private static String applied(Diagnostic diagnostic) {
    TextEdit edit = diagnostic.fixes().getFirst().edits().getFirst();
    String text = edit.location().file().text();
    return text.substring(0, edit.location().span().start())
        + edit.newText()
        + text.substring(edit.location().span().end());
  }

  private static RuleCatalog catalog() {
    return catalog(Map.of(Profile.DEVELOPMENT, Severity.INFO, Profile.PRODUCTION, Severity.ERROR));
  }

  private static RuleCatalog catalog(Map<Profile, Severity> floating) {
    Map<Profile, Severity> warning = new EnumMap<>(Profile.class);
    for (Profile profile : Profile.values()) {
      warning.put(profile, Severity.WARNING);
    }
    return new RuleCatalog(
        List.of(
            rule(FLOATING, floating),
            rule(ProjectRules.EXPIRED_SUPPRESSION, warning),
            rule(ProjectRules.UNUSED_SUPPRESSION, warning)));
  }

  private static RuleMetadata rule(RuleId id, Map<Profile, Severity> severities) {
    return new RuleMetadata(
        id, List.of(), "values", severities, "S.", "W.", "N.", List.of(), List.of(), false);
  }

  /** Helmfiles are found again while nothing that they are made of changes, and no longer. */
  @Test
  void helmfilesFollowTheirFilesAndNotThoseOfReleases() {
    TextTree files =
        TextTree.of(
            """
            # file: helmfile.yaml.gotmpl
            environments:
              dev: {values: [env.yaml]}
            ---
            releases:
              - name: shop-{{ .Values.color }}
                chart: ./charts/shop
                values: [shop.yaml]
            # file: env.yaml
            color: red
            # file: shop.yaml
            replicas: 1
            # file: charts/shop/Chart.yaml
            apiVersion: v2
            name: shop
            version: 1.0.0
            """);
    Analyzer analyzer = new Analyzer(new RuleCatalog(List.of()), List.of());
    Workspace workspace = new Workspace(files, AnalysisOptions.none(), TODAY);
    AnalysisResult first = analyzer.analyze(workspace);
    files.put("shop.yaml", "replicas: 2\n");
    AnalysisResult edited = analyzer.analyze(workspace);
    files.put("env.yaml", "color: blue\n");
    AnalysisResult renamed = analyzer.analyze(workspace);

    assertThat(edited.estate().helmfiles().environments().getFirst())
        .isSameAs(first.estate().helmfiles().environments().getFirst());
    assertThat(edited.estate().releases().getFirst().effective().values().entries().get("replicas"))
        .extracting(value -> ((ScalarValue) value).content())
        .isEqualTo(new GoScalar.Float64(2));
    assertThat(renamed.estate().releases())
        .extracting(release -> release.cell().release())
        .containsExactly("shop-blue");
  }
}
