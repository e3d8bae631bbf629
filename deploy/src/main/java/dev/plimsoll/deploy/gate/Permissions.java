package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.cluster.ApiResources;
import dev.plimsoll.deploy.cluster.Cluster;
import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.plan.ObjectChange;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.rbac.AccessRequest;
import dev.plimsoll.rbac.DeployNeed;
import dev.plimsoll.rbac.DeployNeed.Purpose;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * The account may do everything that the plan needs: what Helm does to the objects that change, to
 * hooks and to its own storage, what it looks at while it waits, and what the rollout is watched
 * by. Whether the account may give the rights of a role is seen by {@link ServerAccepts}, as the
 * API server checks that in a dry run too.
 */
final class Permissions implements Gate {

  private static final Set<Purpose> OF_THE_PLAN =
      Set.of(Purpose.MANAGED, Purpose.TEST, Purpose.BINDING, Purpose.NAMESPACE);

  @Override
  public String id() {
    return "permissions";
  }

  @Override
  public Strictness strictness() {
    return Strictness.ALWAYS;
  }

  /** One verb in one place; the namespace is empty for the whole cluster. */
  private record Need(String namespace, AccessRequest.Resource request) {

    @Override
    public String toString() {
      String group = request.group();
      return request.verb()
          + " "
          + request.combined()
          + (group.isEmpty() ? "" : "." + group)
          + (namespace.isEmpty() ? "" : " in " + namespace);
    }
  }

  @Override
  public Verdict judge(GateContext context)
      throws ClusterFailure, IOException, PlanFolder.Tampered {
    List<Need> needs = needs(context);
    List<String> missing = new ArrayList<>();
    for (Need need : needs) {
      if (!isAllowed(context.cluster(), need)) {
        missing.add(need.toString());
      }
    }
    return missing.isEmpty()
        ? Verdict.allow("The account may do all " + needs.size() + " things that are needed")
        : Verdict.deny(
            "The account may not " + String.join(", ", missing) + ".",
            "Give it a Role that allows this; `plimsoll rbac required` writes one.");
  }

  private static List<Need> needs(GateContext context)
      throws ClusterFailure, IOException, PlanFolder.Tampered {
    Map<String, Need> needs = new TreeMap<>();
    for (DeployNeed need : PlannedNeeds.of(context).needs()) {
      boolean isOfThePlan = OF_THE_PLAN.containsAll(need.purposes());
      if (!isOfThePlan) {
        add(needs, need.namespace(), need.request());
      }
    }
    boolean isBeside = isTriedBeside(context);
    for (ObjectChange change : context.folder().plan().changes()) {
      Optional<ApiResources.Resource> found =
          context.resources().find(change.key().apiVersion(), change.key().kind());
      if (found.isPresent()) {
        ApiResources.Resource resource = found.get();
        boolean isMadeAnew = isBeside && change.action() != ObjectChange.Action.DELETE;
        for (String verb : verbs(isMadeAnew ? ObjectChange.Action.CREATE : change.action())) {
          add(
              needs,
              change.key().namespace(),
              AccessRequest.Resource.of(verb, resource.group(), resource.plural()));
        }
      }
    }
    if (context.folder().plan().createsNamespace()) {
      add(needs, "", AccessRequest.Resource.of("create", "", "namespaces"));
    }
    for (String namespace : context.folder().plan().namespaces()) {
      add(needs, namespace, AccessRequest.Resource.of("list", "", "pods"));
      add(needs, namespace, AccessRequest.Resource.of("get", "", "pods/log"));
      add(needs, namespace, AccessRequest.Resource.of("list", "", "events"));
    }
    return List.copyOf(needs.values());
  }

  /** Whether the objects are made under other names too, for a canary. */
  private static boolean isTriedBeside(GateContext context) {
    return context.settings().canary().filter(canary -> canary.has("release")).isPresent();
  }

  private static void add(
      Map<String, Need> needs, String namespace, AccessRequest.Resource request) {
    Need need = new Need(namespace, request);
    needs.put(need.toString(), need);
  }

  /** What becomes of an object, and what takes it back if the rollout fails. */
  private static List<String> verbs(ObjectChange.Action action) {
    return switch (action) {
      case CREATE -> List.of("get", "create", "patch", "delete");
      case UPDATE, UNCHANGED -> List.of("get", "patch");
      case DELETE -> List.of("get", "create", "delete");
      case KEEP, REFUSED -> List.of("get");
    };
  }

  private static boolean isAllowed(Cluster cluster, Need need) throws ClusterFailure {
    ObjectNode attributes =
        Json.object()
            .put("verb", need.request().verb())
            .put("group", need.request().group())
            .put("resource", need.request().resource())
            .put("namespace", need.namespace());
    if (!need.request().subresource().isEmpty()) {
      attributes.put("subresource", need.request().subresource());
    }
    if (!need.request().name().isEmpty()) {
      attributes.put("name", need.request().name());
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
