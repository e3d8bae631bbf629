package dev.plimsoll.cli.report;

import dev.plimsoll.diagnostic.AcceptedBy;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleLinks;
import dev.plimsoll.source.Range;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/**
 * The report for code scanning: SARIF 2.1.0. Paths are relative to the working directory, which is
 * the repository in CI.
 */
final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final JsonGenerator json;
  private final CheckReport report;
  private final List<RuleId> rules;

  private SarifReport(JsonGenerator json, CheckReport report) {
    this.json = json;
    this.report = report;
    this.rules =
        report.diagnostics().stream().map(ShownDiagnostic::rule).distinct().sorted().toList();
  }

  /** The whole log, ending with a line end. */
  static String render(CheckReport report, RuleCatalog catalog) {
    return JsonText.of(json -> new SarifReport(json, report).log(catalog));
  }

  private void log(RuleCatalog catalog) {
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    new SarifRules(json, catalog, new RuleLinks(report.ownRules()))
        .tool(report.toolVersion(), rules);
    json.writeStringProperty("columnKind", "unicodeCodePoints");
    invocation();
    json.writeArrayPropertyStart("results");
    report.diagnostics().forEach(this::result);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void invocation() {
    json.writeArrayPropertyStart("invocations");
    json.writeStartObject();
    json.writeBooleanProperty("executionSuccessful", report.isComplete());
    json.writeArrayPropertyStart("toolExecutionNotifications");
    report.notChecked().forEach(this::notification);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  /** What was not checked is no result: nobody looked. */
  private void notification(ShownNotChecked notChecked) {
    json.writeStartObject();
    json.writeStringProperty("level", notChecked.accepted().isPresent() ? "note" : "warning");
    message("message", "Not checked: " + notChecked.reason());
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    physical(notChecked.place());
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectPropertyStart("properties");
    affects(notChecked.affects());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void result(ShownDiagnostic diagnostic) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", diagnostic.rule().value());
    json.writeNumberProperty("ruleIndex", rules.indexOf(diagnostic.rule()));
    json.writeStringProperty("level", level(diagnostic.severity()));
    message("message", diagnostic.message());
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    physical(diagnostic.place());
    logical(diagnostic);
    json.writeEndObject();
    json.writeEndArray();
    related(diagnostic.related());
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty("plimsoll/v1", diagnostic.fingerprint().get());
    json.writeEndObject();
    json.writeArrayPropertyStart("suppressions");
    diagnostic.accepted().ifPresent(this::suppression);
    json.writeEndArray();
    fixes(diagnostic.fixes());
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("precision", diagnostic.precision().label());
    affects(diagnostic.affects());
    json.writeEndObject();
    json.writeEndObject();
  }

  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  private void related(List<ShownDiagnostic.Related> places) {
    if (places.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("relatedLocations");
    int id = 0;
    for (ShownDiagnostic.Related related : places) {
      id++;
      json.writeStartObject();
      json.writeNumberProperty("id", id);
      physical(related.place());
      message("message", related.message());
      json.writeObjectPropertyStart("properties");
      json.writeStringProperty("role", related.role().label());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void logical(ShownDiagnostic diagnostic) {
    if (diagnostic.object().isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("logicalLocations");
    if (diagnostic.subjects().isEmpty()) {
      logical(diagnostic.object().get());
    }
    diagnostic.subjects().forEach(subject -> logical(subject.subject().object()));
    json.writeEndArray();
  }

  private void logical(ObjectRef object) {
    json.writeStartObject();
    json.writeStringProperty("name", object.kind() + " " + object.name());
    json.writeStringProperty(
        "fullyQualifiedName",
        String.join(
            "/",
            object.apiVersion(),
            object.kind(),
            object.namespace(),
            object.name(),
            object.path()));
    json.writeStringProperty("kind", "object");
    json.writeEndObject();
  }

  private void suppression(AcceptedBy accepted) {
    json.writeStartObject();
    json.writeStringProperty("kind", "external");
    json.writeStringProperty("status", "accepted");
    json.writeStringProperty("justification", accepted.reason());
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("by", accepted.kind().name().toLowerCase(Locale.ROOT));
    if (!accepted.owner().isEmpty()) {
      json.writeStringProperty("owner", accepted.owner());
    }
    accepted.expires().ifPresent(date -> json.writeStringProperty("expires", date.toString()));
    json.writeEndObject();
    json.writeEndObject();
  }

  /** A fix that only shows the direction is no change that a program can make. */
  private void fixes(List<ShownFix> fixes) {
    List<ShownFix> applicable = fixes.stream().filter(ShownFix::canBeApplied).toList();
    if (applicable.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("fixes");
    for (ShownFix fix : applicable) {
      json.writeStartObject();
      message("description", fix.title());
      json.writeArrayPropertyStart("artifactChanges");
      fix.edits().stream().map(ShownFix.Edit::file).distinct().forEach(file -> change(fix, file));
      json.writeEndArray();
      json.writeObjectPropertyStart("properties");
      json.writeStringProperty("applicability", fix.applicability().label());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void change(ShownFix fix, String file) {
    json.writeStartObject();
    artifact(file);
    json.writeArrayPropertyStart("replacements");
    for (ShownFix.Edit edit : fix.edits()) {
      if (edit.file().equals(file)) {
        json.writeStartObject();
        region("deletedRegion", edit.range());
        message("insertedContent", edit.newText());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void physical(ShownPlace place) {
    json.writeObjectPropertyStart("physicalLocation");
    artifact(place.file());
    region("region", place.range());
    json.writeEndObject();
  }

  private void artifact(String file) {
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", FileUri.of(ShownPath.of(report.prefix(), file)));
    json.writeEndObject();
  }

  private void region(String name, Range range) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("startLine", range.start().line());
    json.writeNumberProperty("startColumn", range.start().column());
    json.writeNumberProperty("endLine", range.end().line());
    json.writeNumberProperty("endColumn", range.end().column());
    json.writeEndObject();
  }

  private void message(String name, String text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }

  private void affects(List<Affected> affects) {
    json.writeArrayPropertyStart("affects");
    for (Affected cell : affects) {
      json.writeStartObject();
      json.writeStringProperty("release", cell.release());
      json.writeStringProperty("environment", cell.environment());
      json.writeStringProperty("cluster", cell.cluster());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
