package dev.plimsoll.cli.report;

import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.AffectsText;
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
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * What {@code plimsoll why} shows: the chain of layers, once for all cells in which it is the same.
 */
public final class HistoryReport {

  /**
   * One value in one cell.
   *
   * @param effective what templates see; empty if nothing is set
   * @param history what every layer says
   */
  public record Answer(Affected cell, Optional<Value> effective, ValueHistory history) {}

  private final String prefix;

  /**
   * @param prefix stands before every path in the text form; see {@link TextReport}
   */
  public HistoryReport(String prefix) {
    this.prefix = prefix;
  }

  /** The text form: one block for each different chain. */
  public String text(List<Answer> answers, Palette palette) {
    Map<ValueHistory, List<Answer>> byHistory = new LinkedHashMap<>();
    for (Answer answer : answers) {
      byHistory.computeIfAbsent(answer.history(), unseen -> new ArrayList<>()).add(answer);
    }
    StringBuilder out = new StringBuilder();
    byHistory.forEach((history, same) -> {
      String cells = AffectsText.of(same.stream().map(Answer::cell).toList());
      String effective = same.getFirst().effective().map(ValueText::of).orElse("not set");
      out.append(out.isEmpty() ? "" : "\n");
      out.append(palette.bold(history.path() + " of " + cells));
      out.append(" is ").append(palette.help(effective)).append('\n');
      out.append(history.entries().isEmpty() ? "" : chain(history, palette));
    });
    return out.toString();
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
    return option ? entry.layer().label() : ShownPath.of(prefix, entry.location());
  }

  /** The machine form: an array with an object per cell. */
  public static String json(List<Answer> answers) {
    return JsonText.of(json -> {
      json.writeStartArray();
      answers.forEach(answer -> answer(json, answer));
      json.writeEndArray();
    });
  }

  private static void answer(JsonGenerator json, Answer answer) {
    json.writeStartObject();
    json.writeStringProperty("release", answer.cell().release());
    json.writeStringProperty("environment", answer.cell().environment());
    json.writeStringProperty("cluster", answer.cell().cluster());
    json.writeStringProperty("path", answer.history().path().toString());
    json.writeName("value");
    answer.effective().ifPresentOrElse(value -> value(json, value), () -> json.writeNull());
    json.writeArrayPropertyStart("layers");
    for (ValueHistory.Entry entry : answer.history().entries()) {
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
