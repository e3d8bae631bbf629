package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisOptions;
import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.LiveCell;
import dev.plimsoll.cli.report.PlanText;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.cli.terminal.Git;
import dev.plimsoll.deploy.cluster.ApiResources;
import dev.plimsoll.deploy.cluster.Cluster;
import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ClusterIdentity;
import dev.plimsoll.deploy.cluster.Kubeconfig;
import dev.plimsoll.deploy.cluster.ReleaseRevision;
import dev.plimsoll.deploy.cluster.ReleaseStore;
import dev.plimsoll.deploy.helm.HelmCli;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.plan.PlanRequest;
import dev.plimsoll.deploy.plan.Planner;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.project.Project;
import dev.plimsoll.source.Located;
import dev.plimsoll.values.HelmVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code plimsoll plan}: freezes what a deploy will do. */
public final class PlanCommand implements Command {

  private final Console console;
  private final ClusterOptions way = new ClusterOptions();
  private final WorkspaceOption workspace = new WorkspaceOption();
  private final LayerOptions layers = new LayerOptions();
  private final OutputOptions shown = new OutputOptions();
  private String named = "";
  private @Nullable String clusterName;
  private @Nullable String output;
  private @Nullable String author;
  private Format format = Format.TEXT;

  /** What comes out. */
  enum Format {
    TEXT,
    JSON
  }

