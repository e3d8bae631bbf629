package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.ControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An account with nothing but the roles that {@code rbac required} prints deploys the shop on a
 * real API server, and one that lacks a verb of them does not.
 */
@Tag("cluster")
final class RequiredRolesTest {

  private static final Path ROOT = Path.of(System.getProperty("plimsoll.root"));
  private static final Path SHOP = ROOT.resolve("fixtures/shop");
  private static final ControlPlane PLANE = DeployBench.PLANE;

  /** Volumes are not simulated. */
  private static final String NO_VOLUMES = "sessionCache.persistence.enabled=false";

  private static final AtomicInteger MADE = new AtomicInteger();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"3, 3.22", "4, 4.3"})
  void theyAreEnough(int helm, String version) throws IOException, InterruptedException {
    String namespace = account(version, roles -> roles);

    assertThat(helm(helm, upgrade(namespace, "40s"))).isZero();
    assertThat(helm(helm, upgrade(namespace, "40s", "--set", "ingress.enabled=false"))).isZero();
    assertThat(helm(helm, "rollback", "shop", "-n", namespace, "--wait", "--timeout", "40s"))
        .isZero();
    assertThat(helm(helm, "uninstall", "shop", "-n", namespace, "--wait", "--timeout", "40s"))
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3.22, 'resources: [replicasets]\n    verbs: [list]', 'resources: [replicasets]\n    verbs: [get]'",
    "4, 4.3, 'resources: [replicasets]\n    verbs: [list]', 'resources: [replicasets]\n    verbs: [get]'",
    "4, 4.3, '[deployments, statefulsets]\n    verbs: [get, list, watch,', '[deployments, statefulsets]\n    verbs: [get, list,'",
    "3, 3.22, '[deployments, statefulsets]\n    verbs: [get, create,', '[deployments, statefulsets]\n    verbs: [get,'",
  })
  void nothingOfThemIsTooMuch(int helm, String version, String verbs, String fewer)
      throws IOException, InterruptedException {
    String namespace =
        account(
            version,
            roles -> {
              assertThat(roles).contains(verbs);
              return roles.replace(verbs, fewer);
            });

    assertThat(helm(helm, upgrade(namespace, "10s"))).isNotZero();
  }

  @ParameterizedTest
  @CsvSource({"3, 3.22", "4, 4.3"})
  void theyAreEnoughForHooksDefinitionsNewNamespacesAndConfigMaps(int helm, String version)
      throws IOException, InterruptedException {
    String namespace = hooked(version, roles -> roles);

    assertThat(helm(helm, hookedUpgrade(namespace, "first"))).isZero();
    assertThat(PLANE.api("GET", "/api/v1/namespaces/" + namespace + "/configmaps", ""))
        .contains("sh.helm.release.v1.web.v1");
    assertThat(PLANE.api("GET", definition(namespace), "")).contains("\"kind\": \"Widget\"");
    assertThat(helm(helm, hookedUpgrade(namespace, "second"))).isZero();
    assertThat(helm(helm, "rollback", "web", "1", "-n", namespace, "--wait", "--timeout", "40s"))
        .isZero();
    assertThat(helm(helm, "uninstall", "web", "-n", namespace, "--wait", "--timeout", "40s"))
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3.22, customresourcedefinitions, create, get",
    "4, 4.3, customresourcedefinitions, create, get",
    "3, 3.22, namespaces, create, get",
    "4, 4.3, namespaces, patch, get",
    "4, 4.3, jobs, watch, get",
  })
  void nothingOfThoseIsTooMuch(
      int helm, String version, String resource, String verb, String instead)
      throws IOException, InterruptedException {
    String namespace =
        hooked(
            version,
            roles -> {
              Pattern verbs =
                  Pattern.compile(
                      "(resources: \\[[a-z, ]*\\b"
                          + resource
                          + "\\b[^\n]*\n(?:    resourceNames:[^\n]*\n)?    verbs: \\[[^\n]*\\b)"
                          + verb
                          + "\\b");
              assertThat(roles).containsPattern(verbs);
              return verbs.matcher(roles).replaceAll("$1" + instead);
            });

    assertThat(helm(helm, hookedUpgrade(namespace, "first"))).isNotZero();
  }

  private static String definition(String namespace) {
    return "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/widgets."
        + namespace
        + ".example.com";
  }

  /** An account that deploys a chart with a hook and a definition of its own. */
  private String hooked(String version, Change change) throws IOException {
    String namespace = namespace();
    CliRun.write(
        folder,
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        environments: {dev: {}}
        releases: [{name: web, chart: web, namespace: %s}]
        """
            .formatted(namespace));
    CliRun.write(folder, "web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    CliRun.write(folder, "web/values.yaml", "greeting: none\n");
    CliRun.write(
        folder,
        "web/crds/widgets.yaml",
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.%1$s.example.com}
        spec:
          group: %1$s.example.com
          scope: Namespaced
          names: {kind: Widget, plural: widgets, singular: widget, listKind: WidgetList}
          versions:
            - name: v1
              served: true
              storage: true
              schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
        """
            .formatted(namespace));
    CliRun.write(
        folder,
        "web/templates/all.yaml",
        """
        apiVersion: %s.example.com/v1
        kind: Widget
        metadata: {name: web}
        greeting: {{ .Values.greeting }}
        ---
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: migration
          annotations:
            helm.sh/hook: pre-install,pre-upgrade,post-rollback,pre-delete
            helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
        spec:
          template:
            spec:
              restartPolicy: Never
              containers: [{name: migration, image: registry.example.com/migration:1.0.0}]
        """
            .formatted(namespace));
    return granted(
        namespace,
        change,
        folder,
        "rbac",
        "required",
        "web",
        "--name",
        namespace,
        "--helm-version",
        version,
        "--storage",
        "configmaps",
        "--create-namespace",
        "--account",
        namespace + "/deployer");
  }

  private String[] hookedUpgrade(String namespace, String greeting) {
    return new String[] {
      "upgrade",
      "--install",
      "web",
      folder.resolve("web").toString(),
      "-n",
      namespace,
      "--create-namespace",
      "--wait",
      "--timeout",
      "20s",
      "--set",
      "greeting=" + greeting
    };
  }

  /** Gives an account the roles that a command prints; the kubeconfig becomes its own. */
  private String granted(String namespace, Change change, Path where, String... command)
      throws IOException {
    grant(change.of(CliRun.in(where, command).out()), namespace);
    login(namespace);
    return namespace;
  }

  /** Changes the roles before they are applied. */
  @FunctionalInterface
  private interface Change {
    String of(String roles);
  }

  /** Makes a namespace and an account with the roles in it; the kubeconfig becomes its own. */
  private String account(String version, Change change) throws IOException {
    String namespace = namespace();
    applyDefinitions();
    return granted(
        namespace,
        change,
        SHOP,
        "rbac",
        "required",
        "shop",
        "--name",
        namespace,
        "-e",
        "prod",
        "-n",
        namespace,
        "--set",
        NO_VOLUMES,
        "--helm-version",
        version,
        "--account",
        namespace + "/deployer");
  }

  /** What the shop has objects of; one test after the other, as two would create it at once. */
  private static synchronized void applyDefinitions() throws IOException {
    for (String file : List.of("external-secrets.yaml", "monitoring.yaml")) {
      String text = Files.readString(SHOP.resolve("definitions").resolve(file));
      for (String definition : text.split("(?m)^---$", -1)) {
        apply(
            "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/" + name(definition),
            definition);
      }
    }
  }

  /** A new namespace with an account that may do nothing. */
  private static String namespace() {
    String namespace = "required-" + MADE.incrementAndGet();
    apply("/api/v1/namespaces/" + namespace, "apiVersion: v1\nkind: Namespace\n");
    apply(
        "/api/v1/namespaces/" + namespace + "/serviceaccounts/deployer",
        "apiVersion: v1\nkind: ServiceAccount\n");
    return namespace;
  }

  private static void grant(String roles, String namespace) {
    for (String role : roles.split("(?m)^---$", -1)) {
      Matcher kind = Pattern.compile("(?m)^kind: (\\S+)$").matcher(role);
      if (kind.find()) {
        String scope = kind.group(1).startsWith("Cluster") ? "" : "/namespaces/" + namespace;
        String plural = kind.group(1).toLowerCase(Locale.ROOT) + "s";
        apply("/apis/rbac.authorization.k8s.io/v1" + scope + "/" + plural + "/" + name(role), role);
      }
    }
  }

  private void login(String namespace) throws IOException {
    String token =
        PLANE.api(
            "POST",
            "/api/v1/namespaces/" + namespace + "/serviceaccounts/deployer/token",
            "{apiVersion: authentication.k8s.io/v1, kind: TokenRequest, spec: {}}");
    Matcher matcher = Pattern.compile("\"token\": ?\"([^\"]+)\"").matcher(token);
    assertThat(matcher.find()).as(token).isTrue();
    Files.writeString(
        folder.resolve("kubeconfig"),
        Files.readString(PLANE.kubeconfig())
            .replaceFirst("token: \"[^\"]*\"", "token: \"" + matcher.group(1) + "\""));
  }

  private static String[] upgrade(String namespace, String timeout, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "upgrade",
                "--install",
                "shop",
                SHOP.resolve("charts/shop").toString(),
                "-n",
                namespace,
                "--wait",
                "--timeout",
                timeout,
                "--history-max",
                "1",
                "-f",
                SHOP.resolve("environments/prod/values.yaml").toString(),
                "-f",
                SHOP.resolve("environments/prod/secrets.yaml").toString(),
                "--set",
                NO_VOLUMES));
    arguments.addAll(List.of(options));
    return arguments.toArray(String[]::new);
  }

  private int helm(int major, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PLANE.helm(major).toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--kubeconfig", folder.resolve("kubeconfig").toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (command.contains("web")) {
      builder.environment().put("HELM_DRIVER", "configmap");
    }
    Process process = builder.start();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  private static void apply(String path, String object) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String whole =
        object.contains("metadata:") ? object : object + "metadata: {name: " + name + "}\n";
    String answer = PLANE.api("PATCH", path + "?fieldManager=test&force=true", whole);
    assertThat(answer).doesNotContain("\"status\": \"Failure\"", "\"status\":\"Failure\"");
  }

  private static String name(String object) {
    Matcher matcher = Pattern.compile("(?m)^  name: (\\S+)").matcher(object);
    assertThat(matcher.find()).as(object).isTrue();
    return matcher.group(1);
  }
}
