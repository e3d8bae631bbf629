package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.plan.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    /**
     * The plans in the order in which they are done: cluster by cluster, and in a cluster in groups
     * that need only those before them, so that what is in one group can be done at once.
     *
     * @throws IOException if releases need each other
     */
    public List<List<PlanFolder>> groups() throws IOException {
      List<List<PlanFolder>> groups = new ArrayList<>();
      for (List<PlanFolder> cluster : byCluster(plans)) {
        List<PlanFolder> waiting = cluster;
        while (!waiting.isEmpty()) {
          Set<String> open = ids(waiting);
          Map<Boolean, List<PlanFolder>> ready =
              waiting.stream()
                  .collect(
                      Collectors.partitioningBy(
                          each -> Collections.disjoint(each.plan().needs(), open)));
          List<PlanFolder> group = ready.getOrDefault(true, List.of());
          if (group.isEmpty()) {
            throw new IOException("releases need each other: " + String.join(", ", open));
          }
          groups.add(group);
          waiting = ready.getOrDefault(false, List.of());
        }
      }
      return groups;
    }

    private static Set<String> ids(List<PlanFolder> plans) {
      return plans.stream()
          .map(each -> each.plan().id())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private Waves() {}

  private static List<List<PlanFolder>> byCluster(List<PlanFolder> plans) {
    Map<String, List<PlanFolder>> clusters = new LinkedHashMap<>();
    for (PlanFolder plan : plans) {
      clusters.computeIfAbsent(plan.plan().identity().uid(), _ -> new ArrayList<>()).add(plan);
    }
    return List.copyOf(clusters.values());
  }

  /**
   * Orders plans as the project says. Where it says nothing, it is one cluster after the other, and
   * the first failure ends it.
   *
   * @throws IOException if a plan is for a cluster that is in no wave
   */
  public static List<Wave> of(List<PlanFolder> plans) throws IOException, PlanFolder.Tampered {
    List<JsonNode> said = plans.getFirst().settings().entries("waves");
    List<Wave> waves = new ArrayList<>();
    if (said.isEmpty()) {
      byCluster(plans).forEach(its -> waves.add(new Wave(its, Duration.ZERO, 0)));
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
