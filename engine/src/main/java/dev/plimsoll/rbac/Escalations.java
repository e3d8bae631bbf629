package dev.plimsoll.rbac;

import dev.plimsoll.rbac.Technique.Target;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the ways on which subjects become more than they are. */
public final class Escalations {

  private static final Set<Technique> OF_NAMES =
      EnumSet.of(
          Technique.ESCALATE_ROLES,
          Technique.BIND_ROLES,
          Technique.IMPERSONATE,
          Technique.APPROVE_CERTIFICATES);

  private final PermissionGraph graph;

  private Escalations(PermissionGraph graph) {
    this.graph = graph;
  }

  /** Every way of every subject that a binding of the workspace names, by subject. */
  public static List<Escalation> of(PermissionGraph graph) {
    Escalations escalations = new Escalations(graph);
    List<Escalation> found = new ArrayList<>();
    graph.subjects().forEach(subject -> escalations.of(subject, found));
    return found;
  }

  private void of(Subject subject, List<Escalation> found) {
    List<Grant> own = graph.grantsOf(subject);
    Set<String> places = new TreeSet<>();
    own.forEach(grant -> places.add(grant.namespace()));
    Set<Technique> everywhere = EnumSet.noneOf(Technique.class);
    for (String place : places) {
      for (Technique technique : Technique.values()) {
        boolean isKnown =
            everywhere.contains(technique) || everywhere.contains(Technique.EVERYTHING);
        Optional<Escalation> escalation =
            isKnown ? Optional.empty() : of(subject, technique, place, own);
        if (escalation.isPresent()) {
          found.add(escalation.get());
          if (place.isEmpty()) {
            everywhere.add(technique);
          }
          if (technique == Technique.EVERYTHING) {
            break;
          }
        }
      }
    }
  }

  private Optional<Escalation> of(
      Subject subject, Technique technique, String place, List<Grant> own) {
    List<Grant> means = new ArrayList<>();
    for (List<AccessRequest.Resource> alternatives : technique.conditions()) {
      Optional<Grant> grant = first(alternatives, place, own, OF_NAMES.contains(technique));
      if (grant.isEmpty()) {
        return Optional.empty();
      }
      if (!means.contains(grant.get())) {
        means.add(grant.get());
      }
    }
    Optional<Grant> target =
        technique.target() == Target.NONE ? Optional.empty() : stronger(subject, place, own);
    return technique.target() == Target.NEEDED && target.isEmpty()
        ? Optional.empty()
        : Optional.of(new Escalation(subject, technique, place, means, target));
  }

  private static Optional<Grant> first(
      List<AccessRequest.Resource> alternatives,
      String place,
      List<Grant> own,
      boolean isEnoughForOne) {
    for (Grant grant : own) {
      for (AccessRequest.Resource request : alternatives) {
        List<AccessRequest.Resource> wanted = new ArrayList<>(List.of(request));
        if (isEnoughForOne) {
          grant.rule().resourceNames().forEach(name -> wanted.add(request.named(name)));
        }
        if (wanted.stream().anyMatch(each -> grant.allows(each, place))) {
          return Optional.of(grant);
        }
      }
    }
    return Optional.empty();
  }

  /** What a service account of that place may do and the subject may not: the widest of it. */
  private Optional<Grant> stronger(Subject subject, String place, List<Grant> own) {
    Optional<Grant> best = Optional.empty();
    for (Grant grant : graph.grants()) {
      boolean isThere =
          grant.subject().isAccount()
              && !grant.subject().equals(subject)
              && (place.isEmpty() || grant.subject().namespace().equals(place));
      if (isThere
          && !isCovered(grant, own)
          && best.filter(known -> width(known) >= width(grant)).isEmpty()) {
        best = Optional.of(grant);
      }
    }
    return best;
  }

  /** Whether somebody who has some grants has another one by them. */
  static boolean isCovered(Grant grant, List<Grant> own) {
    return grant.rule().requests().stream()
        .allMatch(
            request -> own.stream().anyMatch(each -> each.allows(request, grant.namespace())));
  }

  private static int width(Grant grant) {
    PolicyRule rule = grant.rule();
    int wildcards =
        (rule.verbs().contains("*") ? 1 : 0)
            + (rule.resources().contains("*") ? 1 : 0)
            + (rule.apiGroups().contains("*") ? 1 : 0);
    return wildcards * 2 + (grant.namespace().isEmpty() ? 1 : 0);
  }
}
