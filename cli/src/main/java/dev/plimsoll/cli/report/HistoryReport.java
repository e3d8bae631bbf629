package dev.plimsoll.cli.report;

import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Position;
import dev.plimsoll.values.JsonPrinter;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValueHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** What {@code plimsoll why} shows: the chain of layers, once for all cells in which it is the same. */
public final class HistoryReport {

  private final String prefix;

  /**
   * @param prefix stands before every path in the text form; see {@link TextReport}
   */
  public HistoryReport(String prefix) {
    this.prefix = prefix;
  }

  /** The text form: one block for each different chain. */
  public String text(Map<Affected, ValueHistory> histories, Palette palette) {
    Map<ValueHistory, List<Affected>> cellsByHistory = new LinkedHashMap<>();
    histories.forEach(
        (cell, history) ->
            cellsByHistory.computeIfAbsent(history, unseen -> new ArrayList<>()).add(cell));
    StringBuilder out = new StringBuilder();
    cellsByHistory.forEach(
        (history, cells) -> {
          out.append(out.isEmpty() ? "" : "\n");
          out.append(palette.bold(history.path() + " of " + AffectsText.of(cells)));
          out.append(" is ").append(palette.help(effective(history))).append('\n');
          out.append(chain(history, palette));
        });
    return out.toString();
  }

  private static String effective(ValueHistory history) {
    return history.winner().map(entry -> ValueText.of(entry.value())).orElse("not set");
  }

  private String chain(ValueHistory history, Palette palette) {
    Table table = new Table("", "LAYER", "VALUE");
    for (ValueHistory.Entry entry : history.entries()) {
      table.row("  " + word(entry.state()), place(entry), ValueText.of(entry.value()));
    }
    return table.render(palette);
  }

  private String place(ValueHistory.Entry entry) {
    boolean option = entry.layer().kind().isOption();
    return option ? entry.layer().label() : prefix + entry.location();
  }

  /** The machine form: an array with an object per cell. */
  public static String json(Map<Affected, ValueHistory> histories) {
    return JsonText.of(
        json -> {
          json.writeStartArray();
          histories.forEach((cell, history) -> cell(json, cell, history));
          json.writeEndArray();
        });
  }

  private static void cell(JsonGenerator json, Affected cell, ValueHistory history) {
    json.writeStartObject();
    json.writeStringProperty("release", cell.release());
    json.writeStringProperty("environment", cell.environment());
    json.writeStringProperty("cluster", cell.cluster());
    json.writeStringProperty("path", history.path().toString());
    json.writeName("value");
    history
        .winner()
        .ifPresentOrElse(entry -> value(json, entry.value()), () -> json.writeNull());
    json.writeArrayPropertyStart("layers");
    for (ValueHistory.Entry entry : history.entries()) {
      json.writeStartObject();
      json.writeStringProperty("state", word(entry.state()));
      json.writeStringProperty("layer", entry.layer().label());
      location(json, entry.location());
      json.writeName("value");
      value(json, entry.value());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, Value value) {
    json.writeRawValue(JsonPrinter.print(value));
  }

  private static void location(JsonGenerator json, Location location) {
    Position position = location.position();
    json.writeStringProperty("file", location.file().path());
    json.writeNumberProperty("line", position.line());
    json.writeNumberProperty("column", position.column());
  }

  private static String word(ValueHistory.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
