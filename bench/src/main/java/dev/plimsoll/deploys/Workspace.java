package dev.plimsoll.deploys;

import dev.plimsoll.testkit.ControlPlane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A chart with one Deployment, and the ways in which it is deployed. */
final class Workspace {

  private static final Path PLIMSOLL =
      Path.of(System.getProperty("plimsoll.root", ".")).toAbsolutePath().resolve("plimsoll");

  private final ControlPlane plane;
  private final Path folder;
  private int plans;

  Workspace(ControlPlane plane, Path folder) throws IOException {
    this.plane = plane;
    this.folder = folder;
    write("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    write("web/values.yaml", "tag: 1.0.0\nbehaviour: ready\n");
    write(
        "web/templates/deployment.yaml",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 3
          selector: {matchLabels: {app: web}}
          template:
            metadata:
              labels: {app: web}
              annotations: {sim/behaviour: {{ .Values.behaviour }}}
            spec:
              containers:
                - name: web
                  image: registry.example.com/web:{{ .Values.tag }}
                  resources:
                    requests: {cpu: 100m, memory: 64Mi}
                    limits: {memory: 64Mi}
        """);
  }

  /** Names the namespace of the release, and how long its pods are watched once they are ready. */
  void project(String namespace, String gates) throws IOException {
    write(
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        clusters: {local: {context: local}}
        environments: {dev: {profile: development, clusters: [local]}}
        releases: [{name: web, chart: web, namespace: %s}]
        deploy: {gates: {%s}}
        """
            .formatted(namespace, gates));
  }

  /** {@code helm upgrade --wait}. */
  double helm(int helm, String namespace, String timeout, String... options)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                plane.helm(helm).toString(),
                "upgrade",
                "web",
                "web",
                "--install",
                "--create-namespace",
                "-n",
                namespace,
                "--wait",
                "--timeout",
                timeout));
    command.addAll(Arrays.asList(options));
    return seconds(start(command));
  }

  /** Makes a plan; its folder. */
  String plan(int helm, String... options) throws IOException, InterruptedException {
    String name = "plan-" + ++plans;
    List<String> command =
        new ArrayList<>(
            List.of(
                PLIMSOLL.toString(),
                "plan",
                "web",
                "-e",
                "dev",
                "-o",
                name,
                "--author",
                "ana",
                "--helm",
                plane.helm(helm).toString()));
    command.addAll(Arrays.asList(options));
    Process process = start(command);
    byte[] said = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IOException("there is no plan: " + new String(said, StandardCharsets.UTF_8));
    }
    return name;
  }

  /** Starts {@code plimsoll deploy}. */
  Process deploy(int helm, String plan) throws IOException {
    return start(
        List.of(PLIMSOLL.toString(), "deploy", plan, "--helm", plane.helm(helm).toString()));
  }

  /** How long a process takes until its end; its output is read and dropped. */
  static double seconds(Process process) throws IOException, InterruptedException {
    long start = System.nanoTime();
    process.getInputStream().readAllBytes();
    process.waitFor();
    return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  private Process start(List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("KUBECONFIG", plane.kubeconfig().toString());
    return builder.start();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
