package dev.plimsoll.cli.command;

import org.jspecify.annotations.Nullable;

/**
 * The other options of {@code helm template}: those that change nothing in its output, so that the
 * command lines of people work, and those that ask for what {@code render} never does.
 */
final class HelmTemplateOptions implements OptionGroup {

  /** Of installing, or of fetching a chart. */
  private static final String SWITCHES =
      "--atomic, --create-namespace, --devel, --disable-openapi-validation, --force,"
          + " --force-conflicts, --force-replace, --hide-notes, --insecure-skip-tls-verify,"
          + " --kube-insecure-skip-tls-verify, --pass-credentials, --plain-http, --release-name,"
          + " --render-subchart-notes, --replace, --rollback-on-failure, --skip-crds,"
          + " --take-ownership, --wait-for-jobs";

  /** Of installing: {@code --wait=legacy}, {@code --server-side=auto}. */
  private static final String WAYS = "--server-side, --wait";

  /** Of a cluster or a repository, neither of which is asked. */
  private static final String VALUES =
      "--burst-limit, --ca-file, --cert-file, --content-cache, --description, --key-file,"
          + " --keyring, --kube-apiserver, --kube-as-group, --kube-as-user, --kube-ca-file,"
          + " --kube-context, --kube-tls-server-name, --kube-token, --kubeconfig, --labels,"
          + " --password, --post-renderer-args, --qps, --registry-config, --repository-cache,"
          + " --repository-config, --timeout, --username, --version";

  private static final String HIDDEN = "";

  private boolean validate;
  private boolean dependencyUpdate;
  private boolean enableDns;
  private boolean verify;
  private @Nullable String repository;
  private @Nullable String outputFolder;
  private @Nullable String postRenderer;
  private String dryRun = "";

  @Override
  public void declare(Options options) {
    options
        .helmSwitch("--validate", HIDDEN, on -> validate = on)
        .helmSwitch("--dependency-update", HIDDEN, on -> dependencyUpdate = on)
        .helmSwitch("--enable-dns", HIDDEN, on -> enableDns = on)
        .helmSwitch("--verify", HIDDEN, on -> verify = on)
        .text("--repo=<repository>", HIDDEN, value -> repository = value)
        .text("--output-dir=<outputFolder>", HIDDEN, value -> outputFolder = value)
        .text("--post-renderer=<postRenderer>", HIDDEN, value -> postRenderer = value)
        .helmSwitch(SWITCHES, HIDDEN, _ -> {})
        .helmWord(WAYS, HIDDEN, _ -> {})
        .helmWord("--dry-run", HIDDEN, word -> dryRun = word)
        .texts(VALUES + "=<values>", HIDDEN, _ -> {});
  }

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
