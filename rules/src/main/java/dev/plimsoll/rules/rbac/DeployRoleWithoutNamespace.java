package dev.plimsoll.rules.rbac;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.index.PlainFiles;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.rbac.PermissionGraph;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A role of an account that deploys, in whatever namespace it happens to be applied to. */
public final class DeployRoleWithoutNamespace implements Rule {

  private static final RuleId ID = new RuleId("deploy-role-without-namespace");
  private static final String DEFAULT = "default";

  /** A command that says the namespace for what it applies. */
  private static final Pattern APPLIED =
      Pattern.compile("\\bkubectl\\s[^\\n;&|#]*\\s(?:-n|--namespace)[ =]");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    PlainFiles files = context.estate().plainFiles();
    if (files.pipelines().stream().anyMatch(file -> APPLIED.matcher(file.text()).find())) {
      return;
    }
    List<String> words = context.parameters().strings("accounts");
    ObjectFindings findings = new ObjectFindings(ID);
    for (ClusterObjects cluster : context.objects().clusters()) {
      List<ReleaseObjects> releases =
          cluster.releases().stream().filter(each -> each.release().isPresent()).toList();
      Set<String> namespaces = new TreeSet<>();
      releases.forEach(release -> namespaces.add(release.namespace()));
      if (namespaces.isEmpty() || namespaces.contains(DEFAULT) || !hasUnplaced(cluster)) {
        continue;
      }
      List<Affected> cells =
          releases.stream().flatMap(release -> cluster.cells(release).stream()).toList();
      for (Placed placed : unplaced(cluster, words, namespaces)) {
        if (!isKustomized(placed, files)) {
          findings.add(
              findings.at(
                  placed.release(),
                  placed.object().get("metadata", "namespace"),
                  message(placed, namespaces)),
              cells);
        }
      }
    }
    findings.reportTo(sink);
  }

  private static boolean hasUnplaced(ClusterObjects cluster) {
    return cluster.ofKind("Role").stream().anyMatch(DeployRoleWithoutNamespace::isUnplaced)
        || cluster.ofKind("RoleBinding").stream().anyMatch(DeployRoleWithoutNamespace::isUnplaced);
  }

  /** Roles that hold nowhere where there are releases, and bindings that give them. */
  private static List<Placed> unplaced(
      ClusterObjects cluster, List<String> words, Set<String> namespaces) {
    PermissionGraph graph = PermissionGraph.of(cluster);
    List<Placed> found = new ArrayList<>();
    for (DeployRole role : DeployRole.all(graph, words)) {
      boolean isOfReleases =
          role.places().stream().anyMatch(place -> place.isEmpty() || namespaces.contains(place));
      if (!isOfReleases) {
        found.add(role.placed());
        graph.bindings().stream()
            .filter(binding -> binding.gives(role.role()))
            .flatMap(binding -> binding.placed().stream())
            .forEach(found::add);
      }
    }
    return found.stream().filter(DeployRoleWithoutNamespace::isUnplaced).toList();
  }

  private static boolean isUnplaced(Placed placed) {
    return placed.release().release().isEmpty()
        && placed.object().namespace().isEmpty()
        && !placed.object().kind().startsWith("Cluster");
  }

  private static boolean isKustomized(Placed placed, PlainFiles files) {
    String path = placed.object().source();
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    return files.manifests().stream()
        .map(file -> file.source().path())
        .anyMatch(other -> other.startsWith(folder + "kustomization."));
  }

  private static String message(Placed placed, Set<String> namespaces) {
    return "%s names no namespace, so it holds in whichever is current when somebody applies it, while the releases are in `%s`; write its namespace."
        .formatted(placed.object().title(), String.join("`, `", namespaces));
  }
}
