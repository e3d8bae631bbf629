package dev.plimsoll.deploy.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the way to a cluster is written.
 *
 * @param files as {@code KUBECONFIG} names them; empty inside a cluster
 * @param context the context that is wanted; empty for the current one
 */
public record Kubeconfig(List<Path> files, Optional<String> context) {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int REQUEST_MILLIS = 15_000;

  public Kubeconfig {
    files = List.copyOf(files);
  }

  /**
   * As {@code kubectl} and {@code helm} find it.
   *
   * @param file what {@code --kubeconfig} names
   */
  public static Kubeconfig find(
      Optional<String> file,
      Optional<String> context,
      Map<String, String> environment,
      Path directory) {
    List<Path> files = new ArrayList<>();
    String named = file.orElseGet(() -> environment.getOrDefault("KUBECONFIG", ""));
    for (String each : named.split(File.pathSeparator, -1)) {
      if (!each.isBlank()) {
        files.add(directory.resolve(each));
      }
    }
    String home = environment.getOrDefault("HOME", "");
    if (files.isEmpty() && !home.isEmpty()) {
      Path usual = Path.of(home, ".kube", "config");
      if (Files.isRegularFile(usual)) {
        files.add(usual);
      }
    }
    return new Kubeconfig(files, context);
  }

  /** The options that lead helm to the same cluster. */
  public List<String> helmArguments(String chosenContext) {
    List<String> arguments = new ArrayList<>();
    if (files.size() == 1) {
      arguments.add("--kubeconfig");
      arguments.add(files.getFirst().toString());
    }
    if (!chosenContext.isEmpty()) {
      arguments.add("--kube-context");
      arguments.add(chosenContext);
    }
    return arguments;
  }

  /** What fabric8 makes of it. */
  Config load() throws ClusterFailure {
    Config config = files.isEmpty() ? inCluster() : fromFiles();
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setRequestTimeout(REQUEST_MILLIS);
    // Whoever asks knows whether to ask again.
    config.setRequestRetryBackoffLimit(0);
    return config;
  }

  private Config inCluster() throws ClusterFailure {
    if (context.isPresent()) {
      throw new ClusterFailure(
          ClusterFailure.Kind.OTHER,
          "There is no kubeconfig, so there is no context `" + context.get() + "`.");
    }
    Config config = Config.autoConfigure(null);
    if (config.getOauthToken() == null && config.getAutoOAuthToken() == null) {
      throw new ClusterFailure(
          ClusterFailure.Kind.OTHER,
          "There is no kubeconfig; say one with --kubeconfig or KUBECONFIG.");
    }
    return config;
  }

  private Config fromFiles() throws ClusterFailure {
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        continue;
      }
      try {
        Config config = Config.fromKubeconfig(context.orElse(null), file.toFile());
        boolean found =
            config.getCurrentContext() != null
                && context.map(config.getCurrentContext().getName()::equals).orElse(true);
        if (found) {
          return config;
        }
      } catch (KubernetesClientException e) {
        throw new ClusterFailure(
            ClusterFailure.Kind.OTHER, "The kubeconfig `" + file + "` cannot be read.");
      }
    }
    throw new ClusterFailure(
        ClusterFailure.Kind.OTHER,
        context
            .map(name -> "There is no context `" + name + "` in " + names() + ".")
            .orElse("There is no current context in " + names() + "."));
  }

  private String names() {
    return String.join(", ", files.stream().map(file -> "`" + file + "`").toList());
  }
}
