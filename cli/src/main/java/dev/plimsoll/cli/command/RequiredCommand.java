package dev.plimsoll.cli.command;

import dev.plimsoll.cli.report.RoleReport;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.rbac.DeployNeeds;
import dev.plimsoll.rbac.DeployNeeds.Deployment;
import dev.plimsoll.rbac.ReleaseNeeds;
import dev.plimsoll.rbac.RoleDraft;
import dev.plimsoll.values.HelmVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code plimsoll rbac required}: the least that a deploying account needs. */
final class RequiredCommand implements Command {

  private final Console console;
  private final WorkspaceOption workspace = new WorkspaceOption();
  private final LayerOptions layers = new LayerOptions();
  private final OutputOptions output = new OutputOptions();
  private @Nullable String release;
  private @Nullable String account;
  private String name = "helm-deployer";
  private boolean createNamespace;
  private boolean noWait;
  private Storage storage = Storage.SECRETS;
  private Format format = Format.YAML;

  /** What comes out. */
  enum Format {
    YAML,
    JSON
  }

  /** Where Helm keeps its releases. */
  enum Storage {
    SECRETS,
    CONFIGMAPS,
    SQL
  }

  RequiredCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("required", this)
        .header("Write the least Roles that let an account deploy a release with Helm.")
        .description(
            "",
            "Derived from the rendered objects, the hooks and crds/ of the charts, and from what Helm itself",
            "asks an API server for: its releases, --wait, rollback, uninstall. What `lookup` in templates",
            "reads cannot be seen and is not counted, and neither are objects that only older revisions have.")
        .examples(
            "  plimsoll rbac required shop -e prod --account ci/shop-deployer | kubectl apply -f -",
            "  plimsoll rbac required -e prod --helm-version 3.22      all releases, for Helm 3",
            "",
            "Exit codes: 0 they are written, 3 something could not be seen.")
        .with(this::declareRoles, this::declareDeployment)
        .value(
            "--format=FORMAT",
            "yaml or json. Default: yaml.",
            Format.class,
            value -> format = value)
        .with(workspace, layers, output);
  }

  private void declareRoles(Options options) {
    options
        .optionalParameter(
            "RELEASE",
            "A release of the workspace. Default: all of them.",
            value -> release = value)
        .text(
            "--account=NAMESPACE/NAME",
            "Bind the roles to this service account.",
            value -> account = value)
        .text(
            "--name=NAME", "The name of the roles. Default: helm-deployer.", value -> name = value);
  }

  private void declareDeployment(Options options) {
    options
        .flag(
            "--create-namespace",
            "Helm is told to make the namespace, as helmfile tells it by itself.",
            on -> createNamespace = on)
        .flag(
            "--no-wait",
            "Helm is not told to wait: neither --wait nor --atomic.",
            on -> noWait = on)
        .value(
            "--storage=KIND",
            "Where Helm keeps its releases: secrets, configmaps or sql. Default: secrets.",
            Storage.class,
            value -> storage = value);
  }

  @Override
  public Integer call() {
    Optional<RoleReport.Account> bound = account();
    RenderedPlace rendered = RenderedPlace.of(console, workspace, layers);
    List<ReleaseInstance> releases =
        release == null
            ? rendered.result().estate().releases()
            : Releases.named(rendered.result(), release);
    HelmVersion helm = layers.helm().orElse(rendered.result().project().helm());
    ReleaseNeeds all =
        new ReleaseNeeds(
            rendered.result().estate(),
            helm,
            switch (storage) {
              case SECRETS -> "secrets";
              case CONFIGMAPS -> "configmaps";
              // Not in the cluster.
              case SQL -> "";
            });
    List<DeployNeeds> needs = new ArrayList<>();
    for (ReleaseInstance each : releases) {
      all.of(each, deployment(all.deployment(each))).ifPresent(needs::add);
    }
    List<RoleDraft> roles = RoleDraft.of(needs);
    RoleReport report = new RoleReport(name, bound);
    console
        .out()
        .print(
            switch (format) {
              case YAML -> report.yaml(roles);
              case JSON -> report.json(roles);
            });
    return rendered.report(console, output);
  }

  private Deployment deployment(Deployment said) {
    return new Deployment(
        said.helm(),
        said.storage(),
        said.namespace(),
        said.waits() && !noWait,
        said.createsNamespace() || createNamespace);
  }

  private Optional<RoleReport.Account> account() {
    if (account == null) {
      return Optional.empty();
    }
    String[] parts = account.split("/", -1);
    if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      throw new UsageError("`--account " + account + "` must be NAMESPACE/NAME.");
    }
    return Optional.of(new RoleReport.Account(parts[0], parts[1]));
  }
}
