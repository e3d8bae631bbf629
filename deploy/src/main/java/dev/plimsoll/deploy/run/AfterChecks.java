package dev.plimsoll.deploy.run;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.gate.GateResult;
import dev.plimsoll.deploy.gate.Verdict;
import dev.plimsoll.deploy.helm.HelmFailure;
import dev.plimsoll.deploy.helm.HelmProcess;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.plan.Settings;
import dev.plimsoll.deploy.rollout.Rollout;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What is tried and looked at once the new pods are healthy. One no, and the rest is not asked. */
final class AfterChecks {

  private static final int LOG_LINES = 200;
  private static final Duration USUAL = Duration.ofSeconds(60);

  private final DeployRequest request;
  private final Rollout rollout;
  private final Web web = new Web();

  AfterChecks(DeployRequest request, Rollout rollout) {
    this.request = request;
    this.rollout = rollout;
  }

  List<GateResult> run() throws ClusterFailure {
    List<GateResult> results = new ArrayList<>();
    results.add(result("application-logs", logs()));
    results.add(result("smoke-tests", smokeTests()));
    results.add(result("metrics-scraped", metrics()));
    results.add(result("alerts-silent", alerts()));
    return results;
  }

  private GateResult result(String gate, Verdict verdict) {
    Verdict masked =
        new Verdict(verdict.decision(), request.mask().text(verdict.evidence()), verdict.remedy());
    return new GateResult(gate, masked, request.cluster().clock().now().toString());
  }

  private Verdict logs() throws ClusterFailure {
    List<String> patterns = request.settings().texts("application-logs", "deny");
    if (patterns.isEmpty()) {
      return Verdict.off("The project names no lines that must not be written.");
    }
    List<String> lines = rollout.logs(LOG_LINES);
    for (String pattern : patterns) {
      try {
        Pattern compiled = Pattern.compile(pattern);
        Optional<String> found =
            lines.stream().filter(line -> compiled.matcher(line).find()).findFirst();
        if (found.isPresent()) {
          return Verdict.deny("A pod writes what it must not: " + found.get(), "");
        }
      } catch (PatternSyntaxException e) {
        return Verdict.deny("`" + pattern + "` is no regular expression.", "Correct it.");
      }
    }
    return Verdict.allow("None of " + lines.size() + " lines is one that must not be written");
  }

  private Verdict smokeTests() {
    List<JsonNode> tests = request.settings().entries("smokeTests");
    if (tests.isEmpty()) {
      return Verdict.off("The project names no smoke tests.");
    }
    for (JsonNode test : tests) {
      Optional<String> problem = problem(test);
      if (problem.isPresent()) {
        String name = Json.text(test, "name");
        return Verdict.deny(
            "The smoke test" + (name.isEmpty() ? "" : " " + name) + " failed: " + problem.get(),
            "");
      }
    }
    return Verdict.allow(tests.size() + " smoke tests passed");
  }

  private Optional<String> problem(JsonNode test) {
    Duration timeout =
        test.has("timeout") ? Duration.ofSeconds(test.path("timeout").asLong()) : USUAL;
    if (test.path("helmTest").asBoolean(false)) {
      return helmTest(timeout);
    }
    if (test.has("http")) {
      return web.test(
          Json.text(test, "http"),
          test.path("status").asInt(200),
          Json.text(test, "contains"),
          timeout);
    }
    if (test.has("command")) {
      return command(Settings.texts(test.path("command")), timeout);
    }
    return Optional.of("it says neither http nor command nor helmTest.");
  }

  private Optional<String> helmTest(Duration timeout) {
    try {
      HelmProcess helm =
          request
              .helm()
              .test(request.plan().release(), request.plan().namespace(), timeout.toSeconds());
      return ended(helm, timeout.plusSeconds(10));
    } catch (HelmFailure failure) {
      return Optional.of(failure.reason());
    }
  }

  private Optional<String> command(List<String> command, Duration timeout) {
    try {
      return ended(request.helm().other(command, request.directory()), timeout);
    } catch (HelmFailure failure) {
      return Optional.of(failure.reason());
    }
  }

  private static Optional<String> ended(HelmProcess process, Duration timeout) {
    try {
      if (!process.await(timeout)) {
        process.stop();
        return Optional.of("it takes longer than " + timeout.toSeconds() + " s.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("it was interrupted.");
    }
    return process.exitCode().orElse(1) == 0 ? Optional.empty() : Optional.of(process.problem());
  }

  private Verdict metrics() {
    JsonNode gate = request.settings().gate("metrics-scraped");
    if (!gate.has("prometheus") || !gate.has("query")) {
      return missing("metrics-scraped", "The project names no Prometheus and query.");
    }
    String address =
        Json.text(gate, "prometheus").replaceAll("/+$", "")
            + "/api/v1/query?query="
            + encoded(Json.text(gate, "query"));
    Web.Answer answer = web.get(address, USUAL);
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
    return Verdict.deny("Prometheus answers the query with nothing.", "");
  }

  private Verdict alerts() {
    JsonNode gate = request.settings().gate("alerts-silent");
    if (!gate.has("alertmanager")) {
      return missing("alerts-silent", "The project names no Alertmanager.");
    }
    StringBuilder address =
        new StringBuilder(Json.text(gate, "alertmanager").replaceAll("/+$", ""))
            .append("/api/v2/alerts?active=true&silenced=false&inhibited=false");
    for (String matcher : request.settings().texts("alerts-silent", "matchers")) {
      address.append("&filter=").append(encoded(matcher));
    }
    Web.Answer answer = web.get(address.toString(), USUAL);
    if (answer.json().isEmpty() || !answer.json().get().isArray()) {
      return Verdict.deny("Alertmanager cannot be asked: " + answer.problem(), "");
    }
    JsonNode firing = answer.json().get();
    return firing.isEmpty()
        ? Verdict.allow("No alert is firing")
        : Verdict.deny(
            "The alert " + Json.text(firing.path(0), "labels", "alertname") + " is firing.", "");
  }

  /** What is not set up is a no where the project asks for it. */
  private Verdict missing(String gate, String why) {
    Settings settings = request.settings();
    return settings.saysWhere(gate) && settings.wants(gate)
        ? Verdict.deny(why, "Name it in plimsoll.yaml.")
        : Verdict.off(why);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
