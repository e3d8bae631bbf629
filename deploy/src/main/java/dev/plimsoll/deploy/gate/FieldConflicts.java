package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.cluster.ApiResources;
import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ObjectKey;
import dev.plimsoll.deploy.cluster.ReleaseRevision;
import dev.plimsoll.deploy.json.ManifestJson;
import dev.plimsoll.deploy.plan.PlanFolder;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Nobody else manages a field that Helm applies. */
final class FieldConflicts implements Gate {

  @Override
  public String id() {
    return "field-conflicts";
  }

  @Override
  public Strictness strictness() {
    return Strictness.STAGING;
  }

  @Override
  public Verdict judge(GateContext context) throws ClusterFailure, IOException {
    Optional<ReleaseRevision> live = context.live();
    boolean isServerSide =
        live.map(ReleaseRevision::isServerSide).orElse(context.helm().version().startsWith("v4."));
    if (!isServerSide) {
      return Verdict.allow(
          "Helm applies this release on its own side, where fields have no owners");
    }
    String namespace = context.folder().plan().namespace();
    for (JsonNode object : ManifestJson.withoutHooks(context.folder().text(PlanFolder.RENDERED))) {
      ObjectKey key = ObjectKey.of(object, namespace);
      Optional<ApiResources.Resource> resource =
          context.resources().find(key.apiVersion(), key.kind());
      if (resource.isEmpty()) {
        continue;
      }
      try {
        String path = resource.get().path(key.namespace(), key.name());
        if (context.cluster().find(path).isPresent()) {
          context.cluster().tryApply(path, object, "helm", false);
        }
      } catch (ClusterFailure failure) {
        if (failure.kind() != ClusterFailure.Kind.CONFLICT) {
          throw failure;
        }
        return Verdict.deny(
            key + ": " + failure.reason().replaceAll("\\s+", " "),
            "Leave the field to its manager, or take it over once with kubectl.");
      }
    }
    return Verdict.allow("Nobody else manages a field of the release");
  }
}
