package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.cli.report.JsonText;
import dev.plimsoll.cli.report.Table;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.source.Located;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll releases}: the matrix. */
@Command(
    name = "releases",
    header = "Show every release of every environment on every cluster.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll releases -e prod",
      "  plimsoll releases --format json | jq -r '.[].cluster' | sort -u"
    })
public final class ReleasesCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private WorkspaceOption workspace = new WorkspaceOption();
  @Mixin private LayerOptions layers = new LayerOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--format", paramLabel = "FORMAT", description = "table or json. Default: table.")
  private Format format = Format.TABLE;

  /** What comes out. */
  enum Format {
    TABLE,
    JSON
  }

  public ReleasesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Workplace workplace = workspace.open(console);
    AnalysisResult result = workplace.load(layers, layers.environments());
    List<ReleaseInstance> releases = result.estate().releases();
    console
        .out()
        .print(
            switch (format) {
              case TABLE -> table(releases).render(output.palette(console));
              case JSON -> json(releases);
            });
    return ExitCode.OK;
  }

  private static Table table(List<ReleaseInstance> releases) {
    Table table = new Table("RELEASE", "ENVIRONMENT", "CLUSTER", "NAMESPACE", "CHART", "VERSION");
    for (ReleaseInstance release : releases) {
      table.row(
          release.cell().release(),
          release.cell().environment(),
          release.cell().cluster(),
          release.namespace(),
          release.chart().path(),
          version(release));
    }
    return table;
  }

  private static String json(List<ReleaseInstance> releases) {
    return JsonText.of(json -> {
      json.writeStartArray();
      for (ReleaseInstance release : releases) {
        json.writeStartObject();
        json.writeStringProperty("name", release.cell().release());
        json.writeStringProperty("namespace", release.namespace());
        json.writeStringProperty("environment", release.cell().environment());
        json.writeStringProperty("cluster", release.cell().cluster());
        json.writeBooleanProperty("enabled", true);
        json.writeBooleanProperty("installed", true);
        json.writeStringProperty("labels", "");
        json.writeStringProperty("chart", release.chart().path());
        json.writeStringProperty("version", version(release));
        json.writeArrayPropertyStart("needs");
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static String version(ReleaseInstance release) {
    return release.chart().metadata().version().map(Located::value).orElse("");
  }
}
