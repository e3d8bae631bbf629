package dev.plimsoll.cli;

import dev.plimsoll.testkit.ControlPlane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A workspace with one release, a namespace of its own on the control plane, and a helm.
 *
 * @param helm 3 or 4
 */
record DeployBench(Path workspace, String namespace, int helm, Map<String, String> environment) {

  static final ControlPlane PLANE = ControlPlane.start();

  private static final Pattern REVISION =
      Pattern.compile("\"revision\":(\\d+),\"updated\":\"[^\"]*\",\"status\":\"([a-z-]+)\"");

  private static int made;

  /** A new one in a folder. */
  static DeployBench in(Path folder, int helm) {
    made++;
    String namespace = "bench-" + made + "-helm" + helm;
    DeployBench bench =
        new DeployBench(
            folder,
            namespace,
            helm,
            Map.of(
                "KUBECONFIG", PLANE.kubeconfig().toString(),
                "PATH", System.getenv("PATH"),
                "HOME", folder.toString(),
                "USER", "ana",
                "HOSTNAME", "ci"));
    bench.project("");
    bench.write(
        "web/Chart.yaml",
        """
        apiVersion: v2
        name: web
        version: 1.0.0
        """);
    bench.write(
        "web/values.yaml",
        """
        image: registry.example.com/web:1.0.0
        replicas: 2
        behaviour: ready
        """);
    bench.template(
        "deployment",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: {{ .Values.replicas }}
          selector: {matchLabels: {app: web}}
          template:
            metadata:
              labels: {app: web}
              annotations: {sim/behaviour: {{ .Values.behaviour }}}
            spec:
              containers:
                - name: web
                  image: {{ .Values.image }}
                  resources:
                    requests: {cpu: 100m, memory: 64Mi}
                    limits: {memory: 64Mi}
        """);
    return bench;
  }

  /** Writes the project file with a {@code deploy} section. */
  void project(String deploy) {
    write(
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        clusters:
          local: {context: local}
        environments:
          dev: {profile: development, clusters: [local]}
        releases:
          - {name: web, chart: web, namespace: %s}
        """
                .formatted(namespace)
            + deploy);
  }

  void template(String name, String text) {
    write("web/templates/" + name + ".yaml", text);
  }

  void write(String path, String text) {
    try {
      CliRun.write(workspace, path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CliRun plan(String name, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("plan", "web", "-e", "dev", "-o", name, "--author", "ana"));
    arguments.addAll(List.of(options));
    return run(arguments);
  }

  CliRun deploy(String name, String... options) {
    List<String> arguments = new ArrayList<>(List.of("deploy", name));
    arguments.addAll(List.of(options));
    return run(arguments);
  }

  /** Plans and deploys what must succeed. */
  void install() {
    plan("installed");
    CliRun run = deploy("installed");
    if (run.code() != 0) {
      throw new AssertionError(run.out() + run.err());
    }
  }

  /** Waits until what is at a path of the API server has a text in it, given as a pattern. */
  void await(String path, String text) {
    Pattern pattern = Pattern.compile(text);
    Instant end = Instant.now().plusSeconds(30);
    String found = PLANE.api("GET", path, "");
    while (!pattern.matcher(found).find()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("`" + text + "` did not come: " + found);
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      found = PLANE.api("GET", path, "");
    }
  }

  CliRun run(List<String> command) {
    List<String> arguments = new ArrayList<>(command);
    if (!List.of("approve", "audit").contains(command.getFirst())) {
      arguments.addAll(List.of("--helm", PLANE.helm(helm).toString()));
    }
    return CliRun.with(environment, workspace, arguments.toArray(String[]::new));
  }

  /** Runs the helm of this bench as it is, for what needs no cluster. */
  String helm(String... arguments) {
    return PLANE.helm(helm, arguments);
  }

  /** The history as helm has it: {@code 1 superseded, 2 deployed}. */
  String history() {
    List<String> revisions = new ArrayList<>();
    Matcher matcher = REVISION.matcher(PLANE.helm("history", "web", "-n", namespace, "-o", "json"));
    while (matcher.find()) {
      revisions.add(matcher.group(1) + " " + matcher.group(2));
    }
    return String.join(", ", revisions);
  }

  boolean isInstalled() {
    return PLANE.helm("list", "-q", "-n", namespace).contains("web");
  }

  /** How the pods of the release behave, as their template says it. */
  String behaviour() {
    Matcher matcher = Pattern.compile("\"sim/behaviour\": ?\"([a-z-]+)\"").matcher(deployment());
    return matcher.find() ? matcher.group(1) : "";
  }

  /** How many replicas the Deployment has to have. */
  int replicas() {
    Matcher matcher =
        Pattern.compile("\"spec\":\\s*\\{\\s*\"replicas\":\\s*(\\d+)").matcher(deployment());
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** The Deployment as the API server has it, as JSON. */
  String deployment() {
    return PLANE.api("GET", "/apis/apps/v1/namespaces/" + namespace + "/deployments/web", "");
  }

  Path file(String path) {
    return workspace.resolve(path);
  }

  String read(String path) {
    try {
      return Files.readString(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
