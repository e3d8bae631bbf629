package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.testkit.ControlPlane;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A workspace with one release, a namespace of its own on a control plane, and a helm.
 *
 * @param helm 3 or 4
 */
record DeployBench(
    ControlPlane plane,
    Path workspace,
    String namespace,
    int helm,
    Map<String, String> environment) {

  /** The one that all tests share which leave it as it is. */
  static final ControlPlane PLANE = ControlPlane.start();

  private static final Pattern REVISION =
      Pattern.compile("\"revision\":(\\d+),\"updated\":\"[^\"]*\",\"status\":\"([a-z-]+)\"");

  private static final JsonMapper JSON = new JsonMapper();

  /** That of the tests, for any directory. */
  private static final String CLASS_PATH =
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
          .filter(entry -> !entry.isEmpty())
          .map(entry -> Path.of(entry).toAbsolutePath().toString())
          .collect(Collectors.joining(File.pathSeparator));

  private static final AtomicInteger MADE = new AtomicInteger();

  /** A new one in a folder. */
  static DeployBench in(Path folder, int helm) {
    return on(PLANE, folder, helm);
  }

  /** The same on a control plane that the test has for itself. */
  static DeployBench on(ControlPlane plane, Path folder, int helm) {
    String namespace = "bench-" + MADE.incrementAndGet() + "-helm" + helm;
    DeployBench bench =
        new DeployBench(
            plane,
            folder,
            namespace,
            helm,
            Map.of(
                "KUBECONFIG", plane.kubeconfig().toString(),
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

  /** The same with more variables, or others. */
  DeployBench with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return new DeployBench(plane, workspace, namespace, helm, Map.copyOf(all));
  }

  /** The same with another helm. */
  DeployBench withHelm(int other) {
    return new DeployBench(plane, workspace, namespace, other, environment);
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

  /** Deploys while the test goes on. */
  CompletableFuture<CliRun> begin(String name) {
    return CompletableFuture.supplyAsync(
        () -> deploy(name), task -> Thread.ofPlatform().start(task));
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
    String found = plane.api("GET", path, "");
    while (!pattern.matcher(found).find()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("`" + text + "` did not come: " + found);
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      found = plane.api("GET", path, "");
    }
  }

  CliRun run(List<String> command) {
    return CliRun.with(environment, workspace, arguments(command).toArray(String[]::new));
  }

  private List<String> arguments(List<String> command) {
    List<String> arguments = new ArrayList<>(command);
    if (!List.of("approve", "audit").contains(command.getFirst())) {
      arguments.addAll(List.of("--helm", plane.helm(helm).toString()));
    }
    return arguments;
  }

  /**
   * A command in a process of its own, which can be killed, watched, or given another clock. What
   * it prints goes to nobody.
   */
  ProcessBuilder process(List<String> command) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                CLASS_PATH,
                "dev.plimsoll.cli.Main"));
    arguments.addAll(arguments(command));
    ProcessBuilder builder =
        new ProcessBuilder(arguments)
            .directory(workspace.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  /** Runs the helm of this bench as it is, for what needs no cluster. */
  String helm(String... arguments) {
    return plane.helm(helm, arguments);
  }

  /** Runs the helm of this bench as the administrator, for what must fail. */
  void helmFails(String... arguments) {
    List<String> command = new ArrayList<>(List.of(arguments));
    assertThatThrownBy(() -> plane.helm(helm, command.toArray(String[]::new)))
        .isInstanceOf(AssertionError.class);
  }

  /** Runs helm 4 as the administrator, where this bench has its releases. */
  String helmHere(String... arguments) {
    Map<String, String> storage = new HashMap<>(environment);
    storage.keySet().removeIf(name -> !name.startsWith("HELM_"));
    return plane.helm(4, storage, arguments);
  }

  /** Kills an upgrade that waits for what never comes. */
  void killHelm() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                plane.helm(helm).toString(),
                "upgrade",
                "web",
                "web",
                "--set",
                "behaviour=hang",
                "--wait",
                "-n",
                namespace,
                "--kubeconfig",
                plane.kubeconfig().toString())
            .directory(workspace.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process process = builder.start();
    for (int i = 0; i < 100 && !behaviour().equals("hang"); i++) {
      Thread.sleep(100);
    }
    process.destroyForcibly().waitFor();
  }

  /** The history as helm has it: {@code 1 superseded, 2 deployed}. */
  String history() {
    List<String> revisions = new ArrayList<>();
    Matcher matcher = REVISION.matcher(helmHere("history", "web", "-n", namespace, "-o", "json"));
    while (matcher.find()) {
      revisions.add(matcher.group(1) + " " + matcher.group(2));
    }
    return String.join(", ", revisions);
  }

  /** How the release was left: its history, and whether its pods are ready. */
  String end() {
    if (!isInstalled()) {
      return "nothing is installed";
    }
    String deployment = deployment();
    boolean isReady =
        number(deployment, "readyReplicas") == replicas()
            && number(deployment, "updatedReplicas") == replicas();
    return history() + "; " + (isReady ? "all pods are ready" : "not all pods are ready");
  }

  private static int number(String json, String field) {
    Matcher matcher = Pattern.compile("\"" + field + "\":\\s*(\\d+)").matcher(json);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  boolean isInstalled() {
    return helmHere("list", "-q", "-n", namespace).contains("web");
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
    return plane.api("GET", "/apis/apps/v1/namespaces/" + namespace + "/deployments/web", "");
  }

  /** What the first run of a plan has written down so far; its room is taken beforehand. */
  String journal(String plan) {
    String path = plan + "/runs/run-0001/journal.jsonl";
    return Files.exists(file(path)) ? read(path).stripTrailing() : "";
  }

  /** When the steps of it began. */
  List<Instant> times(String plan) {
    return journal(plan)
        .lines()
        .map(line -> Instant.parse(JSON.readTree(line).path("time").asString()))
        .toList();
  }

  /** How long the first run took, by its journal. */
  String time(String plan) {
    return ScenarioTable.time(times(plan));
  }

  /** Waits until the first run of a plan has come to a step. */
  void awaitStep(String plan, String step) throws InterruptedException {
    for (int i = 0; !journal(plan).contains("\"step\":\"" + step + "\""); i++) {
      if (i == 600) {
        throw new AssertionError(plan + " does not come to " + step);
      }
      Thread.sleep(100);
    }
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
