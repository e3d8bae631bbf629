package dev.plimsoll.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.kubernetes.ObjectValidator.Verdict;
import dev.plimsoll.render.KubeVersion;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectValidatorTest {

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: app}
      spec:
        volumes: [{name: data, emptyDir: {}}]
        containers:
          - {name: app, image: app:1, %s}
      """;

  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      spec:
        group: example.com
        names: {kind: Backup}
        versions:
          - name: v1
            served: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    required: [schedule]
                    properties:
                      schedule: {type: string, minLength: 3, pattern: '^@'}
                      keep: {type: integer, minimum: 1, maximum: 9}
                      port: {x-kubernetes-int-or-string: true}
                      mode: {type: string, enum: [Full, Partial], default: Full}
                      extra: {type: object, x-kubernetes-preserve-unknown-fields: true}
                      hosts: {type: array, items: {type: string}, x-kubernetes-list-type: set}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ports: [{containerPort: 80.0}]",
        "ports: [{containerPort: 80, name: ''}]",
        "resources: {limits: {cpu: 1, memory: 1.5Gi}, requests: {cpu: 500m}}",
        "env: [{name: A, value: null}]",
        "env: [{name: 'a b', value: 'x'}]",
        "env: [{name: A, valueFrom: {fieldRef: {fieldPath: \"metadata.labels['app']\"}}}]",
        "volumeMounts: [{name: data, mountPath: /data, subPath: a/b}]",
        "livenessProbe: {httpGet: {port: http}, failureThreshold: 0}",
        "securityContext: {runAsUser: 0, capabilities: {drop: [ALL]}}"
      })
  void whatAServerTakesIsFine(String field) {
    assertThat(check(POD.formatted(field)).violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          imagePullpolicy: Always                               | unknown-object-field     | spec.containers[0].imagePullpolicy
          tty: yes please                                       | object-type-mismatch     | spec.containers[0].tty
          ports: [{containerPort: 80.5}]                        | object-type-mismatch     | spec.containers[0].ports[0].containerPort
          ports: [{containerPort: '80'}]                        | object-type-mismatch     | spec.containers[0].ports[0].containerPort
          ports: [{containerPort: 70000}]                       | invalid-port             | spec.containers[0].ports[0].containerPort
          ports: [{containerPort: 80, name: a-very-long-name-1}] | invalid-port            | spec.containers[0].ports[0].name
          ports: [{name: web}]                                  | missing-object-field     | spec.containers[0].ports[0].containerPort
          ports: [{containerPort: 80, protocol: tcp}]           | unsupported-object-value | spec.containers[0].ports[0].protocol
          env: [{name: A, value: 1}]                            | object-type-mismatch     | spec.containers[0].env[0].value
          env: [{name: A=B}]                                    | invalid-object-value     | spec.containers[0].env[0].name
          env: [{name: A, valueFrom: {}}]                       | missing-object-field     | spec.containers[0].env[0].valueFrom.fieldRef
          resources: {limits: {memory: 1GB}}                    | invalid-quantity         | spec.containers[0].resources.limits.memory
          resources: {limits: {memory: ''}}                     | invalid-quantity         | spec.containers[0].resources.limits.memory
          resources: {limits: {cpu: 1}, requests: {cpu: 1001m}} | request-above-limit      | spec.containers[0].resources.requests.cpu
          resources: {limits: {cpu: null}, requests: {cpu: 10m}} | request-above-limit     | spec.containers[0].resources.requests.cpu
          volumeMounts: [{name: dta, mountPath: /data}]         | unknown-volume-mount     | spec.containers[0].volumeMounts[0].name
          livenessProbe: {periodSeconds: 3}                     | missing-object-field     | spec.containers[0].livenessProbe.exec
          livenessProbe: {grpc: {port: 1}, successThreshold: 2} | invalid-object-value     | spec.containers[0].livenessProbe.successThreshold
          securityContext: {privileged: true, allowPrivilegeEscalation: false} | conflicting-object-fields | spec.containers[0].securityContext.allowPrivilegeEscalation
          """)
  void whatAServerRefusesIsFound(String field, String rule, String path) {
    Verdict verdict = check(POD.formatted(field));

    assertThat(verdict.isRefused()).isTrue();
    assertThat(verdict.violations())
        .first()
        .extracting(found -> found.rule().value(), Violation::path)
        .containsExactly(rule, path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"* * * * *", "*/5 0-6/2 1,15 jan-mar mon", "@hourly", "@every 1h30m", "0 0 ? * 0"})
  void schedulesOfCron(String schedule) {
    assertThat(CronSchedule.problem(schedule)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "* * * *",
        "* * * * * *",
        "60 * * * *",
        "* * 0 * *",
        "* * * * 7",
        "5-1 * * * *",
        "*/0 * * * *",
        "@reboot",
        "@every 5",
        "TZ=UTC * * * * *",
        "mon * * * *"
      })
  void noSchedulesOfCron(String schedule) {
    assertThat(CronSchedule.problem(schedule)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,true",
    "UTC,true",
    "Etc/GMT-3,true",
    "Local,false",
    "GMT+2,false",
    "Berlin,false"
  })
  void timeZones(String name, boolean isZone) {
    assertThat(CronSchedule.isZone(name)).isEqualTo(isZone);
  }

  @Test
  void aMisspeltFieldHasItsNearestName() {
    assertThat(check(POD.formatted("comand: [a]")).violations())
        .singleElement()
        .extracting(found -> found.meant().orElse(""))
        .isEqualTo("command");
  }

  @Test
  void duplicateKeysOfAListAreTakenAndMeanNothingGood() {
    Verdict verdict = check(POD.formatted("env: [{name: A}, {name: A}]"));

    assertThat(verdict.isRefused()).isFalse();
    assertThat(verdict.violations())
        .singleElement()
        .extracting(Violation::rule)
        .isEqualTo(ObjectRules.AMBIGUOUS_ITEM);
  }

  @Test
  void aKindThatNobodyKnowsIsNotChecked() {
    Verdict verdict = check("{apiVersion: example.com/v1, kind: Backup, spec: {any: thing}}");

    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.unknownKind()).contains("example.com/v1 Backup");
  }

  @Test
  void aKindThatKubernetesDoesNotHaveIsRefused() {
    assertThat(check("{apiVersion: apps/v1, kind: Deploiment}").violations())
        .singleElement()
        .extracting(Violation::rule, found -> found.meant().orElse(""))
        .containsExactly(ObjectRules.UNKNOWN_KIND, "Deployment");
  }

  @Test
  void aKindThatIsGoneIsLeftToItsRule() {
    Verdict verdict = check("{apiVersion: policy/v1beta1, kind: PodDisruptionBudget}");

    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.unknownKind()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {schedule: '@daily', keep: 3, port: http, extra: {a: b}} | ``
          {schedule: '@daily', mode: null, hosts: [a, b]}          | ``
          {keep: 3}                                | missing-object-field spec.schedule
          {schedule: daily}                        | invalid-object-value spec.schedule
          {schedule: '@daily', keep: 10}           | invalid-object-value spec.keep
          {schedule: '@daily', keep: '3'}          | object-type-mismatch spec.keep
          {schedule: '@daily', kep: 3}             | unknown-object-field spec.kep
          {schedule: '@daily', mode: full}         | unsupported-object-value spec.mode
          {schedule: '@daily', hosts: [a, a]}      | duplicate-list-item spec.hosts[1]
          {schedule: null}                         | object-type-mismatch spec.schedule
          """)
  void customResourcesHaveTheSchemaOfTheirDefinition(String spec, String expected) {
    CustomResources custom = CustomResources.of(List.of(parse(DEFINITION)));
    String object =
        "{apiVersion: example.com/v1, kind: Backup, metadata: {name: a}, spec: %s}".formatted(spec);

    assertThat(validator(custom).check(parse(object)).violations())
        .extracting(found -> found.rule() + " " + found.path())
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  private static Verdict check(String object) {
    return validator(CustomResources.NONE).check(parse(object));
  }

  private static ObjectValidator validator(CustomResources custom) {
    return new ObjectValidator(
        KubeVersion.parse("1.36", HelmVersion.NEWEST).orElseThrow(), () -> custom);
  }

  private static YamlNode parse(String text) {
    YamlFile file = YamlParser.parse(new SourceFile("object.yaml", text));
    assertThat(file.problems()).isEmpty();
    YamlDocument document = file.documents().getFirst();
    return Objects.requireNonNull(document.root());
  }
}
