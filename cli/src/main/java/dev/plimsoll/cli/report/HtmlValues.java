package dev.plimsoll.cli.report;

import dev.plimsoll.diagnostic.Affected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The values of releases that are not the same in all of their environments. */
final class HtmlValues {

  /** A page must stay one that a browser opens at once. */
  private static final int MAX_ROWS = 1000;

  private final JsonGenerator json;
  private final Map<Affected, Integer> indexes;

  /**
   * @param indexes the cells as the page counts them
   */
  HtmlValues(JsonGenerator json, Map<Affected, Integer> indexes) {
    this.json = json;
    this.indexes = indexes;
  }

  void write(List<CellValues> values) {
    Map<String, List<CellValues>> byRelease = new LinkedHashMap<>();
    for (CellValues each : values) {
      byRelease.computeIfAbsent(each.cell().release(), name -> new ArrayList<>()).add(each);
    }
    json.writeStartObject();
    byRelease.forEach((release, cells) -> {
      Map<String, CellValues.@Nullable Leaf[]> different = different(cells);
      if (!different.isEmpty()) {
        json.writeObjectPropertyStart(release);
        release(cells, different);
        json.writeEndObject();
      }
    });
    json.writeEndObject();
  }

  private static Map<String, CellValues.@Nullable Leaf[]> different(List<CellValues> cells) {
    Map<String, CellValues.@Nullable Leaf[]> rows = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      for (CellValues.Leaf leaf : cells.get(i).leaves()) {
        rows.computeIfAbsent(leaf.path(), path -> new CellValues.@Nullable Leaf[cells.size()])[i] =
            leaf;
      }
    }
    rows.values().removeIf(HtmlValues::isSame);
    return rows;
  }

  private static boolean isSame(CellValues.@Nullable Leaf[] row) {
    CellValues.Leaf first = row[0];
    for (CellValues.Leaf other : row) {
      if (first == null || other == null || !first.text().equals(other.text())) {
        return false;
      }
    }
    return true;
  }

  private void release(List<CellValues> cells, Map<String, CellValues.@Nullable Leaf[]> rows) {
    json.writeArrayPropertyStart("cells");
    cells.forEach(each -> json.writeNumber(indexes.getOrDefault(each.cell(), -1)));
    json.writeEndArray();
    json.writeArrayPropertyStart("rows");
    rows.entrySet().stream().limit(MAX_ROWS).forEach(row -> row(row.getKey(), row.getValue()));
    json.writeEndArray();
    json.writeNumberProperty("more", Math.max(0, rows.size() - MAX_ROWS));
  }

  private void row(String path, CellValues.@Nullable Leaf[] leaves) {
    json.writeStartObject();
    json.writeStringProperty("path", path);
    json.writeArrayPropertyStart("of");
    for (CellValues.Leaf leaf : leaves) {
      if (leaf == null) {
        json.writeNull();
      } else {
        json.writeStartArray();
        json.writeString(leaf.text());
        json.writeString(leaf.origin());
        json.writeEndArray();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
