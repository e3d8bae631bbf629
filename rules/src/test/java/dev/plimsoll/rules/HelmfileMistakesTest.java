package dev.plimsoll.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.analysis.AnalysisOptions;
import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.Analyzer;
import dev.plimsoll.analysis.Workspace;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.rules.example.ExampleWorkspace;
import dev.plimsoll.source.MemoryFileTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts the documented mistakes one by one into a helmfile that has none. */
final class HelmfileMistakesTest {

  private static final String HELMFILE = "helmfile.yaml.gotmpl";
  private static final String VALUES = "values/app.yaml";

  private static final String WORKLOAD = "charts/app/templates/workload.yaml";
  private static final String ROLE = "rbac/ci.yaml";
  private static final String WORKFLOW = ".github/workflows/deploy.yaml";

  private static final Map<String, String> CLEAN =
      Map.of(
          HELMFILE,
          """
          environments:
            dev:
              kubeContext: dev
            prod:
              kubeContext: prod
          ---
          repositories:
            - name: bitnami
              url: https://charts.bitnami.com/bitnami

          releases:
            - name: app
              namespace: app
              chart: ./charts/app
              atomic: true
              installed: {{ ne .Environment.Name "test" }}
              timeout: 300
              values:
                - values/app.yaml
                - environment: {{ .Environment.Name }}
              secrets:
                - secrets/app.yaml
              createNamespace: false
          """,
          VALUES,
          "replicas: 2\n",
          "secrets/app.yaml",
          """
          key: ENC[AES256_GCM,data:Zg==,iv:aQ==,tag:dA==,type:str]
          sops:
            mac: ENC[AES256_GCM,data:Zg==,iv:aQ==,tag:dA==,type:str]
          """,
          "charts/app/Chart.yaml",
          "apiVersion: v2\nname: app\nversion: 1.0.0\nicon: https://example.com/icon.png\n",
          "charts/app/values.yaml",
          """
          replicas: 1
          environment: none
          key: ""
          values: {}
          """,
          "charts/app/templates/configmap.yaml",
          """
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: {{ .Release.Name }}
          data:
            replicas: {{ .Values.replicas | quote }}
            environment: {{ .Values.environment | quote }}
            values: {{ .Values.values | toJson | quote }}
          ---
          apiVersion: v1
          kind: Secret
          metadata:
            name: {{ .Release.Name }}
          stringData:
            key: {{ .Values.key | quote }}
          """,
          WORKLOAD,
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: {{ .Release.Name }}
          spec:
            replicas: {{ .Values.replicas }}
            selector:
              matchLabels: {app: app}
            template:
              metadata:
                labels: {app: app}
              spec:
                containers:
                  - name: app
                    image: registry.example.com/app:1.4.2
          ---
          apiVersion: external-secrets.io/v1
          kind: ExternalSecret
          metadata:
            name: {{ .Release.Name }}-token
          spec:
            secretStoreRef:
              name: vault
          """,
          ROLE,
          """
          apiVersion: rbac.authorization.k8s.io/v1
          kind: Role
          metadata:
            name: ci-deployer
            namespace: app
          rules:
            - apiGroups: [""]
              resources: [secrets]
              verbs: [get, list, create, update, patch, delete]
            - apiGroups: [""]
              resources: [configmaps]
              verbs: [get, list, watch, create, patch, delete]
            - apiGroups: [apps]
              resources: [deployments]
              verbs: [get, list, watch, create, patch, delete]
            - apiGroups: ["", apps]
              resources: [pods, replicasets]
              verbs: [get, list, watch]
          """,
          WORKFLOW,
          """
          on: push
          jobs:
            deploy:
              runs-on: ubuntu-latest
              steps:
                - run: helm plugin install https://github.com/databus23/helm-diff
                - run: helmfile -e prod apply
          """);

  /**
   * A mistake.
   *
   * @param text what stands there in the clean files
   * @param mistake what stands there instead
   * @param at where it must be found: {@code path:line}
   * @param says a part of the message or of a fix
   */
  record Mistake(String file, String text, String mistake, String rule, String at, String says) {

    @Override
    public String toString() {
      return rule + " at " + at + ": " + mistake.strip();
    }
  }

  private static Mistake inHelmfile(
      String text, String mistake, String rule, int line, String says) {
    return new Mistake(HELMFILE, text, mistake, rule, HELMFILE + ":" + line, says);
  }

  static Stream<Mistake> mistakes() {
    return Stream.of(
        inHelmfile(
            "  prod:\n    kubeContext: prod",
            "  prod:\n    context: prod",
            "unknown-helmfile-field",
            5,
            "`kubeContext`"),
        inHelmfile(
            "    timeout: 300",
            "    timeout: 300\n    clusters: [east, west]",
            "unknown-helmfile-field",
            18,
            "`kubeContext` for each cluster"),
        inHelmfile("timeout: 300", "timeout: 5m", "helmfile-timeout-unit", 17, "300"),
        inHelmfile(
            "      - secrets/app.yaml",
            "      - path: secrets/app.yaml\n        encrypted: true",
            "inline-secrets-entry",
            22,
            "secrets/app.yaml"),
        inHelmfile("---\n", "", "environments-beside-releases", 10, "`---`"),
        inHelmfile(
            "{{ ne .Environment.Name \"test\" }}",
            "{{ .Environment.Name != \"test\" }}",
            "helmfile-template-error",
            16,
            "ne .Environment.Name \"test\""),
        inHelmfile(
            "environments:\n",
            "{{ requiredEnv \"ENVIRONMENT\" }}\nenvironments:\n",
            "stray-template-output",
            1,
            "$_ := requiredEnv \"ENVIRONMENT\""),
        inHelmfile(
            "    createNamespace: false\n",
            "    createNamespace: false\n---\nimage:\n  tag: 1.0.0\n",
            "values-in-helmfile",
            25,
            "file of their own"),
        inHelmfile(
            "- values/app.yaml",
            "- values/app.yaml.gotpl",
            "unrendered-values-template",
            19,
            ".gotmpl"),
        inHelmfile(
            "      - environment: {{ .Environment.Name }}",
            "      - values: {environment: {{ .Environment.Name }}}",
            "nested-values-key",
            20,
            "`values`"),
        inHelmfile(
            "  dev:\n    kubeContext: dev\n  prod:\n    kubeContext: prod\n",
            "  {{ .Environment.Name }}:\n    kubeContext: prod\n",
            "open-environment-name",
            2,
            "environment"),
        inHelmfile(
            "environments:\n  dev:\n    kubeContext: dev\n  prod:\n    kubeContext: prod\n---\n",
            "bases: [bases.yaml]\nenvironments:\n  dev: {kubeContext: dev}\n  prod: {kubeContext: prod}\n",
            "environments-beside-releases",
            9,
            "`---`"),
        inHelmfile(
            "- secrets/app.yaml",
            "- secrets/app.yaml.enc",
            "opaque-secrets-extension",
            22,
            ".enc.yaml"),
        inHelmfile(
            "https://charts.bitnami.com/bitnami",
            "https://charts.bitnami.com",
            "bare-repository-url",
            9,
            "/bitnami"),
        inHelmfile(
            "    atomic: true",
            "    atomic: true\n    force: true",
            "forced-release-replacement",
            16,
            "force"),
        new Mistake(
            "charts/app/templates/configmap.yaml",
            "  environment: {{ .Values.environment | quote }}",
            "  environment: {{ .Values.environment | quote }}\n  rollme: {{ randAlphaNum 5 | quote }}",
            "non-deterministic-output",
            "charts/app/templates/configmap.yaml:8",
            "randAlphaNum"),
        new Mistake(
            VALUES,
            "replicas: 2",
            "replicas: 2\npassword: changeme",
            "plaintext-secret",
            VALUES + ":2",
            "password"),
        new Mistake(
            WORKFLOW,
            "helmfile -e prod apply",
            "helm plugin install https://github.com/helmfile/helmfile",
            "helmfile-as-plugin",
            WORKFLOW + ":7",
            "helmfile-action"),
        new Mistake(
            ROLE,
            "[get, list, create, update, patch, delete]",
            "[get, list, create, update, patch]",
            "incomplete-deploy-role",
            ROLE + ":9",
            ", delete"),
        new Mistake(
            WORKLOAD,
            "external-secrets.io/v1",
            "external-secrets.io/v1beta1",
            "unserved-custom-api",
            WORKLOAD + ":17",
            "`external-secrets.io/v1`"),
        new Mistake(
            WORKLOAD,
            "app:1.4.2",
            "app:latest",
            "floating-image-tag",
            WORKLOAD + ":15",
            "`latest` moves"));
  }

  @Test
  void theCleanHelmfileIsSilent() {
    AnalysisResult result = analyze(CLEAN);

    assertThat(result.bugs()).isEmpty();
    assertThat(aboutHelmfiles(result)).isEmpty();
  }

  /** Whether its workload is fit for production is another matter. */
  private static List<Diagnostic> aboutHelmfiles(AnalysisResult result) {
    return result.diagnostics().stream()
        .filter(diagnostic -> !RuleFolder.isOfObjects(diagnostic.rule()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void eachMistakeIsFoundWhereItIs(Mistake mistake) {
    AnalysisResult result = analyze(with(mistake));

    assertThat(result.bugs()).isEmpty();
    List<Diagnostic> found =
        result.diagnostics().stream()
            .filter(each -> each.rule().value().equals(mistake.rule()))
            .toList();
    assertThat(found).as("%s", result.diagnostics()).hasSize(1);
    Diagnostic diagnostic = found.getFirst();
    assertThat(diagnostic.location().file().path() + ":" + diagnostic.location().position().line())
        .isEqualTo(mistake.at());
    StringBuilder said = new StringBuilder(diagnostic.message());
    for (Fix fix : diagnostic.fixes()) {
      said.append('\n').append(fix.title());
      fix.edits().forEach(edit -> said.append('\n').append(edit.newText()));
    }
    assertThat(said.toString()).contains(mistake.says());
  }

  /**
   * The mistakes for which there is one answer; the others want a decision, or more than an edit.
   */
  @Test
  void aSafeFixLeavesNothing() {
    Set<String> mended = new TreeSet<>();
    for (Mistake mistake : mistakes().toList()) {
      Map<String, String> files = with(mistake);
      for (Diagnostic diagnostic : analyze(files).diagnostics()) {
        for (Fix fix : diagnostic.fixes()) {
          if (fix.applicability() == Fix.Applicability.SAFE) {
            apply(fix, files);
            mended.add(diagnostic.rule().value());
            assertThat(aboutHelmfiles(analyze(files))).as("%s", mistake).isEmpty();
          }
        }
      }
    }
    assertThat(mended)
        .containsExactly(
            "bare-repository-url",
            "environments-beside-releases",
            "helmfile-template-error",
            "helmfile-timeout-unit",
            "inline-secrets-entry",
            "stray-template-output",
            "unknown-helmfile-field");
  }

  private static Map<String, String> with(Mistake mistake) {
    Map<String, String> files = new LinkedHashMap<>(CLEAN);
    files.put("bases.yaml", "helmDefaults:\n  atomic: true\n");
    files.put("values/app.yaml.gotpl", "replicas: 2\n");
    files.put("secrets/app.yaml.enc", CLEAN.getOrDefault("secrets/app.yaml", ""));
    String clean = CLEAN.getOrDefault(mistake.file(), "");
    assertThat(clean).containsOnlyOnce(mistake.text());
    files.put(mistake.file(), clean.replace(mistake.text(), mistake.mistake()));
    return files;
  }

  private static void apply(Fix fix, Map<String, String> files) {
    List<TextEdit> edits = new ArrayList<>(fix.edits());
    edits.sort(Comparator.comparing((TextEdit edit) -> edit.location().span()).reversed());
    for (TextEdit edit : edits) {
      String path = edit.location().file().path();
      StringBuilder text = new StringBuilder(files.getOrDefault(path, ""));
      text.replace(edit.location().span().start(), edit.location().span().end(), edit.newText());
      files.put(path, text.toString());
    }
  }

  @Test
  void templateActionsInAPlainFileWantAnotherName() {
    Map<String, String> files = new LinkedHashMap<>(CLEAN);
    files.put("helmfile.yaml", String.valueOf(files.remove(HELMFILE)));

    assertThat(analyze(files).diagnostics())
        .filteredOn(each -> each.rule().value().equals("untemplated-helmfile"))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.location().position().line()).isEqualTo(16);
          assertThat(each.message()).contains("helmfile.yaml.gotmpl");
        });
  }

  private static AnalysisResult analyze(Map<String, String> files) {
    AnalysisOptions asked =
        new AnalysisOptions(
            List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    return new Analyzer(BuiltInRules.catalog(), BuiltInRules.rules())
        .analyze(new Workspace(MemoryFileTree.ofTexts(files), asked, ExampleWorkspace.TODAY));
  }
}
