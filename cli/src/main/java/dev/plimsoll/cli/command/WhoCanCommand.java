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
import org.jspecify.annotations.Nullable;

/** {@code plimsoll rbac who-can}: who is given a right, and by which lines. */
final class WhoCanCommand implements Command {

  private final Console console;
  private final WorkspaceOption workspace = new WorkspaceOption();
  private final PlaceOptions place = new PlaceOptions();
  private final OutputOptions output = new OutputOptions();
  private String verb = "";
  private String resource = "";
  private @Nullable String name;
  private boolean builtIn;
  private Format format = Format.TABLE;

  /** What comes out. */
  enum Format {
    TABLE,
    JSON
  }

  WhoCanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("who-can", this)
        .header("Show who may do something, through which binding and which rule.")
        .examples(
            "  plimsoll rbac who-can get secrets -n shop-prod -e prod",
            "  plimsoll rbac who-can create pods/exec -n shop-prod -e prod --format json",
            "  plimsoll rbac who-can update deployments.apps shop -n shop-prod -e prod",
            "  plimsoll rbac who-can get /metrics -e prod",
            "",
            "Without -n: in the whole cluster, by bindings of the cluster alone.",
            "Exit codes: 0 somebody may, 1 nobody may, 3 something could not be seen.")
        .with(this::declare);
  }

  private void declare(Options options) {
    options
        .parameter("VERB", "get, list, create, * and so on.", value -> verb = value)
        .parameter(
            "RESOURCE",
            "The plural of a kind, with its group and a subresource where it has them: secrets,"
                + " deployments.apps, pods/exec; or a path: /metrics.",
            value -> resource = value)
        .optionalParameter("NAME", "One object.", value -> name = value)
        .flag(
            "--built-in",
            "Count the bindings that every cluster has as well, such as those of controllers.",
            on -> builtIn = on)
        .value(
            "--format=FORMAT",
            "table or json. Default: table.",
            Format.class,
            value -> format = value)
        .with(workspace, place, output);
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
