package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.plan.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The shares that a new version gets before it gets what the plan says: each is a value of the
 * chart, and between two of them the project's metric must stay within its bound.
 *
 * @param value the path of the value ({@code canary.weight})
 * @param steps what it is set to, one after the other
 * @param set what else is set meanwhile, as {@code --set} takes it
 * @param soak how long each is watched
 */
record Canary(
    String value, List<Integer> steps, List<String> set, Duration soak, Optional<Metric> metric) {

  private static final Duration USUAL_SOAK = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 1_000;

  /**
   * What is asked of Prometheus.
   *
   * @param most the largest value that is good
   */
  record Metric(String prometheus, String query, double most) {}

  Canary {
    steps = List.copyOf(steps);
    set = List.copyOf(set);
  }

  /**
   * What the project says of it in this environment; empty if nothing.
   *
   * @throws Json.Malformed if that cannot be done
   */
  static Optional<Canary> of(DeployRequest request) throws Json.Malformed {
    Optional<JsonNode> found = request.settings().canary();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    JsonNode canary = found.get();
    List<Integer> steps = new ArrayList<>();
    canary.path("steps").forEach(step -> steps.add(step.asInt(0)));
    String value = Json.text(canary, "value");
    if (value.isEmpty() || steps.isEmpty()) {
      throw new Json.Malformed("it wants a `value` and `steps`");
    }
    Duration soak =
        canary.has("soak") ? Duration.ofSeconds(canary.path("soak").asLong(0)) : USUAL_SOAK;
    return Optional.of(
        new Canary(value, steps, Settings.texts(canary.path("set")), soak, metric(canary)));
  }

  private static Optional<Metric> metric(JsonNode canary) throws Json.Malformed {
    String prometheus = Json.text(canary, "prometheus");
    String query = Json.text(canary, "query");
    if (prometheus.isEmpty() && query.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Metric(prometheus, query, Double.parseDouble(Json.text(canary, "max"))));
    } catch (NumberFormatException e) {
      throw new Json.Malformed("its `max` is no number");
    }
  }

  /** What helm is told beside the plan. */
  List<String> arguments(int step) {
    List<String> arguments = new ArrayList<>();
    for (String each : set) {
      arguments.addAll(List.of("--set", each));
    }
    arguments.addAll(List.of("--set", value + "=" + steps.get(step)));
    return arguments;
  }

  /** Asks until the soak is over; why the new version must not get more. */
  Optional<String> analyse(HeldLock lock) throws ClusterFailure, Interruption {
    if (metric.isEmpty()) {
      return Optional.empty();
    }
    try (Web web = new Web()) {
      return analyse(lock, web, metric.get());
    }
  }

  private Optional<String> analyse(HeldLock lock, Web web, Metric asked)
      throws ClusterFailure, Interruption {
    long end = System.nanoTime() + soak.toNanos();
    while (true) {
      Optional<String> other = lock.renew();
      if (other.isPresent()) {
        return Optional.of("The lock was taken over by " + other.get() + ".");
      }
      boolean isLast = System.nanoTime() >= end;
      Optional<String> problem = problem(web, asked, isLast);
      if (problem.isPresent() || isLast) {
        return problem;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Interruption();
      }
    }
  }

  /** A series may be a little late, and must be there at the end. */
  private Optional<String> problem(Web web, Metric asked, boolean isLast) {
    Web.Answer answer = web.query(asked.prometheus(), asked.query());
    if (answer.json().isEmpty()) {
      return isLast
          ? Optional.of("Prometheus cannot be asked about it: " + answer.problem())
          : Optional.empty();
    }
    JsonNode series = Json.at(answer.json().get(), "data", "result");
    for (JsonNode sample : series) {
      String said = sample.path("value").path(1).asString("");
      if (!isWithin(said, asked.most())) {
        return Optional.of("The metric is " + said + ", and at most " + asked.most() + " is good.");
      }
    }
    return series.isEmpty() && isLast
        ? Optional.of("Prometheus answers the query with nothing.")
        : Optional.empty();
  }

  /** What is no number is not within anything. */
  private static boolean isWithin(String said, double most) {
    try {
      return Double.parseDouble(said) <= most;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
