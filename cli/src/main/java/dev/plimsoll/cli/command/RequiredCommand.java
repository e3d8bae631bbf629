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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll rbac required}: the least that a deploying account needs. */
@Command(
    name = "required",
    header = "Write the least Roles that let an account deploy a release with Helm.",
    description = {
      "",
      "Derived from the rendered objects, the hooks and crds/ of the charts, and from what Helm itself",
      "asks an API server for: its releases, --wait, rollback, uninstall. What `lookup` in templates",
      "reads cannot be seen and is not counted, and neither are objects that only older revisions have."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll rbac required shop -e prod --account ci/shop-deployer | kubectl apply -f -",
      "  plimsoll rbac required -e prod --helm-version 3.22      all releases, for Helm 3",
      "",
      "Exit codes: 0 they are written, 3 something could not be seen."
    })
final class RequiredCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RELEASE",
      description = "A release of the workspace. Default: all of them.")
  private @Nullable String release;

  @Option(
      names = "--account",
      paramLabel = "NAMESPACE/NAME",
      description = "Bind the roles to this service account.")
  private @Nullable String account;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "helm-deployer",
      description = "The name of the roles. Default: helm-deployer.")
  private String name = "helm-deployer";

  @Option(
      names = "--create-namespace",
      description = "Helm is told to make the namespace, as helmfile tells it by itself.")
  private boolean createNamespace;

  @Option(
      names = "--no-wait",
      description = "Helm is not told to wait: neither --wait nor --atomic.")
  private boolean noWait;

  @Option(
      names = "--storage",
      paramLabel = "KIND",
      defaultValue = "secrets",
      description = "Where Helm keeps its releases: secrets, configmaps or sql. Default: secrets.")
  private Storage storage = Storage.SECRETS;

  @Option(names = "--format", paramLabel = "FORMAT", description = "yaml or json. Default: yaml.")
  private Format format = Format.YAML;

  @Mixin private WorkspaceOption workspace = new WorkspaceOption();
  @Mixin private LayerOptions layers = new LayerOptions();
  @Mixin private OutputOptions output = new OutputOptions();

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
