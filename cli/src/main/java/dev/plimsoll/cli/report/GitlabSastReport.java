package dev.plimsoll.cli.report;

import dev.plimsoll.diagnostic.AffectsText;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleMetadata;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/**
 * GitLab's report of static security tests, for its security dashboard: version 15 of GitLab's
 * schema. Accepted diagnostics are not in it; what was not checked is a message of the scan.
 */
final class GitlabSastReport {

  private static final String VERSION = "15.0.7";

  /** GitLab's bound for a name. */
  private static final int MAX_NAME = 255;

  private final JsonGenerator json;
  private final CheckReport report;
  private final RuleCatalog catalog;
  private final Map<String, Integer> seen = new HashMap<>();

  private GitlabSastReport(JsonGenerator json, CheckReport report, RuleCatalog catalog) {
    this.json = json;
    this.report = report;
    this.catalog = catalog;
  }

  static String render(CheckReport report, LocalDate today, RuleCatalog catalog) {
    return JsonText.of(json -> new GitlabSastReport(json, report, catalog).report(today));
  }

  private void report(LocalDate today) {
    json.writeStartObject();
    json.writeStringProperty("version", VERSION);
    scan(today);
    json.writeArrayPropertyStart("vulnerabilities");
    report.counted().forEach(this::vulnerability);
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Results are the same for the same files on the same day, so the time of day is not said. */
  private void scan(LocalDate today) {
    json.writeObjectPropertyStart("scan");
    scanner("analyzer");
    scanner("scanner");
    json.writeStringProperty("type", "sast");
    json.writeStringProperty("start_time", today + "T00:00:00");
    json.writeStringProperty("end_time", today + "T00:00:00");
    json.writeStringProperty("status", report.isComplete() ? "success" : "failure");
    json.writeArrayPropertyStart("messages");
    for (ShownNotChecked each : report.notChecked()) {
      json.writeStartObject();
      json.writeStringProperty("level", each.accepted().isPresent() ? "info" : "warn");
      json.writeStringProperty(
          "value",
          "Not checked: "
              + report.path(each.place())
              + ":"
              + each.place().start()
              + ": "
              + each.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void scanner(String property) {
    json.writeObjectPropertyStart(property);
    json.writeStringProperty("id", "plimsoll");
    json.writeStringProperty("name", "Plimsoll");
    json.writeStringProperty("url", "https://plimsoll.dev");
    json.writeStringProperty("version", report.toolVersion());
    json.writeObjectPropertyStart("vendor");
    json.writeStringProperty("name", "Plimsoll");
    json.writeEndObject();
    json.writeEndObject();
  }

  private void vulnerability(ShownDiagnostic diagnostic) {
    json.writeStartObject();
    json.writeStringProperty("id", id(diagnostic));
    json.writeStringProperty("name", name(diagnostic));
    String affects = AffectsText.of(diagnostic.affects());
    json.writeStringProperty(
        "description",
        diagnostic.message() + (affects.isEmpty() ? "" : "\n\nAffects " + affects + "."));
    json.writeStringProperty("severity", severity(diagnostic.severity()));
    List<String> fixes = diagnostic.fixes().stream().map(ShownFix::title).toList();
    if (!fixes.isEmpty()) {
      json.writeStringProperty("solution", fixes.getFirst() + ".");
    }
    json.writeArrayPropertyStart("identifiers");
    json.writeStartObject();
    json.writeStringProperty("type", "plimsoll_rule");
    json.writeStringProperty("name", "Plimsoll " + diagnostic.rule());
    json.writeStringProperty("value", diagnostic.rule().value());
    json.writeStringProperty("url", diagnostic.helpUri());
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectPropertyStart("location");
    json.writeStringProperty("file", report.path(diagnostic.place()));
    json.writeNumberProperty("start_line", diagnostic.place().range().start().line());
    json.writeNumberProperty("end_line", diagnostic.place().range().end().line());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Stays the same from run to run, so that GitLab knows what it has seen. */
  private String id(ShownDiagnostic diagnostic) {
    String fingerprint = diagnostic.fingerprint().get();
    int before = seen.merge(fingerprint, 1, Integer::sum) - 1;
    return UUID.nameUUIDFromBytes((fingerprint + before).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private String name(ShownDiagnostic diagnostic) {
    Optional<RuleMetadata> rule = catalog.find(diagnostic.rule());
    String name = rule.map(RuleMetadata::summary).orElse(diagnostic.rule().value());
    int length = name.codePointCount(0, name.length());
    return length <= MAX_NAME ? name : name.substring(0, name.offsetByCodePoints(0, MAX_NAME));
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "High";
      case WARNING -> "Medium";
      case INFO -> "Info";
    };
  }
}
