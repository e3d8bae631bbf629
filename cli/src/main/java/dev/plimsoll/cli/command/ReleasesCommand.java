package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.cli.report.JsonText;
import dev.plimsoll.cli.report.Table;
import dev.plimsoll.cli.terminal.Console;
import java.util.List;

/** {@code plimsoll releases}: the matrix. */
public final class ReleasesCommand implements Command {

  private final Console console;
  private final WorkspaceOption workspace = new WorkspaceOption();
  private final LayerOptions layers = new LayerOptions();
  private final OutputOptions output = new OutputOptions();
  private Format format = Format.TABLE;

  /** What comes out. */
  enum Format {
    TABLE,
    JSON,
    DOT,
    MERMAID
  }

  public ReleasesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("releases", this)
        .header("Show every release of every environment on every cluster.")
        .examples(
            "  plimsoll releases -e prod",
            "  plimsoll releases --format json | jq -r '.[].cluster' | sort -u")
        .with(workspace, layers, output)
        .value(
            "--format=FORMAT",
            "table, json, dot or mermaid. Default: table.",
            Format.class,
            value -> format = value);
  }

  @Override
  public Integer call() {
    layers.takeFilesForHelmfiles();
    Workplace workplace = workspace.open(console);
    AnalysisResult result = workplace.load(layers, layers.environments());
    List<MatrixRow> rows = MatrixRow.of(result.estate(), result.project(), layers.environments());
    console
        .out()
        .print(
            switch (format) {
              case TABLE -> table(rows).render(output.palette(console));
              case JSON -> json(rows);
              case DOT -> new NeedsGraph(rows).dot();
              case MERMAID -> new NeedsGraph(rows).mermaid();
            });
    return Refusals.reportHelmfiles(console, output, workplace, result, layers.environments());
  }

  private static Table table(List<MatrixRow> rows) {
    Table table =
        new Table("RELEASE", "ENVIRONMENT", "CLUSTER", "NAMESPACE", "CHART", "VERSION", "STATE");
    for (MatrixRow row : rows) {
      String state = !row.enabled() ? "disabled" : row.installed() ? "" : "not installed";
      table.row(
          row.name(),
          row.environment(),
          row.cluster(),
          row.namespace(),
          row.chart(),
          row.version(),
          state);
    }
    return table;
  }

  private static String json(List<MatrixRow> rows) {
    return JsonText.of(json -> {
      json.writeStartArray();
      for (MatrixRow row : rows) {
        json.writeStartObject();
        json.writeStringProperty("name", row.name());
        json.writeStringProperty("namespace", row.namespace());
        json.writeStringProperty("environment", row.environment());
        json.writeStringProperty("cluster", row.cluster());
        json.writeBooleanProperty("enabled", row.enabled());
        json.writeBooleanProperty("installed", row.installed());
        json.writeStringProperty("labels", row.labels());
        json.writeStringProperty("chart", row.chart());
        json.writeStringProperty("version", row.version());
        JsonText.texts(json, "needs", row.needs());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }
}
