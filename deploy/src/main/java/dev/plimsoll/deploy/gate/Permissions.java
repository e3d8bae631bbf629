package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.cluster.ApiResources;
import dev.plimsoll.deploy.cluster.Cluster;
import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.plan.ObjectChange;
import dev.plimsoll.deploy.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The account may do everything that the plan needs. */
final class Permissions implements Gate {

  @Override
  public String id() {
    return "permissions";
  }

  @Override
  public Strictness strictness() {
    return Strictness.ALWAYS;
  }

  /**
   * One thing to be allowed.
   *
   * @param namespace empty for what is of the whole cluster
   */
  private record Need(String verb, String group, String resource, String namespace) {

    @Override
    public String toString() {
      return verb
          + " "
          + resource
          + (group.isEmpty() ? "" : "." + group)
          + (namespace.isEmpty() ? "" : " in " + namespace);
    }
  }

  @Override
  public Verdict judge(GateContext context) throws ClusterFailure {
    List<String> missing = new ArrayList<>();
    Set<Need> needs = needs(context);
    for (Need need : needs) {
      if (!isAllowed(context.cluster(), need)) {
        missing.add(need.toString());
      }
    }
    return missing.isEmpty()
        ? Verdict.allow("The account may do all " + needs.size() + " things that are needed")
        : Verdict.deny(
            "The account may not " + String.join(", ", missing) + ".",
            "Give it a Role that allows this.");
  }

  private static Set<Need> needs(GateContext context) throws ClusterFailure {
    Plan plan = context.folder().plan();
    String namespace = plan.namespace();
    Set<Need> needs = new LinkedHashSet<>();
    String releases = context.store().driver().resource();
    for (String verb : List.of("get", "list", "create", "update", "delete")) {
      needs.add(new Need(verb, "", releases, namespace));
    }
    needs.add(new Need("list", "", "pods", namespace));
    needs.add(new Need("get", "", "pods/log", namespace));
    needs.add(new Need("list", "", "events", namespace));
    if (plan.createsNamespace()) {
      needs.add(new Need("create", "", "namespaces", ""));
    }
    for (ObjectChange change : plan.changes()) {
      Optional<ApiResources.Resource> found =
          context.resources().find(change.key().apiVersion(), change.key().kind());
      if (found.isPresent()) {
        ApiResources.Resource resource = found.get();
        for (String verb : verbs(change.action())) {
          needs.add(new Need(verb, resource.group(), resource.plural(), change.key().namespace()));
        }
      }
    }
    return needs;
  }

  private static List<String> verbs(ObjectChange.Action action) {
    return switch (action) {
      case CREATE -> List.of("get", "create", "patch");
      case UPDATE, UNCHANGED -> List.of("get", "patch");
      case DELETE -> List.of("get", "delete");
      case KEEP, REFUSED -> List.of("get");
    };
  }

  private static boolean isAllowed(Cluster cluster, Need need) throws ClusterFailure {
    int slash = need.resource().indexOf('/');
    ObjectNode attributes =
        Json.object()
            .put("verb", need.verb())
            .put("group", need.group())
            .put("resource", slash < 0 ? need.resource() : need.resource().substring(0, slash))
            .put("namespace", need.namespace());
    if (slash >= 0) {
      attributes.put("subresource", need.resource().substring(slash + 1));
    }
    ObjectNode review =
        Json.object()
            .put("apiVersion", "authorization.k8s.io/v1")
            .put("kind", "SelfSubjectAccessReview");
    review.set("spec", Json.object().set("resourceAttributes", attributes));
    return Json.at(
            cluster.create("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", review),
            "status",
            "allowed")
        .asBoolean(false);
  }
}
