package dev.plimsoll.cli.report;

import dev.plimsoll.analysis.Summary;
import dev.plimsoll.diagnostic.AcceptedBy;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.source.Position;
import dev.plimsoll.source.Range;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * The report for machines: version 1 of {@code docs/schema/check.schema.json}. Accepted diagnostics
 * are in it, with their suppression.
 */
public final class JsonReport {

  /** Changes only when a reader of the old form would break. */
  private static final int SCHEMA_VERSION = 1;

  private final JsonGenerator json;
  private final boolean isPart;
  private final JsonShard shard;

  private JsonReport(JsonGenerator json, boolean isPart) {
    this.json = json;
    this.isPart = isPart;
    this.shard = new JsonShard(json, this);
  }

  /** The whole report, ending with a line end. */
  public static String render(CheckReport report) {
    return JsonText.of(json -> new JsonReport(json, report.shard().isPresent()).report(report));
  }

  private void report(CheckReport report) {
    json.writeStartObject();
    json.writeNumberProperty("schemaVersion", SCHEMA_VERSION);
    json.writeObjectPropertyStart("tool");
    json.writeStringProperty("name", "plimsoll");
    json.writeStringProperty("version", report.toolVersion());
    json.writeEndObject();
    summary(report.summary());
    json.writeArrayPropertyStart("diagnostics");
    report.diagnostics().forEach(this::diagnostic);
    json.writeEndArray();
    json.writeArrayPropertyStart("notChecked");
    report.notChecked().forEach(this::notChecked);
    json.writeEndArray();
    report.shard().ifPresent(part -> shard.part(report, part));
    json.writeEndObject();
  }

  private void summary(Summary summary) {
    json.writeObjectPropertyStart("summary");
    json.writeNumberProperty("releases", summary.releases());
    json.writeNumberProperty("environments", summary.environments());
    json.writeNumberProperty("cells", summary.cells());
    json.writeNumberProperty("renders", summary.renders());
    json.writeNumberProperty("objects", summary.objects());
    json.writeNumberProperty("error", summary.error());
    json.writeNumberProperty("warning", summary.warning());
    json.writeNumberProperty("info", summary.info());
    json.writeNumberProperty("suppressed", summary.suppressed());
    json.writeNumberProperty("notChecked", summary.notChecked());
    json.writeEndObject();
  }

  void diagnostic(ShownDiagnostic diagnostic) {
    json.writeStartObject();
    json.writeStringProperty("rule", diagnostic.rule().value());
    json.writeStringProperty("severity", diagnostic.severity().label());
    json.writeStringProperty("message", diagnostic.message());
    location("location", diagnostic.place());
    json.writeArrayPropertyStart("related");
    diagnostic.related().forEach(this::related);
    json.writeEndArray();
    json.writeStringProperty("precision", diagnostic.precision().label());
    diagnostic.object().ifPresentOrElse(this::object, () -> json.writeNullProperty("object"));
    if (!diagnostic.subjects().isEmpty()) {
      subjects(diagnostic.subjects());
    }
    affects(diagnostic.affects());
    json.writeArrayPropertyStart("fixes");
    diagnostic.fixes().forEach(this::fix);
    json.writeEndArray();
    json.writeStringProperty("fingerprint", diagnostic.fingerprint().get());
    diagnostic
        .accepted()
        .ifPresentOrElse(this::suppression, () -> json.writeNullProperty("suppression"));
    json.writeStringProperty("helpUri", diagnostic.helpUri());
    if (isPart) {
      shard.source(diagnostic);
    }
    json.writeEndObject();
  }

  private void related(ShownDiagnostic.Related related) {
    json.writeStartObject();
    json.writeStringProperty("role", related.role().label());
    location("location", related.place());
    json.writeStringProperty("message", related.message());
    json.writeEndObject();
  }

  private void object(ObjectRef object) {
    json.writeObjectPropertyStart("object");
    fields(object);
    json.writeEndObject();
  }

  private void subjects(List<ShownSubject> subjects) {
    json.writeArrayPropertyStart("objects");
    for (ShownSubject each : subjects) {
      json.writeStartObject();
      fields(each.subject().object());
      json.writeStringProperty("message", each.subject().message());
      affects(each.subject().affects());
      json.writeStringProperty("fingerprint", each.fingerprint().get());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void fields(ObjectRef object) {
    json.writeStringProperty("apiVersion", object.apiVersion());
    json.writeStringProperty("kind", object.kind());
    json.writeStringProperty("namespace", object.namespace());
    json.writeStringProperty("name", object.name());
    json.writeStringProperty("path", object.path());
  }

  void affects(List<Affected> affects) {
    json.writeArrayPropertyStart("affects");
    for (Affected cell : affects) {
      json.writeStartObject();
      names(cell);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void names(Affected cell) {
    json.writeStringProperty("release", cell.release());
    json.writeStringProperty("environment", cell.environment());
    json.writeStringProperty("cluster", cell.cluster());
  }

  private void fix(ShownFix fix) {
    json.writeStartObject();
    fix(fix.title(), fix.applicability(), fix.edits());
    json.writeEndObject();
  }

  void fix(String title, Applicability applicability, List<ShownFix.Edit> edits) {
    json.writeStringProperty("title", title);
    json.writeStringProperty("applicability", applicability.label());
    json.writeArrayPropertyStart("edits");
    for (ShownFix.Edit edit : edits) {
      json.writeStartObject();
      edit(edit);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void edit(ShownFix.Edit edit) {
    json.writeStringProperty("file", edit.file());
    range(edit.range());
    json.writeStringProperty("newText", edit.newText());
  }

  private void suppression(AcceptedBy accepted) {
    json.writeObjectPropertyStart("suppression");
    json.writeStringProperty(
        "kind",
        switch (accepted.kind()) {
          case SUPPRESSION -> "suppression";
          case BASELINE -> "baseline";
        });
    json.writeStringProperty("reason", accepted.reason());
    json.writeStringProperty("owner", accepted.owner());
    accepted
        .expires()
        .ifPresentOrElse(
            date -> json.writeStringProperty("expires", date.toString()),
            () -> json.writeNullProperty("expires"));
    json.writeEndObject();
  }

  private void notChecked(ShownNotChecked notChecked) {
    json.writeStartObject();
    json.writeStringProperty("reason", notChecked.reason());
    location("location", notChecked.place());
    affects(notChecked.affects());
    notChecked.accepted().ifPresent(this::suppression);
    json.writeEndObject();
  }

  private void location(String name, ShownPlace place) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("file", place.file());
    range(place.range());
    if (isPart && place.line().isPresent()) {
      MarkedLine line = place.line().get();
      json.writeObjectPropertyStart("source");
      json.writeStringProperty("text", line.text());
      json.writeNumberProperty("start", line.start());
      json.writeNumberProperty("end", line.end());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void range(Range range) {
    json.writeObjectPropertyStart("range");
    position("start", range.start());
    position("end", range.end());
    json.writeEndObject();
  }

  private void position(String name, Position position) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("line", position.line());
    json.writeNumberProperty("column", position.column());
    json.writeEndObject();
  }
}
