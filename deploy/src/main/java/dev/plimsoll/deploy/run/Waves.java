package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.plan.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The order in which plans for several clusters are done. */
public final class Waves {

  /**
   * Plans that are done before the next ones.
   *
   * @param soak how long to wait behind them
   * @param maxFailures how many of them may fail without an end to it all
   */
  public record Wave(List<PlanFolder> plans, Duration soak, int maxFailures) {

    public Wave {
      plans = List.copyOf(plans);
    }
  }

  private Waves() {}

  /**
   * Orders plans as the project says. Where it says nothing, they are done one after the other, and
   * the first failure ends it.
   *
   * @throws IOException if a plan is for a cluster that is in no wave
   */
  public static List<Wave> of(List<PlanFolder> plans) throws IOException, PlanFolder.Tampered {
    List<JsonNode> said = plans.getFirst().settings().entries("waves");
    List<Wave> waves = new ArrayList<>();
    if (said.isEmpty()) {
      plans.forEach(plan -> waves.add(new Wave(List.of(plan), Duration.ZERO, 0)));
      return waves;
    }
    List<PlanFolder> left = new ArrayList<>(plans);
    for (JsonNode wave : said) {
      List<String> clusters = Settings.texts(wave.path("clusters"));
      List<PlanFolder> its =
          left.stream().filter(plan -> clusters.contains(plan.plan().cluster())).toList();
      left.removeAll(its);
      if (!its.isEmpty()) {
        waves.add(
            new Wave(
                its,
                Duration.ofSeconds(wave.path("soak").asLong(0)),
                wave.path("maxFailures").asInt(0)));
      }
    }
    if (!left.isEmpty()) {
      throw new IOException(
          "the cluster " + left.getFirst().plan().cluster() + " is in no wave of the project");
    }
    return waves;
  }
}
