package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.Located;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.yaml.YamlParser;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProjectLoaderTest {

  private static final String HEAD = "apiVersion: plimsoll.dev/v1\nkind: Project\n";

  private static final RuleCatalog CATALOG =
      new RuleCatalog(
          List.of(
              rule("missing-cpu-limit", List.of("kube-linter:unset-cpu"), List.of()),
              rule(
                  "registry-not-allowed",
                  List.of(),
                  List.of(
                      new RuleMetadata.Parameter("registries", "strings", "[]", "Registries."),
                      new RuleMetadata.Parameter("depth", "integer", "1", "Depth."),
                      new RuleMetadata.Parameter("strict", "boolean", "false", "Strict."),
                      new RuleMetadata.Parameter("mirror", "string", "", "Mirror."))),
              rule("writable-root-filesystem", List.of(), List.of())));

  @Test
  void readsEverySection() {
    LoadedProject loaded =
        load(
            """
            helm: {version: "3.22"}
            clusters:
              prod-us: {context: admin@us, kubernetes: "1.35"}
              prod-eu:
            environments:
              dev:
              prod: {clusters: [prod-us, prod-eu]}
              tryout: {profile: development}
            releases:
              - name: shop
                chart: charts/shop
                namespace: "shop-{environment}"
                values: ["environments/{environment}/values.yaml"]
              - {name: legacy, chart: charts/legacy, environments: [prod]}
            rules:
              missing-cpu-limit: {severity: off}
              registry-not-allowed:
                severity: warning
                params: {registries: [a.example, b.example], depth: 3, strict: yes, mirror: m}
            suppressions:
              - rule: writable-root-filesystem
                release: legacy
                reason: Replaced in spring.
                owner: team-a
                expires: 2027-03-31
            parity: {compare: [[dev, prod]], allow: [replicaCount]}
            deploy:
              gates: {}
              waves: []
              freeze: []
              approvals: {}
              smokeTests: []
              notify: []
            """);
    Project project = loaded.project();

    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(loaded.isUnreadable()).isFalse();
    assertThat(project.helm()).isEqualTo(HelmVersion.parse("3.22").orElseThrow());
    assertThat(project.clusters())
        .extracting(cluster -> cluster.name().value())
        .containsExactly("prod-us", "prod-eu");
    assertThat(project.clusters().getFirst().context().map(Located::value)).hasValue("admin@us");
    assertThat(project.environments())
        .extracting(each -> each.name().value() + " " + each.profile())
        .containsExactly("dev DEVELOPMENT", "prod PRODUCTION", "tryout DEVELOPMENT");
    assertThat(project.environments().get(1).clusters())
        .extracting(Located::value)
        .containsExactly("prod-us", "prod-eu");
    assertThat(project.releases())
        .extracting(each -> each.name().value())
        .containsExactly("shop", "legacy");
    assertThat(project.releases().get(1).isIn("dev")).isFalse();
    assertThat(project.releases().get(1).namespace().value()).isEqualTo("default");
    assertThat(project.rules().getFirst().level()).hasValue(new RuleSetting.Level.Off());
    assertThat(project.rules().get(1).level()).hasValue(new RuleSetting.Level.At(Severity.WARNING));
    assertThat(project.rules().get(1).params())
        .isEqualTo(
            Map.of(
                "registries",
                List.of("a.example", "b.example"),
                "depth",
                3L,
                "strict",
                true,
                "mirror",
                "m"));
    Suppression suppression = project.suppressions().getFirst();
    assertThat(suppression.rules()).containsExactly(new RuleId("writable-root-filesystem"));
    assertThat(suppression.expires().map(Located::value)).hasValue(LocalDate.of(2027, 3, 31));
    assertThat(suppression.isExpired(LocalDate.of(2027, 3, 31))).isFalse();
    assertThat(suppression.isExpired(LocalDate.of(2027, 4, 1))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "enviroments: {}|3:1|The project file has no key <enviroments>; did you mean"
            + " <environments>?",
        "nonsense: 1|3:1|The project file has no key <nonsense>; it has <apiVersion>, <kind>,"
            + " <helm>, <workloads>, <clusters>, <environments>, <releases>, <rules>, <rulePacks>,"
            + " <admissionPolicies>, <suppressions>, <parity> and <deploy>.",
        "helm: {version: 4.10}|3:17|<helm.version> must be text, and without quotes this is a"
            + " number.",
        "helm: {version: \"latest\"}|3:17|<helm.version> must be a version such as <4.3> or"
            + " <3.22.0>.",
        "helm: {version: \"9.1\"}|3:17|Helm 9.1 is not modelled; this Plimsoll knows 3.0 to 4.3.1.",
        "helm: \"4.3\"|3:7|<helm> must be a mapping, and this is text.",
        "environments: {prod: {profile: prodction}}|3:32|There is no profile <prodction>; there are"
            + " <development>, <staging> and <production>; did you mean <production>?",
        "environments: [prod]|3:15|<environments> must be a mapping, and this is a list.",
        "environments: {prod: {clusters: [us, us]}}|3:38|The cluster <us> is named twice.",
        "clusters: {us: {kubernetes: \"new\"}}|3:29|<clusters.us.kubernetes> must be a version such"
            + " as <1.35>.",
        "releases: [{chart: c}]|3:13|<releases[0]> must say <name>.",
        "releases: [{name: Shop, chart: c}]|3:19|Helm refuses this release name: it must be at most"
            + " 53 lower-case letters, digits, <-> and <.>.",
        "releases: [{name: a, chart: c}, {name: a, chart: d}]|3:40|There is already a release <a>"
            + " in this namespace, and Helm has one of each name.",
        "releases: [{name: a, chart: c, environments: [prd]}]|3:47|There is no environment <prd>.",
        "releases: [{name: a, chart: \"c/{enviroment}\"}]|3:29|There is no placeholder"
            + " <{enviroment}>; did you mean <{environment}>?",
        "rules: {missing-cpu-limt: {severity: error}}|3:9|There is no rule <missing-cpu-limt>; did"
            + " you mean <missing-cpu-limit>?",
        "rules: {missing-cpu-limit: {severity: eror}}|3:39|<rules.missing-cpu-limit.severity> must"
            + " be one of <error>, <warning>, <info> and <off>; did you mean <error>?",
        "rules: {missing-cpu-limit: {severity: on}}|3:39|<rules.missing-cpu-limit.severity> must be"
            + " one of <error>, <warning>, <info> and <off>.",
        "rules: {missing-cpu-limit: {params: {a: 1}}}|3:37|<missing-cpu-limit> has no parameters.",
        "rules: {registry-not-allowed: {params: {registris:"
            + " []}}}|3:41|<rules.registry-not-allowed.params> has no key <registris>; did you mean"
            + " <registries>?",
        "rules: {registry-not-allowed: {params: {depth:"
            + " deep}}}|3:48|<rules.registry-not-allowed.params.depth> must be a whole number.",
        "rules: {registry-not-allowed: {params: {registries:"
            + " a}}}|3:53|<rules.registry-not-allowed.params.registries> must be a list, and this"
            + " is text.",
        "suppressions: [{rule: missing-cpu-limit}]|3:23|A suppression must say its <reason>, so"
            + " this one suppresses nothing.",
        "suppressions: [{rule: missing-cpu-limit, reason: \" \"}]|3:42|A suppression must say its"
            + " <reason>, so this one suppresses nothing.",
        "suppressions: [{reason: r}]|3:16|<suppressions[0]> must say the <rule> that it"
            + " suppresses.",
        "suppressions: [{rule: mising-cpu-limit, reason: r}]|3:23|There is no rule"
            + " <mising-cpu-limit>; did you mean <missing-cpu-limit>?",
        "suppressions: [{rule: not-cheked, reason: r}]|3:23|There is no rule <not-cheked>; did you"
            + " mean <not-checked>?",
        "suppressions: [{rule: missing-cpu-limit, reason: r, expires:"
            + " 2027-02-29}]|3:62|<suppressions[0].expires> must be a date such as <2027-03-31>.",
        "suppressions: [{rule: missing-cpu-limit, reason: r, until:"
            + " 2027-02-28}]|3:53|<suppressions[0]> has no key <until>; it has <rule>, <release>,"
            + " <environment>, <cluster>, <path>, <kind>, <name>, <container>, <reason>, <owner>"
            + " and <expires>.",
        "parity: {compare: [[prod]]}|3:20|<parity.compare[0]> must name at least two environments.",
        "deploy: {wave: []}|3:10|<deploy> has no key <wave>; did you mean <waves>?",
        "deploy: {waves: {}}|3:17|<deploy.waves> must be a list, and this is a mapping.",
        "kind: Project|3:1|<kind> is said twice, and only this one counts; join the two.",
      })
  void saysWhatIsWrongAndWhere(String line, String place, String message) {
    List<Diagnostic> found = load(line + "\n").diagnostics();

    assertThat(found)
        .extracting(each -> each.location().position() + " " + each.message())
        .contains(place + " " + message.replace('<', '`').replace('>', '`'));
  }

  @Test
  void aMisspelledKeyIsPutRightByItsFix() {
    Diagnostic found = load("enviroments: {}\n").diagnostics().getFirst();

    assertThat(found.rule()).isEqualTo(ProjectRules.INVALID_PROJECT_FILE);
    assertThat(applied(found)).isEqualTo(HEAD + "environments: {}\n");
  }

  @Test
  void aMisspelledNameInQuotesKeepsThem() {
    Diagnostic found =
        load("suppressions: [{rule: 'missing-cpu-limits', reason: r}]\n").diagnostics().getFirst();

    assertThat(found.rule()).isEqualTo(ProjectRules.UNKNOWN_PROJECT_RULE);
    assertThat(applied(found))
        .isEqualTo(HEAD + "suppressions: [{rule: 'missing-cpu-limit', reason: r}]\n");
  }

  @Test
  void aVersionWithoutQuotesIsQuotedAsItIsWritten() {
    Diagnostic found = load("helm: {version: 3.20}\n").diagnostics().getFirst();

    assertThat(applied(found)).isEqualTo(HEAD + "helm: {version: \"3.20\"}\n");
  }

  @Test
  void oneMistakeDoesNotHideTheNext() {
    LoadedProject loaded =
        load(
            """
            enviroments: {}
            releases: [{name: shop}]
            suppressions: [{rule: nonsense-rule}]
            """);

    assertThat(loaded.diagnostics())
        .extracting(each -> each.location().position().line())
        .containsExactlyInAnyOrder(3, 4, 5, 5);
    assertThat(loaded.isUnreadable()).isFalse();
  }

  @Test
  void aScopeThatCannotBeReadDoesNotWidenASuppression() {
    LoadedProject loaded =
        load("suppressions: [{rule: missing-cpu-limit, reason: r, release: 7}]\n");

    assertThat(loaded.project().suppressions()).isEmpty();
    assertThat(loaded.diagnostics()).hasSize(1);
  }

  @Test
  void aliasesAndMergeKeysAreFollowed() {
    LoadedProject loaded =
        load(
            """
            suppressions:
              - &known {rule: missing-cpu-limit, reason: Known., environment: dev}
              - {<<: *known, environment: staging}
            """);

    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(loaded.project().suppressions())
        .extracting(each -> each.environment().orElseThrow().value() + " " + each.reason().value())
        .containsExactly("dev Known.", "staging Known.");
  }

  @Test
  void anAliasOfAnotherToolNamesOurRule() {
    LoadedProject loaded = load("suppressions: [{rule: 'kube-linter:unset-cpu', reason: r}]\n");

    assertThat(loaded.project().suppressions().getFirst().rules())
        .containsExactly(new RuleId("missing-cpu-limit"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing\n",
        "[]\n",
        "kind: Project\n",
        "apiVersion: plimsoll.dev/v1\n",
        "apiVersion: plimsoll.dev/v2\nkind: Project\n",
        "apiVersion: plimsoll.dev/v1\nkind: Projekt\n",
        "apiVersion: plimsoll.dev/v1\nkind: Project\nrules: {\n",
        "apiVersion: plimsoll.dev/v1\nkind: Project\nrules:\n\ta: b\n",
      })
  void whatIsNoProjectFileIsUnreadable(String text) {
    LoadedProject loaded = loadAll(TextTree.of("").put("plimsoll.yaml", text));

    assertThat(loaded.isUnreadable()).isTrue();
    assertThat(loaded.diagnostics()).isNotEmpty();
    assertThat(loaded.diagnostics().getFirst().location().file().path()).isEqualTo("plimsoll.yaml");
  }

  @Test
  void aProjectFileThatMayNotBeReadIsUnreadable() {
    LoadedProject loaded =
        loadAll(TextTree.of("").put("plimsoll.yaml", new FileContent.Refused("It is too large.")));

    assertThat(loaded.isUnreadable()).isTrue();
    assertThat(loaded.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("The project file was not read: It is too large.");
  }

  @Test
  void aMissingVersionIsAddedByItsFix() {
    LoadedProject loaded = loadAll(TextTree.of("").put("plimsoll.yaml", "kind: Project\n"));

    assertThat(applied(loaded.diagnostics().getFirst()))
        .isEqualTo("apiVersion: plimsoll.dev/v1\nkind: Project\n");
  }

  @Test
  void aProjectFileByAnotherNameIsPointedAt() {
    LoadedProject loaded = loadAll(TextTree.of("").put(".plimsoll.yaml", HEAD));

    assertThat(loaded.isUnreadable()).isFalse();
    assertThat(loaded.diagnostics())
        .extracting(each -> each.location() + " " + each.message())
        .containsExactly(
            ".plimsoll.yaml:1:1 This file is not read, because the project file is named"
                + " `plimsoll.yaml`; rename it.");
  }

  private static LoadedProject load(String sections) {
    return loadAll(TextTree.of("").put("plimsoll.yaml", HEAD + sections));
  }

  private static LoadedProject loadAll(TextTree files) {
    return new ProjectLoader(CATALOG, YamlParser::parse).load(files);
  }

  private static String applied(Diagnostic diagnostic) {
    Fix fix = diagnostic.fixes().getFirst();
    String text = diagnostic.location().file().text();
    return text.substring(0, fix.edits().getFirst().location().span().start())
        + fix.edits().getFirst().newText()
        + text.substring(fix.edits().getFirst().location().span().end());
  }

  static RuleMetadata rule(String id, String alias) {
    return rule(id, List.of(alias), List.of());
  }

  private static RuleMetadata rule(
      String id, List<String> aliases, List<RuleMetadata.Parameter> parameters) {
    return new RuleMetadata(
        new RuleId(id),
        aliases,
        "workload",
        Map.of(Profile.PRODUCTION, Severity.ERROR),
        "Summary.",
        "Why.",
        "Never.",
        List.of(),
        parameters,
        false);
  }
}
