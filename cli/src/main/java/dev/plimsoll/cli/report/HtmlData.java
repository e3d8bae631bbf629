package dev.plimsoll.cli.report;

import dev.plimsoll.diagnostic.AcceptedBy;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleLinks;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** What the script of the HTML page reads: JSON that is the page's own business. */
final class HtmlData {

  private final JsonGenerator json;
  private final CheckReport report;
  private final List<ShownCell> cells;
  private final Map<Affected, Integer> indexes = new HashMap<>();

  private HtmlData(JsonGenerator json, CheckReport report) {
    this.json = json;
    this.report = report;
    this.cells = report.allCells();
    for (ShownCell cell : cells) {
      indexes.put(cell.cell(), indexes.size());
    }
  }

  static String of(CheckReport report, RuleCatalog catalog) {
    return JsonText.compact(json -> new HtmlData(json, report).write(catalog));
  }

  private void write(RuleCatalog catalog) {
    json.writeStartObject();
    json.writeStringProperty("prefix", report.prefix());
    json.writeArrayPropertyStart("environments");
    cells.stream().map(cell -> cell.cell().environment()).distinct().forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("cells");
    cells.forEach(this::cell);
    json.writeEndArray();
    rules(catalog);
    json.writeArrayPropertyStart("diagnostics");
    report.diagnostics().forEach(this::diagnostic);
    json.writeEndArray();
    json.writeArrayPropertyStart("notChecked");
    report.notChecked().forEach(this::notChecked);
    json.writeEndArray();
    json.writeName("values");
    new HtmlValues(json, indexes).write(report.values().get());
    json.writeEndObject();
  }

  private void cell(ShownCell cell) {
    json.writeStartObject();
    json.writeStringProperty("release", cell.cell().release());
    json.writeStringProperty("environment", cell.cell().environment());
    json.writeStringProperty("cluster", cell.cell().cluster());
    json.writeStringProperty("chart", cell.chart());
    json.writeNumberProperty("objects", cell.objects());
    json.writeEndObject();
  }

  private void rules(RuleCatalog catalog) {
    json.writeObjectPropertyStart("rules");
    TreeSet<RuleId> named = new TreeSet<>();
    report.diagnostics().forEach(diagnostic -> named.add(diagnostic.rule()));
    for (RuleId id : named) {
      catalog
          .find(id)
          .ifPresent(rule -> {
            json.writeObjectPropertyStart(id.value());
            json.writeStringProperty("summary", rule.summary());
            json.writeStringProperty("why", rule.why());
            json.writeEndObject();
          });
    }
    json.writeEndObject();
  }

  private void diagnostic(ShownDiagnostic diagnostic) {
    json.writeStartObject();
    json.writeStringProperty("rule", diagnostic.rule().value());
    json.writeStringProperty("severity", diagnostic.severity().label());
    json.writeStringProperty("message", diagnostic.message());
    place(diagnostic.place());
    json.writeArrayPropertyStart("related");
    for (ShownDiagnostic.Related related : diagnostic.related()) {
      json.writeStartObject();
      json.writeStringProperty("role", related.role().label());
      place(related.place());
      json.writeStringProperty("message", related.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringProperty("precision", diagnostic.precision().label());
    diagnostic.object().ifPresentOrElse(this::object, () -> json.writeNullProperty("object"));
    affects(diagnostic.affects());
    json.writeArrayPropertyStart("fixes");
    for (ShownFix fix : diagnostic.fixes()) {
      json.writeStartObject();
      json.writeStringProperty("title", fix.title());
      json.writeStringProperty("applicability", fix.applicability().label());
      json.writeEndObject();
    }
    json.writeEndArray();
    accepted(diagnostic.accepted());
    json.writeStringProperty("helpUri", RuleLinks.of(diagnostic.rule()));
    json.writeEndObject();
  }

  private void notChecked(ShownNotChecked notChecked) {
    json.writeStartObject();
    json.writeStringProperty("reason", notChecked.reason());
    place(notChecked.place());
    affects(notChecked.affects());
    accepted(notChecked.accepted());
    json.writeEndObject();
  }

  private void object(ObjectRef object) {
    json.writeObjectPropertyStart("object");
    json.writeStringProperty("kind", object.kind());
    json.writeStringProperty("namespace", object.namespace());
    json.writeStringProperty("name", object.name());
    json.writeStringProperty("path", object.path());
    json.writeEndObject();
  }

  private void accepted(Optional<AcceptedBy> accepted) {
    if (accepted.isEmpty()) {
      json.writeNullProperty("accepted");
      return;
    }
    AcceptedBy by = accepted.get();
    json.writeObjectPropertyStart("accepted");
    json.writeStringProperty("kind", by.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("reason", by.reason());
    json.writeStringProperty("owner", by.owner());
    json.writeStringProperty("expires", by.expires().map(Object::toString).orElse(""));
    json.writeEndObject();
  }

  private void place(ShownPlace place) {
    json.writeObjectPropertyStart("place");
    json.writeStringProperty("file", place.file());
    json.writeNumberProperty("line", place.start().line());
    json.writeNumberProperty("column", place.start().column());
    if (place.line().isPresent()) {
      MarkedLine line = place.line().get();
      json.writeObjectPropertyStart("source");
      json.writeStringProperty("text", line.text());
      json.writeNumberProperty("start", line.start());
      json.writeNumberProperty("end", line.end());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void affects(List<Affected> affects) {
    json.writeArrayPropertyStart("affects");
    affects.forEach(cell -> json.writeNumber(indexes.getOrDefault(cell, -1)));
    json.writeEndArray();
  }
}
