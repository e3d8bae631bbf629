package dev.plimsoll.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Says which cells of the matrix a diagnostic affects, in few words. */
public final class AffectsText {

  private static final int MAX_NAMED = 6;

  private AffectsText() {}

  /**
   * {@code shop in dev, prod (prod-eu-west, prod-us-west)}; several releases of the same
   * environments are joined; {@code environment prod} for one that could not be loaded; empty if
   * nothing is affected.
   */
  public static String of(List<Affected> affects) {
    Map<String, Map<String, Set<String>>> byRelease = new LinkedHashMap<>();
    for (Affected cell : affects) {
      byRelease
          .computeIfAbsent(cell.release(), name -> new LinkedHashMap<>())
          .computeIfAbsent(cell.environment(), name -> new LinkedHashSet<>())
          .add(cell.cluster());
    }
    Map<String, List<String>> releasesByPlace = new LinkedHashMap<>();
    byRelease.forEach((release, environments) ->
        releasesByPlace
            .computeIfAbsent(places(environments), text -> new ArrayList<>())
            .add(release));
    int unloaded = byRelease.getOrDefault(Affected.ANY, Map.of()).size();
    StringJoiner all = new StringJoiner("; ");
    releasesByPlace.forEach((place, releases) -> {
      List<String> named = releases.stream().filter(name -> !name.equals(Affected.ANY)).toList();
      if (named.size() < releases.size()) {
        all.add((unloaded == 1 ? "environment " : "environments ") + place);
      }
      if (!named.isEmpty()) {
        all.add(bounded(named) + " in " + place);
      }
    });
    return all.toString();
  }

  private static String places(Map<String, Set<String>> environments) {
    List<String> texts = new ArrayList<>();
    environments.forEach((environment, clusters) -> {
      List<String> named = clusters.stream().filter(cluster -> !cluster.isEmpty()).toList();
      texts.add(named.isEmpty() ? environment : environment + " (" + bounded(named) + ")");
    });
    return bounded(texts);
  }

  private static String bounded(List<String> names) {
    if (names.size() <= MAX_NAMED) {
      return String.join(", ", names);
    }
    int more = names.size() - MAX_NAMED;
    return String.join(", ", names.subList(0, MAX_NAMED)) + " and " + more + " more";
  }
}
