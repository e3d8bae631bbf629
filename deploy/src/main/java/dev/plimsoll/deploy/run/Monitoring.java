package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.gate.Verdict;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.plan.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What Prometheus and Alertmanager say of a release that has just been deployed. */
final class Monitoring {

  private static final String METRICS = "metrics-scraped";
  private static final String ALERTS = "alerts-silent";

  /** A target is new to Prometheus for a minute or so. */
  private static final Duration USUAL = Duration.ofSeconds(90);

  private static final long PAUSE_MILLIS = 1_000;

  private final Settings settings;
  private final Web web;

  Monitoring(Settings settings, Web web) {
    this.settings = settings;
    this.web = web;
  }

  /** Asks the query of the project until it answers with something, for a while. */
  Verdict metrics() {
    JsonNode gate = settings.gate(METRICS);
    if (!gate.has("prometheus") || !gate.has("query")) {
      return missing(METRICS, "The project names no Prometheus and query.");
    }
    long deadline = System.nanoTime() + settings.time(METRICS, "timeout", USUAL).toNanos();
    while (true) {
      Verdict verdict = metrics(gate);
      if (!verdict.isDeny() || System.nanoTime() > deadline) {
        return verdict;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return verdict;
      }
    }
  }

  private Verdict metrics(JsonNode gate) {
    Web.Answer answer = web.query(Json.text(gate, "prometheus"), Json.text(gate, "query"));
    if (answer.json().isEmpty()) {
      return Verdict.deny("Prometheus cannot be asked: " + answer.problem(), "");
    }
    JsonNode result = Json.at(answer.json().get(), "data", "result");
    for (JsonNode sample : result) {
      String value = sample.path("value").path(1).asString("");
      if (!value.isEmpty() && !value.equals("0") && !value.equals("NaN")) {
        return Verdict.allow("Prometheus has " + result.size() + " series, the first is " + value);
      }
    }
    return Verdict.deny(
        "Prometheus answers the query with "
            + (result.isEmpty() ? "nothing." : result.size() + " series that are all 0."),
        "");
  }

  /** No alert fires, and the alerts that the project names have rules that are evaluated. */
  Verdict alerts() {
    JsonNode gate = settings.gate(ALERTS);
    if (!gate.has("alertmanager")) {
      return missing(ALERTS, "The project names no Alertmanager.");
    }
    Optional<Verdict> withoutRule = withoutRule(gate);
    if (withoutRule.isPresent()) {
      return withoutRule.get();
    }
    StringBuilder path =
        new StringBuilder("/api/v2/alerts?active=true&silenced=false&inhibited=false");
    for (String matcher : settings.texts(ALERTS, "matchers")) {
      path.append("&filter=").append(Web.encoded(matcher));
    }
    Web.Answer answer = web.monitoring(Json.text(gate, "alertmanager"), path.toString());
    if (answer.json().isEmpty() || !answer.json().get().isArray()) {
      return Verdict.deny("Alertmanager cannot be asked: " + answer.problem(), "");
    }
    JsonNode firing = answer.json().get();
    return firing.isEmpty()
        ? Verdict.allow("No alert is firing")
        : Verdict.deny(
            "The alert " + Json.text(firing.path(0), "labels", "alertname") + " is firing.", "");
  }

  /** Silence proves nothing where nobody listens. */
  private Optional<Verdict> withoutRule(JsonNode gate) {
    List<String> wanted = settings.texts(ALERTS, "rules");
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    JsonNode named = gate.has("prometheus") ? gate : settings.gate(METRICS);
    if (!named.has("prometheus")) {
      return Optional.of(missing(ALERTS, "The project names alerts, and no Prometheus."));
    }
    Web.Answer answer = web.monitoring(Json.text(named, "prometheus"), "/api/v1/rules?type=alert");
    if (answer.json().isEmpty()) {
      return Optional.of(Verdict.deny("Prometheus cannot be asked: " + answer.problem(), ""));
    }
    Set<String> evaluated = new TreeSet<>();
    for (JsonNode group : Json.at(answer.json().get(), "data", "groups")) {
      for (JsonNode rule : group.path("rules")) {
        if (!Json.text(rule, "health").equals("err")) {
          evaluated.add(Json.text(rule, "name"));
        }
      }
    }
    return wanted.stream()
        .filter(name -> !evaluated.contains(name))
        .findFirst()
        .map(name ->
            Verdict.deny("Prometheus has no rule for the alert " + name + ", or fails at it.", ""));
  }

  /** What is not set up is a no where the project asks for it. */
  private Verdict missing(String gate, String why) {
    return settings.saysWhere(gate) && settings.wants(gate)
        ? Verdict.deny(why, "Name it in plimsoll.yaml.")
        : Verdict.off(why);
  }
}
