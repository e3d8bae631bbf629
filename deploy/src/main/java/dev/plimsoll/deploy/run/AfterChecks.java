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

  AfterChecks(DeployRequest request, Rollout rollout) {
    this.request = request;
    this.rollout = rollout;
  }

  List<GateResult> run() throws ClusterFailure {
    List<GateResult> results = new ArrayList<>();
    results.add(result("application-logs", logs()));
    try (Web web = new Web()) {
      results.add(result("smoke-tests", smokeTests(web)));
      Monitoring monitoring = new Monitoring(request.settings(), web);
      results.add(result("metrics-scraped", monitoring.metrics()));
      results.add(result("alerts-silent", monitoring.alerts()));
    }
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

  private Verdict smokeTests(Web web) {
    List<JsonNode> tests = request.settings().entries("smokeTests");
    if (tests.isEmpty()) {
      return Verdict.off("The project names no smoke tests.");
    }
    for (JsonNode test : tests) {
      Optional<String> problem = problem(web, test);
      if (problem.isPresent()) {
        String name = Json.text(test, "name");
        return Verdict.deny(
            "The smoke test" + (name.isEmpty() ? "" : " " + name) + " failed: " + problem.get(),
            "");
      }
    }
    return Verdict.allow(tests.size() + " smoke tests passed");
  }

  private Optional<String> problem(Web web, JsonNode test) {
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
}
