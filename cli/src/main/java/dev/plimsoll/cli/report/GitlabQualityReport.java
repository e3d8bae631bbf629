package dev.plimsoll.cli.report;

import dev.plimsoll.diagnostic.AffectsText;
import dev.plimsoll.diagnostic.Severity;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/**
 * GitLab's code quality report: shown in the lines of a merge request. Accepted diagnostics are not
 * in it, as GitLab has no word for them.
 */
final class GitlabQualityReport {

  private final JsonGenerator json;
  private final CheckReport report;
  private final Map<String, Integer> seen = new HashMap<>();

  private GitlabQualityReport(JsonGenerator json, CheckReport report) {
    this.json = json;
    this.report = report;
  }

  static String render(CheckReport report) {
    return JsonText.of(json -> new GitlabQualityReport(json, report).array());
  }

  private void array() {
    json.writeStartArray();
    for (ShownDiagnostic diagnostic : report.counted()) {
      String affects = AffectsText.of(diagnostic.affects());
      entry(
          diagnostic.message() + (affects.isEmpty() ? "" : " Affects " + affects + "."),
          diagnostic.rule().value(),
          diagnostic.fingerprint().get(),
          severity(diagnostic.severity()),
          diagnostic.place());
    }
    for (ShownNotChecked each : report.notChecked()) {
      if (each.accepted().isEmpty()) {
        String what = "Not checked: " + each.reason();
        entry(what, "not-checked", digest(what + each.place().file()), "minor", each.place());
      }
    }
    json.writeEndArray();
  }

  private void entry(
      String text, String rule, String fingerprint, String severity, ShownPlace place) {
    json.writeStartObject();
    json.writeStringProperty("description", text);
    json.writeStringProperty("check_name", rule);
    json.writeStringProperty("fingerprint", unique(fingerprint));
    json.writeStringProperty("severity", severity);
    json.writeObjectPropertyStart("location");
    json.writeStringProperty("path", report.path(place));
    json.writeObjectPropertyStart("lines");
    json.writeNumberProperty("begin", place.range().start().line());
    json.writeNumberProperty("end", place.range().end().line());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** GitLab keeps one entry of a fingerprint, and ours may be that of several. */
  private String unique(String fingerprint) {
    int before = seen.merge(fingerprint, 1, Integer::sum) - 1;
    return before == 0 ? fingerprint : digest(fingerprint + before);
  }

  private static String digest(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case INFO -> "info";
    };
  }
}
