package dev.plimsoll.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The other options of {@code helm template}: those that change nothing in its output, so that the
 * command lines of people work, and those that ask for what {@code render} never does.
 */
final class HelmTemplateOptions {

  @Option(names = "--validate", hidden = true, preprocessor = SwitchValue.class)
  private boolean validate;

  @Option(names = "--dependency-update", hidden = true, preprocessor = SwitchValue.class)
  private boolean dependencyUpdate;

  @Option(names = "--enable-dns", hidden = true, preprocessor = SwitchValue.class)
  private boolean enableDns;

  @Option(names = "--verify", hidden = true, preprocessor = SwitchValue.class)
  private boolean verify;

  @Option(names = "--repo", hidden = true)
  private @Nullable String repository;

  @Option(names = "--output-dir", hidden = true)
  private @Nullable String outputFolder;

  @Option(names = "--post-renderer", hidden = true)
  private @Nullable String postRenderer;

  @Option(
      names = {
        "--atomic",
        "--create-namespace",
        "--devel",
        "--disable-openapi-validation",
        "--force",
        "--force-conflicts",
        "--force-replace",
        "--hide-notes",
        "--insecure-skip-tls-verify",
        "--kube-insecure-skip-tls-verify",
        "--pass-credentials",
        "--plain-http",
        "--release-name",
        "--render-subchart-notes",
        "--replace",
        "--rollback-on-failure",
        "--skip-crds",
        "--take-ownership",
        "--wait-for-jobs"
      },
      hidden = true,
      preprocessor = SwitchValue.class)
  @SuppressWarnings("UnusedVariable") // Of installing, or of fetching a chart.
  private boolean[] switches = {};

  @Option(
      names = {"--server-side", "--wait"},
      hidden = true,
      preprocessor = SwitchValue.OrWord.class)
  @SuppressWarnings("UnusedVariable") // Of installing: `--wait=legacy`, `--server-side=auto`.
  private boolean[] ways = {};

  @Option(names = "--dry-run", hidden = true, preprocessor = SwitchValue.OrWord.class)
  private String dryRun = "";

  @Option(
      names = {
        "--burst-limit",
        "--ca-file",
        "--cert-file",
        "--content-cache",
        "--description",
        "--key-file",
        "--keyring",
        "--kube-apiserver",
        "--kube-as-group",
        "--kube-as-user",
        "--kube-ca-file",
        "--kube-context",
        "--kube-tls-server-name",
        "--kube-token",
        "--kubeconfig",
        "--labels",
        "--password",
        "--post-renderer-args",
        "--qps",
        "--registry-config",
        "--repository-cache",
        "--repository-config",
        "--timeout",
        "--username",
        "--version"
      },
      hidden = true)
  @SuppressWarnings("UnusedVariable") // Of a cluster or a repository, neither of which is asked.
  private List<String> values = new ArrayList<>();

  /** Refuses what cannot be done without a cluster, the network or another program. */
  void check() {
    refuse(
        validate,
        "`--validate` asks a cluster, which `render` never does; `plimsoll check` validates offline.");
    refuse(
        dryRun.equals("server"),
        "`--dry-run=server` asks a cluster, which `render` never does; without it `lookup` gives nothing.");
    refuse(
        dependencyUpdate,
        "`--dependency-update` fetches charts, which `render` never does; run `helm dependency update` before.");
    refuse(
        repository != null,
        "`--repo` fetches a chart, which `render` never does; run `helm pull` before and name its file.");
    refuse(
        verify,
        "`--verify` checks a signature, which `render` never does; run `helm verify` before.");
    refuse(
        enableDns,
        "`--enable-dns` asks the network, which `render` never does; without it `getHostByName` gives nothing.");
    refuse(
        postRenderer != null,
        "`--post-renderer` runs a program, which `render` never does; pipe the output into it.");
    refuse(
        outputFolder != null,
        "`--output-dir` writes files, which `render` never does; redirect the output.");
  }

  private static void refuse(boolean asked, String message) {
    if (asked) {
      throw new UsageError(message);
    }
  }
}
