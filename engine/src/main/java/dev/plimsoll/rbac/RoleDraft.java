package dev.plimsoll.rbac;

import dev.plimsoll.rbac.DeployNeed.Purpose;
import dev.plimsoll.rbac.DeployNeeds.Granted;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The smallest role that gives what deployments need in one place.
 *
 * @param namespace empty for a ClusterRole
 */
public record RoleDraft(String namespace, List<Entry> rules) {

  public RoleDraft {
    rules = List.copyOf(rules);
  }

  /**
   * One of its rules.
   *
   * @param why a sentence for each reason
   */
  public record Entry(PolicyRule rule, List<String> why) {

    public Entry {
      why = List.copyOf(why);
    }
  }

  private record Target(String group, String resource, String name) {}

  private record Use(Set<String> verbs, Set<Purpose> purposes, Set<String> guessed) {

    Use() {
      this(new TreeSet<>(), EnumSet.noneOf(Purpose.class), new TreeSet<>());
    }
  }

  private record Kind(String group, List<String> verbs, Set<Purpose> purposes, String name) {}

  /** A role for each place in which something is needed, that of the cluster first. */
  public static List<RoleDraft> of(List<DeployNeeds> all) {
    Map<String, Map<Target, Use>> places = new TreeMap<>();
    Map<String, Set<Entry>> granted = new TreeMap<>();
    for (DeployNeeds needs : all) {
      for (DeployNeed need : needs.needs()) {
        Use use =
            places
                .computeIfAbsent(need.namespace(), _ -> new LinkedHashMap<>())
                .computeIfAbsent(
                    new Target(need.group(), need.resource(), need.resourceName()), _ -> new Use());
        use.verbs().add(need.verb());
        use.purposes().addAll(need.purposes());
        if (need.isGuessed()) {
          use.guessed().add(need.resource());
        }
      }
      for (Granted given : needs.granted()) {
        places.computeIfAbsent(given.namespace(), _ -> new LinkedHashMap<>());
        granted
            .computeIfAbsent(given.namespace(), _ -> new LinkedHashSet<>())
            .add(
                new Entry(
                    given.rule(),
                    List.of(
                        "%s of the release gives this, and nobody may give what he does not have."
                            .formatted(given.role().title()))));
      }
    }
    List<RoleDraft> drafts = new ArrayList<>();
    places.forEach((namespace, uses) -> {
      List<Entry> entries = entries(uses);
      entries.addAll(granted.getOrDefault(namespace, Set.of()));
      drafts.add(new RoleDraft(namespace, entries));
    });
    return drafts;
  }

  private static List<Entry> entries(Map<Target, Use> uses) {
    Map<Kind, List<Target>> together = new LinkedHashMap<>();
    Map<Kind, Set<String>> guesses = new LinkedHashMap<>();
    uses.forEach((target, use) -> {
      List<String> verbs = DeployNeed.ordered(use.verbs());
      Kind kind = new Kind(target.group(), verbs, use.purposes(), target.name());
      together.computeIfAbsent(kind, _ -> new ArrayList<>()).add(target);
      guesses.computeIfAbsent(kind, _ -> new TreeSet<>()).addAll(use.guessed());
    });
    List<Entry> entries = new ArrayList<>();
    together.forEach((kind, targets) -> {
      List<String> why = new ArrayList<>(kind.purposes().stream().map(RoleDraft::why).toList());
      Set<String> guessed = guesses.getOrDefault(kind, Set.of());
      if (!guessed.isEmpty()) {
        why.add(
            "A guess by the name of the kind, as no definition is in the workspace: "
                + String.join(", ", guessed)
                + ".");
      }
      entries.add(
          new Entry(
              new PolicyRule(
                  kind.verbs(),
                  List.of(kind.group()),
                  targets.stream().map(Target::resource).toList(),
                  kind.name().isEmpty() ? List.of() : List.of(kind.name()),
                  List.of(),
                  Optional.empty()),
              why));
    });
    return entries;
  }

  private static String why(Purpose purpose) {
    return switch (purpose) {
      case STORAGE ->
          "Helm keeps its releases here: it lists the history, writes each revision, and deletes the"
              + " oldest and, with the release, all of them.";
      case MANAGED ->
          "The release consists of it: read and written by every install, upgrade and rollback,"
              + " deleted with the release or when a revision does not have it any more.";
      case WAITED_FOR -> "Helm 4 lists and watches it until it is ready or gone (--wait).";
      case FOLLOWED -> "Whether workloads are ready is seen there (--wait).";
      case HOOK -> "A hook: created, watched until it ends, deleted by its policy.";
      case TEST -> "A test: for helm test alone, and may be left out where nobody runs it.";
      case NAMESPACE -> "For --create-namespace.";
      case DEFINITION -> "The chart has it in crds/: created once, and waited for.";
      case BINDING -> "The release binds this role, which this account does not have.";
    };
  }
}
