package dev.plimsoll.deploy.plan;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.Bug;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.rules.BuiltInRules;
import dev.plimsoll.values.HelmVersion;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the analysis says of the release, as the gates need it. */
final class PlanDiagnostics {

  private final AnalysisResult result;
  private final ReleaseInstance instance;
  private final Mask mask;

  PlanDiagnostics(AnalysisResult result, ReleaseInstance instance, Mask mask) {
    this.result = result;
    this.instance = instance;
    this.mask = mask;
  }

  /** The texts of the values that rules have recognised as secrets. */
  static Set<String> secrets(AnalysisResult result) {
    Set<String> texts = new TreeSet<>();
    for (Diagnostic secret : BuiltInRules.secrets(result.estate(), HelmVersion.NEWEST)) {
      String written = secret.location().file().text(secret.location().span()).strip();
      texts.add(written.replaceAll("^[\"']|[\"']$", ""));
    }
    return texts;
  }

  JsonNode toJson() {
    ArrayNode diagnostics = Json.array();
    for (Diagnostic each : result.diagnostics()) {
      if (concerns(each.affects())) {
        diagnostics.add(diagnostic(each.withAffects(List.of(instance.cell()))));
      }
    }
    ArrayNode notChecked = Json.array();
    for (NotChecked each : result.notChecked()) {
      if (each.affects().isEmpty() || concerns(each.affects())) {
        ObjectNode json =
            Json.object()
                .put("reason", mask.text(each.reason()))
                .put("place", each.location().toString());
        each.accepted().ifPresent(_ -> json.put("accepted", true));
        notChecked.add(json);
      }
    }
    ObjectNode json = Json.object();
    json.set("diagnostics", diagnostics);
    json.set("notChecked", notChecked);
    json.set("bugs", Json.texts(result.bugs().stream().map(Bug::where).toList()));
    json.put("hasSchema", instance.chart().schema().isPresent());
    json.set(
        "random",
        Json.texts(
            instance
                .rendered()
                .map(RenderedChart::nonDeterminism)
                .map(names -> List.copyOf(new TreeSet<>(names)))
                .orElse(List.of())));
    return json;
  }

  private boolean concerns(List<Affected> affected) {
    return affected.contains(instance.cell());
  }

  private ObjectNode diagnostic(Diagnostic each) {
    ObjectNode json =
        Json.object()
            .put("rule", each.rule().value())
            .put("severity", each.severity().name().toLowerCase(Locale.ROOT))
            .put("message", mask.text(each.message()))
            .put("place", each.location().toString());
    each.accepted().ifPresent(_ -> json.put("accepted", true));
    return json;
  }
}
