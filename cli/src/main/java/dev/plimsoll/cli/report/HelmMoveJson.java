package dev.plimsoll.cli.report;

import dev.plimsoll.render.comparison.ChartComparison;
import dev.plimsoll.render.comparison.FieldChange;
import dev.plimsoll.render.comparison.ObjectChange;
import dev.plimsoll.values.HelmVersion;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Says as JSON what a move between versions of Helm changes: an array of renders. */
public final class HelmMoveJson {

  private final ShownChange shown;

  public HelmMoveJson(ShownChange shown) {
    this.shown = shown;
  }

  public String of(HelmVersion from, HelmVersion to, List<ComparedRelease> releases) {
    return JsonText.of(json -> {
      json.writeStartArray();
      for (ComparedRelease release : releases) {
        json.writeStartObject();
        json.writeStringProperty("release", release.cell().release());
        json.writeStringProperty("environment", release.cell().environment());
        json.writeStringProperty("cluster", release.cell().cluster());
        json.writeStringProperty("from", from.toString());
        json.writeStringProperty("to", to.toString());
        if (release.comparison().isPresent()) {
          comparison(json, release.comparison().get());
        } else {
          json.writeStringProperty("problem", release.problem());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private void comparison(JsonGenerator json, ChartComparison comparison) {
    json.writeBooleanProperty("sameBytes", comparison.sameBytes());
    json.writeBooleanProperty("reordered", comparison.reordered());
    json.writeNumberProperty("textOnly", comparison.rewordings());
    json.writeArrayPropertyStart("objects");
    for (ObjectChange change : comparison.changes()) {
      json.writeStartObject();
      json.writeStringProperty("kind", change.id().kind());
      json.writeStringProperty("namespace", change.id().namespace());
      json.writeStringProperty("name", change.id().name());
      json.writeBooleanProperty("hook", change.isHook());
      json.writeStringProperty("effect", change.effect().name().toLowerCase(Locale.ROOT));
      if (change.pods().isPresent()) {
        json.writeNumberProperty("pods", change.pods().getAsInt());
      }
      json.writeArrayPropertyStart("fields");
      change.fields().forEach(field -> field(json, change, field));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void field(JsonGenerator json, ObjectChange change, FieldChange field) {
    json.writeStartObject();
    json.writeStringProperty("path", field.path());
    field
        .before()
        .ifPresent(text -> json.writeStringProperty("before", shown.full(change, field, text)));
    field
        .after()
        .ifPresent(text -> json.writeStringProperty("after", shown.full(change, field, text)));
    shown.place(field).ifPresent(place -> json.writeStringProperty("origin", place));
    json.writeEndObject();
  }
}
