package dev.plimsoll.cli.command;

import dev.plimsoll.cli.report.GrantReport;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.rbac.Escalation;
import dev.plimsoll.rbac.Escalations;
import dev.plimsoll.rbac.PermissionGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll rbac escalations}: who can become more. */
@Command(
    name = "escalations",
    header = "Show who can become more than it is, and through which lines.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll rbac escalations -e prod",
      "  plimsoll rbac escalations -e prod -n shop-prod --format json",
      "",
      "Ways: wildcards, escalate, bind, impersonate, certificates, admission webhooks, kubelets,",
      "volumes of nodes, tokens, pods as other accounts, commands in pods, Secrets.",
      "Exit codes: 0 they are listed, none or many; 3 something could not be seen."
    })
final class EscalationsCommand implements Callable<Integer> {

  private final Console console;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
  private Format format = Format.TEXT;

  @Mixin private WorkspaceOption workspace = new WorkspaceOption();
  @Mixin private PlaceOptions place = new PlaceOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  /** What comes out. */
  enum Format {
    TEXT,
    JSON
  }

  EscalationsCommand(Console console) {
    this.console = console;
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
