package dev.plimsoll.cli.command;

import dev.plimsoll.cli.report.GrantReport;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.rbac.Escalation;
import dev.plimsoll.rbac.Escalations;
import dev.plimsoll.rbac.PermissionGraph;
import java.util.ArrayList;
import java.util.List;

/** {@code plimsoll rbac escalations}: who can become more. */
final class EscalationsCommand implements Command {

  private final Console console;
  private final WorkspaceOption workspace = new WorkspaceOption();
  private final PlaceOptions place = new PlaceOptions();
  private final OutputOptions output = new OutputOptions();
  private Format format = Format.TEXT;

  /** What comes out. */
  enum Format {
    TEXT,
    JSON
  }

  EscalationsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("escalations", this)
        .header("Show who can become more than it is, and through which lines.")
        .examples(
            "  plimsoll rbac escalations -e prod",
            "  plimsoll rbac escalations -e prod -n shop-prod --format json",
            "",
            "Ways: wildcards, escalate, bind, impersonate, certificates, admission webhooks, kubelets,",
            "volumes of nodes, tokens, pods as other accounts, commands in pods, Secrets.",
            "Exit codes: 0 they are listed, none or many; 3 something could not be seen.")
        .value(
            "--format=FORMAT",
            "text or json. Default: text.",
            Format.class,
            value -> format = value)
        .with(workspace, place, output);
  }

  @Override
  public Integer call() {
    RenderedPlace rendered = place.render(console, workspace);
    List<GrantReport.Way> ways = new ArrayList<>();
    for (ClusterObjects cluster : rendered.places()) {
      for (Escalation escalation : Escalations.of(PermissionGraph.of(cluster))) {
        if (isWanted(escalation)) {
          ways.add(new GrantReport.Way(cluster.place(), escalation));
        }
      }
    }
    console
        .out()
        .print(
            switch (format) {
              case TEXT ->
                  ways.isEmpty()
                      ? "Nobody can become more, by what the workspace says.\n"
                      : new GrantReport(rendered.workplace().prefix()).text(ways);
              case JSON -> GrantReport.jsonOfWays(ways);
            });
    return rendered.report(console, output);
  }

  /** What works everywhere works in each namespace. */
  private boolean isWanted(Escalation escalation) {
    return place.namespace().isEmpty()
        || escalation.namespace().isEmpty()
        || escalation.namespace().equals(place.namespace());
  }
}
