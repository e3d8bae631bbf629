package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.deploy.cluster.Cluster;
import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.Kubeconfig;
import dev.plimsoll.deploy.cluster.ReleaseStorage;
import dev.plimsoll.deploy.helm.HelmCli;
import dev.plimsoll.deploy.helm.HelmFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way to a cluster and to helm, with helm's names. */
final class ClusterOptions implements OptionGroup {

  private @Nullable String kubeconfig;
  private @Nullable String context;
  private @Nullable String helm;

  @Override
  public void declare(Options options) {
    options
        .text(
            "--kubeconfig=FILE",
            "The kubeconfig. Default: KUBECONFIG, or ~/.kube/config.",
            value -> kubeconfig = value)
        .text(
            "--kube-context=NAME",
            "The context instead of the one that the project names for the cluster.",
            value -> context = value)
        .text(
            "--helm=FILE",
            "The helm to deploy with, 3 or 4. Default: the one on the PATH.",
            value -> helm = value);
  }

  /** The kubeconfig with a context; that of the options counts first. */
  Kubeconfig kubeconfig(Console console, Optional<String> otherwise) {
    return Kubeconfig.find(
        Optional.ofNullable(kubeconfig),
        Optional.ofNullable(context).or(() -> otherwise),
        console.environment(),
        console.directory());
  }

  Cluster connect(Kubeconfig way) {
    try {
      return Cluster.of(way);
    } catch (ClusterFailure failure) {
      throw new UsageError(failure.reason());
    }
  }

  HelmCli helm(Console console) {
    try {
      return HelmCli.find(Optional.ofNullable(helm), console.environment(), console.directory());
    } catch (HelmFailure failure) {
      throw new UsageError(failure.reason());
    }
  }

  /** Where Helm keeps releases. */
  static ReleaseStorage storage(Console console, Cluster cluster) {
    try {
      return ReleaseStorage.find(cluster, console.environment());
    } catch (ClusterFailure failure) {
      throw new UsageError(failure.reason());
    }
  }
}
