package dev.plimsoll.cli.report;

import dev.plimsoll.analysis.LayerOffer;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** Writes what the report of a part has besides, for {@link ReportMerger}. */
final class JsonShard {

  private final JsonGenerator json;
  private final JsonReport form;

  /** Who reads the files that offers name: once for all, as many offers name the same. */
  private final Map<String, Set<Affected>> readBy = new TreeMap<>();

  JsonShard(JsonGenerator json, JsonReport form) {
    this.json = json;
    this.form = form;
  }

  /** What a diagnostic is joined by, and what its fixes are chosen from. */
  void source(ShownDiagnostic diagnostic) {
    json.writeStringProperty("mendedBy", diagnostic.mendedBy().get());
    json.writeArrayPropertyStart("offers");
    diagnostic.offers().get().forEach(this::offer);
    json.writeEndArray();
  }

  private void offer(LayerOffer<ShownFix.Edit> offer) {
    json.writeStartObject();
    form.fix(offer.title(), offer.applicability(), offer.edits());
    json.writeBooleanProperty("editable", offer.isEditable());
    List<ShownFix.Edit> written = new ArrayList<>();
    List<List<LayerOffer.Place<ShownFix.Edit>>> places =
        offer.readers().stream().map(reader -> reader.places().get()).toList();
    json.writeArrayPropertyStart("places");
    // Most cells name the same few.
    for (LayerOffer.Place<ShownFix.Edit> place : places.stream().flatMap(List::stream).toList()) {
      if (!written.contains(place.edit())) {
        written.add(place.edit());
        place(place);
      }
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("readers");
    for (int i = 0; i < places.size(); i++) {
      json.writeStartObject();
      form.names(offer.readers().get(i).cell());
      json.writeArrayPropertyStart("places");
      places.get(i).forEach(place -> json.writeNumber(written.indexOf(place.edit())));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void place(LayerOffer.Place<ShownFix.Edit> place) {
    readBy.putIfAbsent(place.file(), place.readBy());
    json.writeStartObject();
    form.edit(place.edit());
    json.writeNumberProperty("depth", place.depth());
    json.writeEndObject();
  }

  /** What one part needs to be joined with the others. */
  void part(CheckReport report, ShardPart part) {
    json.writeObjectPropertyStart("shard");
    json.writeNumberProperty("index", part.index());
    json.writeNumberProperty("count", part.count());
    json.writeStringProperty("prefix", report.prefix());
    json.writeBooleanProperty("complete", report.isComplete());
    json.writeArrayPropertyStart("cells");
    for (ShownCell cell : report.cells()) {
      json.writeStartObject();
      form.names(cell.cell());
      json.writeStringProperty("namespace", cell.namespace());
      json.writeStringProperty("chart", cell.chart());
      json.writeNumberProperty("objects", cell.objects());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("rules");
    report.ownRules().forEach(this::rule);
    json.writeEndArray();
    json.writeArrayPropertyStart("pending");
    part.pending().forEach(form::diagnostic);
    json.writeEndArray();
    layers();
    json.writeArrayPropertyStart("values");
    report.values().get().forEach(this::values);
    json.writeEndArray();
    json.writeEndObject();
  }

  /** What reports of the whole say of a rule that only the project knows. */
  private void rule(RuleMetadata rule) {
    json.writeStartObject();
    json.writeStringProperty("id", rule.id().value());
    json.writeStringProperty("category", rule.category());
    json.writeObjectPropertyStart("severity");
    for (Profile profile : Profile.values()) {
      rule.severity(profile)
          .ifPresent(level -> json.writeStringProperty(profile.label(), level.label()));
    }
    json.writeEndObject();
    json.writeStringProperty("summary", rule.summary());
    json.writeStringProperty("why", rule.why());
    json.writeStringProperty("fine", rule.fine());
    JsonText.texts(json, "links", rule.links());
    json.writeEndObject();
  }

  private void values(CellValues values) {
    json.writeStartObject();
    form.names(values.cell());
    json.writeArrayPropertyStart("leaves");
    for (CellValues.Leaf leaf : values.leaves()) {
      json.writeStartArray();
      json.writeString(leaf.path());
      json.writeString(leaf.text());
      json.writeString(leaf.origin());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void layers() {
    json.writeArrayPropertyStart("layers");
    readBy.forEach((file, cells) -> {
      json.writeStartObject();
      json.writeStringProperty("file", file);
      form.affects(List.copyOf(new TreeSet<>(cells)));
      json.writeEndObject();
    });
    json.writeEndArray();
  }
}
