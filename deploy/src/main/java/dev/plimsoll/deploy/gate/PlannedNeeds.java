package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.cluster.ApiResources;
import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.json.ManifestJson;
import dev.plimsoll.deploy.plan.Plan;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.rbac.DeployNeeds;
import dev.plimsoll.rbac.DeployNeeds.Deployment;
import dev.plimsoll.rbac.ResourceName;
import dev.plimsoll.rbac.ResourceNames;
import dev.plimsoll.rbac.ResourceNaming;
import dev.plimsoll.render.KubeVersion;
import dev.plimsoll.values.HelmVersion;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Helm needs for a plan, with the names that the cluster has for its kinds. */
final class PlannedNeeds {

  private PlannedNeeds() {}

  static DeployNeeds of(GateContext context)
      throws ClusterFailure, IOException, PlanFolder.Tampered {
    PlanFolder folder = context.folder();
    Plan plan = folder.plan();
    List<KubernetesObject> objects = ManifestJson.read(folder.text(PlanFolder.RENDERED));
    List<KubernetesObject> definitions =
        plan.files().containsKey(PlanFolder.DEFINITIONS)
            ? ManifestJson.read(folder.text(PlanFolder.DEFINITIONS))
            : List.of();
    HelmVersion helm = HelmVersion.parse(plan.helm()).orElse(HelmVersion.NEWEST);
    Deployment how =
        new Deployment(
            helm,
            context.store().storage().resource().orElse(""),
            plan.namespace(),
            context.request().waits(),
            plan.createsNamespace());
    return DeployNeeds.of(how, objects, definitions, naming(context, helm, objects, definitions));
  }

  /** As the cluster serves it; what the plan itself brings is not served yet. */
  private static ResourceNaming naming(
      GateContext context,
      HelmVersion helm,
      List<KubernetesObject> objects,
      List<KubernetesObject> definitions)
      throws ClusterFailure, IOException {
    Map<String, ResourceName> served = new HashMap<>();
    for (KubernetesObject object : objects) {
      Optional<ApiResources.Resource> found =
          context.resources().find(object.apiVersion(), object.kind());
      found.ifPresent(resource ->
          served.put(
              key(object.apiVersion(), object.kind()),
              new ResourceName(resource.group(), resource.plural(), resource.namespaced(), false)));
    }
    String version = context.folder().plan().identity().version();
    KubeVersion kubernetes =
        KubeVersion.parse(version, helm)
            .orElseThrow(() -> new IOException("`" + version + "` is no version of Kubernetes"));
    ResourceNames others = new ResourceNames(kubernetes, definitions);
    return (apiVersion, kind) -> {
      ResourceName name = served.get(key(apiVersion, kind));
      return name == null ? others.of(apiVersion, kind) : name;
    };
  }

  private static String key(String apiVersion, String kind) {
    return apiVersion + " " + kind;
  }
}
