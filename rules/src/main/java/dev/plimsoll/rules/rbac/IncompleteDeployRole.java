package dev.plimsoll.rules.rbac;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rules.template.RenderedRelease;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The role of an account that deploys and may not do what Helm does for these releases. */
public final class IncompleteDeployRole implements Rule {

  private static final RuleId ID = new RuleId("incomplete-deploy-role");

  private static final List<String> STORING = List.of("get", "list", "create", "update", "delete");
  private static final List<String> MANAGING = List.of("get", "create", "patch", "delete");
  private static final List<String> WATCHING = List.of("list", "watch");

  /** The plural names of the kinds that a Role can be about. */
  private static final Map<String, String> RESOURCES =
      Map.ofEntries(
          Map.entry("ConfigMap", "configmaps"),
          Map.entry("CronJob", "cronjobs"),
          Map.entry("DaemonSet", "daemonsets"),
          Map.entry("Deployment", "deployments"),
          Map.entry("HorizontalPodAutoscaler", "horizontalpodautoscalers"),
          Map.entry("Ingress", "ingresses"),
          Map.entry("Job", "jobs"),
          Map.entry("NetworkPolicy", "networkpolicies"),
          Map.entry("PersistentVolumeClaim", "persistentvolumeclaims"),
          Map.entry("Pod", "pods"),
          Map.entry("PodDisruptionBudget", "poddisruptionbudgets"),
          Map.entry("Role", "roles"),
          Map.entry("RoleBinding", "rolebindings"),
          Map.entry("Secret", "secrets"),
          Map.entry("Service", "services"),
          Map.entry("ServiceAccount", "serviceaccounts"),
          Map.entry("StatefulSet", "statefulsets"));

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    String storage = context.parameters().string("storage");
    for (DeployRole role :
        DeployRole.all(context.estate(), context.parameters().strings("accounts"))) {
      List<Affected> cells = new ArrayList<>();
      Map<Resource, String> managed = managed(context.estate(), role, cells);
      Report report = new Report(role, cells, sink);
      Resource kept = new Resource("", storage);
      report.of(kept, STORING, missing -> storing(storage, missing));
      managed.forEach((resource, what) -> {
        if (!resource.equals(kept)) {
          report.of(
              resource,
              MANAGING,
              missing -> what + ", and this role may not " + verbs(missing) + " it.");
        }
      });
      if (managed.containsKey(new Resource("apps", "deployments"))
          && context.helm().isAtLeast(4, 0, 0)) {
        report.of(
            new Resource("apps", "replicasets"),
            WATCHING,
            missing ->
                "Helm 4 watches the ReplicaSets of a Deployment while it waits, and this role may"
                    + " not "
                    + verbs(missing)
                    + " them.");
      }
    }
  }

  /** An API group, and the plural name of a kind in it. */
  private record Resource(String group, String plural) implements Comparable<Resource> {

    @Override
    public int compareTo(Resource other) {
      return (plural + "." + group).compareTo(other.plural + "." + other.group);
    }
  }

  /** What the releases in the namespace of a role consist of, each with a sentence's beginning. */
  private static Map<Resource, String> managed(
      Estate estate, DeployRole role, List<Affected> cells) {
    Map<Resource, String> managed = new TreeMap<>();
    for (RenderedRelease each : RenderedRelease.all(estate)) {
      ReleaseInstance release = each.release();
      if (!role.namespace().isEmpty() && !role.namespace().equals(release.namespace())) {
        continue;
      }
      cells.addAll(each.cells());
      for (Manifest manifest : each.rendered().objects()) {
        String plural = RESOURCES.get(manifest.head().kind());
        String version = manifest.head().apiVersion();
        if (plural != null) {
          managed.putIfAbsent(
              new Resource(version.contains("/") ? version.split("/", 2)[0] : "", plural),
              "`%s` has the %s `%s`"
                  .formatted(release.name(), manifest.head().kind(), manifest.head().name()));
        }
      }
    }
    return managed;
  }

  private static String storing(String storage, List<String> missing) {
    String what = storage.equals("secrets") ? "Secrets" : "ConfigMaps";
    String may = "Helm keeps its releases in " + what + ", and this role may not " + verbs(missing);
    return missing.contains("delete")
        ? may
            + " them: the history cannot be pruned, so the upgrade after the tenth revision fails,"
            + " and so does uninstalling."
        : may + " them.";
  }

  private static String verbs(List<String> missing) {
    return "`" + String.join("`, `", missing) + "`";
  }

  /** Makes the text of a diagnostic of the verbs that are missing. */
  @FunctionalInterface
  private interface Message {
    String of(List<String> missing);
  }

  private record Report(DeployRole role, List<Affected> cells, DiagnosticSink sink) {

    void of(Resource resource, List<String> wanted, Message message) {
      List<String> missing =
          wanted.stream()
              .filter(verb -> !role.allows(resource.group(), resource.plural(), verb))
              .toList();
      if (missing.isEmpty()) {
        return;
      }
      Optional<Grant> grant = role.grantFor(resource.group(), resource.plural());
      Optional<Location> verbs =
          grant.flatMap(Grant::verbs).map(node -> role.file().source().at(node.span()));
      Diagnostic found =
          Diagnostic.of(ID, verbs.orElseGet(role::place), message.of(missing)).withAffects(cells);
      sink.report(
          grant
              .filter(each -> each.isAbout(resource.plural()))
              .flatMap(Grant::verbs)
              .flatMap(node -> addition(node, missing))
              .map(found::withFix)
              .orElse(found));
    }

    /** More rights are nothing to give without a look. */
    private Optional<Fix> addition(YamlNode verbs, List<String> missing) {
      if (!(verbs instanceof YamlSequence list) || list.items().isEmpty() || !list.flow()) {
        return Optional.empty();
      }
      int end = list.items().getLast().span().end();
      return Optional.of(
          new Fix(
              "Add " + verbs(missing),
              Fix.Applicability.UNSAFE,
              List.of(
                  new TextEdit(
                      role.file().source().at(new Span(end, end)),
                      ", " + String.join(", ", missing)))));
    }
  }
}
