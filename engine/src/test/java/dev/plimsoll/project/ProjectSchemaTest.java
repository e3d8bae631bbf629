package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlParser;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader must agree: one serves editors, the other decides. */
final class ProjectSchemaTest {

  private static final PublishedSchema SCHEMA = new PublishedSchema("plimsoll.schema.json");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "helm: {version: '4.3'}",
        "helm: {version: v3.22.0}",
        "helm:",
        "workloads: [{group: example.com, kind: Worker}]",
        "workloads: [{group: example.com, kind: Worker, podTemplate: spec.worker.template, longRunning: false}]",
        "workloads: [{group: example.com, kind: Worker, podTemplate: , longRunning: }]",
        "workloads:",
        "clusters: {us: {context: a, kubernetes: '1.35'}, eu: }",
        "clusters: {us: {kubernetes: 1.35.2-gke.100}}",
        "clusters: {us: {nodes: [{name: a, count: 3, labels: {size: large}, allocatable: {cpu: 4, memory: 16Gi}}]}}",
        "clusters: {us: {nodes: [{allocatable: {cpu: 3920m}}], quotas: [{namespace: a, hard: {pods: '10'}, scopes: [NotBestEffort]}]}}",
        "clusters: {us: {limitRanges: [{namespace: a, limits: [{type: Container, min: {cpu: 10m}, max: {memory: 1Gi}, default: {}, defaultRequest: , maxLimitRequestRatio: {cpu: 4}}]}]}}",
        "environments: {dev: , prod: {profile: production, clusters: [us]}}",
        "environments:",
        "releases: []",
        "releases: [{name: shop, chart: charts/shop}]",
        "releases: [{name: 'shop-{cluster}', chart: c, namespace: 'a-{environment}', values:"
            + " ['{environment}.yaml'], environments: [default]}]",
        "rules: {some-rule: {severity: off}}",
        "rules: {'kube-linter:some-rule': }",
        "rules: {some-rule: {severity: warning, params: {}}}",
        "rulePacks: []",
        "rulePacks:",
        "admissionPolicies: []",
        "suppressions: [{rule: some-rule, release: a, environment: b, cluster: c, path: d, reason:"
            + " e, owner: f, expires: 2027-03-31}]",
        "suppressions: [{rule: some-rule, kind: DaemonSet, name: 'node-*', container: a, reason: b}]",
        "suppressions: [{rule: not-checked, reason: Known.}]",
        "parity: {compare: [[default, default]], allow: [replicaCount]}",
        "deploy: {gates: {renders: {}}, waves: [], freeze: [], approvals: {}, smokeTests: [], notify: []}",
        "deploy: {gates: }",
      })
  void bothAccept(String section) {
    assertThat(said(section)).isEmpty();
    assertThat(saidBySchema(section)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense: 1",
        "helm: '4.3'",
        "helm: {version: 4.3}",
        "helm: {version: newest}",
        "helm: {versions: '4.3'}",
        "workloads: {group: example.com, kind: Worker}",
        "workloads: [{kind: Worker}]",
        "workloads: [{group: example.com}]",
        "workloads: [{group: '', kind: Worker}]",
        "workloads: [{group: example.com, kind: Worker, podTemplate: 'spec..template'}]",
        "workloads: [{group: example.com, kind: Worker, podTemplate: '$.spec'}]",
        "workloads: [{group: example.com, kind: Worker, longRunning: always}]",
        "workloads: [{group: example.com, kind: Worker, path: spec}]",
        "clusters: [us]",
        "clusters: {us: {contexts: a}}",
        "clusters: {us: {kubernetes: new}}",
        "clusters: {us: {nodes: {allocatable: {cpu: 4}}}}",
        "clusters: {us: {nodes: [{count: 3}]}}",
        "clusters: {us: {nodes: [{count: 0, allocatable: {cpu: 4}}]}}",
        "clusters: {us: {nodes: [{allocatable: {memory: 16GiB}}]}}",
        "clusters: {us: {quotas: [{hard: {pods: 1}}]}}",
        "clusters: {us: {quotas: [{namespace: a, hard: {pods: -1}}]}}",
        "clusters: {us: {limitRanges: [{namespace: a, limits: [{max: {cpu: 1}}]}]}}",
        "clusters: {us: {limitRanges: [{namespace: a, limits: [{type: Volume}]}]}}",
        "environments: [dev]",
        "environments: {dev: {profile: prod}}",
        "environments: {dev: {profiles: production}}",
        "environments: {dev: {clusters: us}}",
        "environments: {dev: {clusters: [us, us]}}",
        "releases: {shop: {}}",
        "releases: [{name: shop}]",
        "releases: [{chart: shop}]",
        "releases: [{name: Shop, chart: c}]",
        "releases: [{name: shop, chart: 'c/{env}'}]",
        "releases: [{name: shop, chart: c, values: v.yaml}]",
        "releases: [{name: shop, chart: c, version: '1'}]",
        "rules: [some-rule]",
        "rules: {some-rule: {severity: fatal}}",
        "rules: {some-rule: {severity: true}}",
        "rules: {some-rule: {level: error}}",
        "rules: {some-rule: {params: []}}",
        "rulePacks: policy/rules",
        "rulePacks: [1]",
        "admissionPolicies: {policy: a}",
        "suppressions: {rule: some-rule}",
        "suppressions: [{rule: some-rule}]",
        "suppressions: [{rule: some-rule, reason: ' '}]",
        "suppressions: [{reason: r}]",
        "suppressions: [{rule: some-rule, reason: r, environment: }]",
        "suppressions: [{rule: some-rule, reason: r, expires: soon}]",
        "suppressions: [{rule: some-rule, reason: r, expires: }]",
        "suppressions: [{rule: some-rule, reason: r, until: 2027-03-31}]",
        "parity: [[a, b]]",
        "parity: {compare: [[default]]}",
        "parity: {compared: []}",
        "parity: {allow: replicaCount}",
        "deploy: {gate: {}}",
        "deploy: {waves: {}}",
        "deploy: {gates: []}",
      })
  void bothReject(String section) {
    assertThat(said(section)).isNotEmpty();
    assertThat(saidBySchema(section)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: Project",
        "apiVersion: plimsoll.dev/v1",
        "{apiVersion: plimsoll.dev/v2, kind: Project}",
        "{apiVersion: plimsoll.dev/v1, kind: Projects}",
      })
  void bothRejectWhatIsNoProjectFile(String text) {
    assertThat(loaded(text).isUnreadable()).isTrue();
    assertThat(judgedBySchema(text)).isNotEmpty();
  }

  private static List<String> said(String section) {
    return loaded(withHead(section)).diagnostics().stream().map(Diagnostic::message).toList();
  }

  private static LoadedProject loaded(String text) {
    RuleCatalog catalog =
        new RuleCatalog(List.of(ProjectLoaderTest.rule("some-rule", "kube-linter:some-rule")));
    return new ProjectLoader(catalog, YamlParser::parse)
        .load(TextTree.of("").put("plimsoll.yaml", text));
  }

  private static List<String> saidBySchema(String section) {
    return judgedBySchema(withHead(section));
  }

  private static List<String> judgedBySchema(String text) {
    return SCHEMA.judge(new SourceFile("plimsoll.yaml", text));
  }

  private static String withHead(String section) {
    return "apiVersion: plimsoll.dev/v1\nkind: Project\n" + section + "\n";
  }
}