  public PlanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("plan", this)
        .header(
            "Freeze what a deploy of a release would do to its cluster, for review and approval.")
        .description(
            "%nThe plan is a folder: the chart, the values, what helm renders, what the rules say of it, and"
                + " what changes on the cluster, all under one hash. `plimsoll deploy` applies exactly that,"
                + " or nothing. Where the values hold plain secrets, so does the folder.%n")
        .examples(
            "  plimsoll plan shop -e prod --cluster prod-us-west -o plan",
            "  plimsoll plan shop -e prod --set image.tag=1.4.2 --format json | jq .hash",
            "",
            "Exit codes: 0 the plan is made; 1 helm cannot render the release; 2 wrong usage, or the cluster cannot be asked.")
        .with(this::declare);
  }

  private void declare(Options options) {
    options
        .parameter("RELEASE", "A release of the workspace.", value -> named = value)
        .text(
            "--cluster=NAME",
            "The cluster, where the environment has several.",
            value -> clusterName = value)
        .text(
            "-o, --output=DIR",
            "The folder to make. Default: plans/RELEASE-ENV-CLUSTER-N.",
            value -> output = value)
        .text(
            "--author=NAME",
            "Who makes the plan, and so cannot approve it. Default: the user of git.",
            value -> author = value)
        .value(
            "--format=FORMAT",
            "text or json. Default: text.",
            Format.class,
            value -> format = value)
        .with(way, workspace, layers, shown);
  }

  @Override
  public Integer call() {
    HelmCli helm = way.helm(console);
    HelmVersion version =
        HelmVersion.parse(helm.version().replaceAll("-.*", ""))
            .orElseThrow(() -> new UsageError("Helm " + helm.version() + " is not modelled."));
    Workplace workplace = workspace.open(console);
    AnalysisResult loaded = workplace.load(layers, layers.environments());
    Affected cell = cell(loaded);
    Kubeconfig kubeconfig = way.kubeconfig(console, context(loaded.project(), cell.cluster()));
    try (Cluster cluster = way.connect(kubeconfig)) {
      return plan(
          workplace,
          instance(loaded, cell),
          helm.on(kubeconfig, cluster.context()),
          version,
          cluster);
    } catch (ClusterFailure failure) {
      throw new UsageError(failure.reason());
    }
  }

  private int plan(
      Workplace workplace,
      ReleaseInstance loaded,
      HelmCli helm,
      HelmVersion version,
      Cluster cluster)
      throws ClusterFailure {
    ClusterIdentity identity = cluster.identity();
    ApiResources resources = new ApiResources(cluster);
    Optional<ReleaseRevision> live =
        new ReleaseStore(
                ClusterOptions.storage(console, cluster), loaded.namespace(), loaded.name())
            .last();
    LiveCell known =
        new LiveCell(
            loaded.cell(),
            identity.version(),
            resources.versions(),
            live.map(ReleaseRevision::revision).orElse(0));
    AnalysisOptions options =
        layers
            .analysisOptions(console, workplace.root(), List.of(loaded.cell().environment()))
            .withHelm(version)
            .withLive(known);
    AnalysisResult result = workplace.analyze(layers, options);
    workplace.reportBugs(result, shown);
    ReleaseInstance instance = instance(result, loaded.cell());
    int refused = Refusals.reportUnrendered(console, shown, workplace, result, List.of(instance));
    if (refused != ExitCode.OK || instance.rendered().isEmpty()) {
      return ExitCode.DIAGNOSTICS;
    }
    Git git = new Git(workplace.root());
    PlanRequest request =
        new PlanRequest(
            result,
            instance,
            cluster,
            resources,
            identity,
            helm,
            archive(workplace, instance),
            live,
            author == null ? git.user().orElse("") : author,
            git.head().orElse(""));
    return print(make(request, folder(instance.cell())));
  }

  /** A chart that is an archive stays that archive, so that its signature holds. */
  private static Optional<byte[]> archive(Workplace workplace, ReleaseInstance instance) {
    String path = instance.chart().path();
    if (!path.contains("!")) {
      return Optional.empty();
    }
    String archive = path.substring(0, path.indexOf('!'));
    try {
      return Optional.of(Files.readAllBytes(workplace.root().resolve(archive)));
    } catch (IOException e) {
      throw new UsageError("The chart `" + archive + "` cannot be read: " + e.getMessage() + ".");
    }
  }

  private static PlanFolder make(PlanRequest request, Path folder) throws ClusterFailure {
    try {
      return new Planner(request).make(folder);
    } catch (IOException e) {
      throw new UsageError("The plan cannot be made in `" + folder + "`: " + e.getMessage() + ".");
    }
  }

  private int print(PlanFolder plan) {
    if (format == Format.JSON) {
      ObjectNode json = (ObjectNode) plan.plan().toJson();
      json.put("hash", plan.hash());
      json.put("folder", plan.folder().toString());
      console.out().print(Json.canonical(json));
    } else {
      Path shownFolder =
          plan.folder().startsWith(console.directory())
              ? console.directory().relativize(plan.folder())
              : plan.folder();
      console.out().print(new PlanText(shown.palette(console)).of(plan, shownFolder.toString()));
    }
    return ExitCode.OK;
  }

  private Path folder(Affected cell) {
    if (output != null) {
      Path folder = console.directory().resolve(output).normalize();
      if (Files.exists(folder)) {
        throw new UsageError(
            "`" + output + "` is there already; a plan wants a folder of its own.");
      }
      return folder;
    }
    String name =
        "plans/"
            + cell.release()
            + "-"
            + cell.environment()
            + (cell.cluster().isEmpty() ? "" : "-" + cell.cluster())
            + "-";
    int number = 1;
    while (Files.exists(console.directory().resolve(name + number))) {
      number++;
    }
    return console.directory().resolve(name + number);
  }

  private Affected cell(AnalysisResult loaded) {
    List<ReleaseInstance> found =
        Releases.named(loaded, named).stream()
            .filter(each -> clusterName == null || each.cell().cluster().equals(clusterName))
            .toList();
    if (found.size() == 1) {
      return found.getFirst().cell();
    }
    String choices =
        String.join(
            ", ",
            Releases.named(loaded, named).stream().map(each -> each.cell().toString()).toList());
    throw new UsageError(
        "A plan is about one release on one cluster; choose with -e and --cluster: "
            + choices
            + ".");
  }

  private static ReleaseInstance instance(AnalysisResult result, Affected cell) {
    return result.estate().releases().stream()
        .filter(each -> each.cell().equals(cell))
        .findFirst()
        .orElseThrow(() ->
            new UsageError(
                "The release " + cell + " cannot be loaded; `plimsoll check` says why."));
  }

  private static Optional<String> context(Project project, String cluster) {
    return project.clusters().stream()
        .filter(each -> each.name().value().equals(cluster))
        .findFirst()
        .flatMap(Project.Cluster::context)
        .map(Located::value);
  }
}
