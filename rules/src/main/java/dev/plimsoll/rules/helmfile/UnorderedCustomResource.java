package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A release brings custom resources that another release defines, and does not wait for it. */
public final class UnorderedCustomResource implements Rule {

  private static final RuleId ID = new RuleId("unordered-custom-resource");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    Map<Affected, ReleaseInstance> instances = new HashMap<>();
    for (ReleaseInstance instance : context.estate().releases()) {
      instances.put(instance.cell(), instance);
    }
    IdentityHashMap<HelmfileRelease, ReleaseOrder> orders = new IdentityHashMap<>();
    for (LoadedEnvironment environment : context.estate().helmfiles().environments()) {
      ReleaseOrder order = new ReleaseOrder(environment, context);
      environment.releases().forEach(release -> orders.put(release, order));
    }
    CustomKinds kinds = new CustomKinds();
    for (ClusterObjects cluster : context.objects().clusters()) {
      List<Member> members = members(cluster, instances, kinds);
      Map<String, List<HelmfileRelease>> definers = new HashMap<>();
      for (Member member : members) {
        for (String kind : member.defined()) {
          definers.computeIfAbsent(kind, _ -> new ArrayList<>()).add(member.release());
        }
      }
      members.forEach(member -> check(member, definers, orders, sink));
    }
  }

  /**
   * A release of a helmfile on a cluster.
   *
   * @param defined the custom kinds that it defines
   * @param brought the kinds of its objects
   */
  private record Member(
      Affected cell, HelmfileRelease release, Set<String> defined, Set<String> brought) {}

  private static List<Member> members(
      ClusterObjects cluster, Map<Affected, ReleaseInstance> instances, CustomKinds kinds) {
    List<Member> members = new ArrayList<>();
    for (ReleaseObjects objects : cluster.releases()) {
      for (Affected cell : cluster.cells(objects)) {
        ReleaseInstance instance = instances.get(cell);
        if (instance != null && instance.helmfile().isPresent()) {
          members.add(
              new Member(
                  cell,
                  instance.helmfile().get(),
                  kinds.definedBy(objects, instance.enabled()),
                  kinds.broughtBy(objects)));
        }
      }
    }
    return members;
  }

  private static void check(
      Member member,
      Map<String, List<HelmfileRelease>> definers,
      IdentityHashMap<HelmfileRelease, ReleaseOrder> orders,
      DiagnosticSink sink) {
    ReleaseOrder order = orders.get(member.release());
    for (String kind : member.brought()) {
      List<HelmfileRelease> defining = definers.getOrDefault(kind, List.of());
      boolean isThere =
          order == null
              || member.defined().contains(kind)
              || defining.stream().anyMatch(each -> order.isBefore(each, member.release()));
      Optional<HelmfileRelease> missed = defining.stream().findFirst();
      if (!isThere && missed.isPresent()) {
        sink.report(diagnostic(member, kind, missed.get()));
        return;
      }
    }
  }

  private static Diagnostic diagnostic(Member member, String kind, HelmfileRelease definer) {
    HelmfileRelease release = member.release();
    boolean isTogether = definer.file().equals(release.file());
    return Diagnostic.of(
            ID,
            release.location(),
            "`%s` brings objects of kind %s, which `%s` defines, and does not wait for it, so its first installation may fail; %s."
                .formatted(
                    release.name().value(),
                    kind.substring(kind.indexOf('/') + 1),
                    definer.name().value(),
                    isTogether
                        ? "add `" + definer.id() + "` to its `needs`"
                        : "`"
                            + definer.file()
                            + "` has to come before, or both releases into one file with `needs`"))
        .withRelated(
            RelatedLocation.Role.DEFINITION, definer.location(), "This release defines the kind.")
        .withAffects(List.of(member.cell()));
  }
}
