package dev.plimsoll.cli.command;

import dev.plimsoll.cli.report.GrantReport;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.rbac.AccessRequest;
import dev.plimsoll.rbac.Grant;
import dev.plimsoll.rbac.KindNames;
import dev.plimsoll.rbac.PermissionGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll rbac who-can}: who is given a right, and by which lines. */
@Command(
    name = "who-can",
    header = "Show who may do something, through which binding and which rule.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll rbac who-can get secrets -n shop-prod -e prod",
      "  plimsoll rbac who-can create pods/exec -n shop-prod -e prod --format json",
      "  plimsoll rbac who-can update deployments.apps shop -n shop-prod -e prod",
      "  plimsoll rbac who-can get /metrics -e prod",
      "",
      "Without -n: in the whole cluster, by bindings of the cluster alone.",
      "Exit codes: 0 somebody may, 1 nobody may, 3 something could not be seen."
    })
final class WhoCanCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "VERB", description = "get, list, create, * and so on.")
  private String verb = "";

  @Parameters(
      index = "1",
      paramLabel = "RESOURCE",
      description =
          "The plural of a kind, with its group and a subresource where it has them: secrets,"
              + " deployments.apps, pods/exec; or a path: /metrics.")
  private String resource = "";

  @Parameters(index = "2", arity = "0..1", paramLabel = "NAME", description = "One object.")
  private @Nullable String name;

  @Option(
      names = "--built-in",
      description =
          "Count the bindings that every cluster has as well, such as those of controllers.")
  private boolean builtIn;

  @Option(names = "--format", paramLabel = "FORMAT", description = "table or json. Default: table.")
  private Format format = Format.TABLE;

  @Mixin private WorkspaceOption workspace = new WorkspaceOption();
  @Mixin private PlaceOptions place = new PlaceOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  /** What comes out. */
  enum Format {
    TABLE,
    JSON
  }

  WhoCanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    AccessRequest request = request();
    RenderedPlace rendered = place.render(console, workspace);
    List<GrantReport.Answer> answers = new ArrayList<>();
    for (ClusterObjects cluster : rendered.places()) {
      for (Grant grant : PermissionGraph.of(cluster, builtIn).whoCan(request, place.namespace())) {
        answers.add(new GrantReport.Answer(cluster.place(), grant));
      }
    }
    GrantReport report = new GrantReport(rendered.workplace().prefix());
    console
        .out()
        .print(
            switch (format) {
              case TABLE ->
                  answers.isEmpty()
                      ? "Nobody may, by what the workspace says.\n"
                      : report.table(answers).render(output.palette(console));
              case JSON -> GrantReport.json(answers);
            });
    int code = rendered.report(console, output);
    return code == ExitCode.OK && answers.isEmpty() ? ExitCode.DIAGNOSTICS : code;
  }

  private AccessRequest request() {
    if (resource.startsWith("/")) {
      return new AccessRequest.Url(verb, resource);
    }
    AccessRequest.Resource wanted =
        KindNames.resource(resource)
            .map(kind -> AccessRequest.Resource.of(verb, kind.group(), kind.plural()))
            .orElseThrow(() ->
                new UsageError(
                    "`"
                        + resource
                        + "` is the plural of no kind that Kubernetes has; name the group of others:"
                        + " `widgets.example.com`."));
    return name == null ? wanted : wanted.named(name);
  }
}
