package dev.plimsoll.cli;

import dev.plimsoll.cli.terminal.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a release engineer does: plans a release and deploys it. The cluster and helm are played
 * too, so that an ahead-of-time cache can be recorded of what the start of a deploy needs.
 */
final class DeployTraining {

  /** Says its version, and of a dry run what the plan holds. */
  private static final String HELM =
      """
      #!/bin/sh
      folder=$(dirname "$0")
      case "$*" in
        version*) echo v4.0.0 ;;
        *--dry-run*) cat "$folder/dry-run.json" ;;
        *) : >"$folder/applied" ;;
      esac
      """;

  private static final String DEPLOYMENT =
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
          spec:
            containers:
              - name: web
                image: registry.example.com/web:{{ .Values.tag }}
      """;

  private final Path folder;
  private final PrintStream out;

  /**
   * @param folder an empty one, to work in
   * @param out where the commands print
   */
  DeployTraining(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /** Plays it; the exit codes of the two commands. */
  List<Integer> play() throws IOException, GeneralSecurityException {
    write("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    write("web/values.yaml", "tag: 1.0.0\nreplicas: 2\n");
    write("web/templates/deployment.yaml", DEPLOYMENT);
    write(
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        clusters: {local: {context: training}}
        environments: {dev: {profile: development, clusters: [local]}}
        releases: [{name: web, chart: web, namespace: web}]
        deploy: {gates: {pod-health: {soak: 0s}}}
        """);
    Path helm = write("helm", HELM);
    if (!helm.toFile().setExecutable(true)) {
      throw new IOException(helm + " cannot be made a program");
    }
    try (TrainingCluster cluster = TrainingCluster.start(folder.resolve("applied"))) {
      write("kubeconfig", cluster.kubeconfig());
      int plan = run("plan", "web", "-e", "dev", "-o", "plan", "--author", "training");
      if (plan != 0) {
        return List.of(plan);
      }
      write("dry-run.json", dryRun(Files.readString(folder.resolve("plan/rendered.yaml"))));
      return List.of(plan, run("deploy", "plan"));
    }
  }

  /** The manifest of a release as helm prints it, without hooks. */
  private static String dryRun(String rendered) {
    return "{\"manifest\": \"" + rendered.replace("\"", "\\\"").replace("\n", "\\n") + "\"}";
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--kubeconfig", "kubeconfig", "--helm", folder.resolve("helm").toString()));
    Console console =
        new Console(
            out,
            out,
            Map.of("PATH", System.getenv().getOrDefault("PATH", "")),
            folder,
            LocalDate.EPOCH,
            false,
            false);
    return new Plimsoll(console).run(all.toArray(String[]::new));
  }

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
