package dev.plimsoll.cel.policy;

import dev.plimsoll.cel.value.CelMap;
import dev.plimsoll.cel.value.CelValues;
import dev.plimsoll.cel.value.YamlView;
import dev.plimsoll.yaml.YamlNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that would be created. Fields that the API server fills in are not there unless the
 * caller put them there.
 *
 * @param kind what it is
 * @param namespace where it goes; empty for a cluster-scoped kind
 * @param value the object as CEL has it
 */
public record AdmissionObject(ResourceKind kind, String namespace, CelMap value) {

  private static final CelMap EMPTY = (CelMap) CelValues.of(Map.of());

  /**
   * The object of a YAML document; null if it has no kind.
   *
   * @param namespace where objects go that do not say it
   */
  public static @Nullable AdmissionObject of(@Nullable YamlNode root, String namespace) {
    if (!(YamlView.of(root, "object") instanceof CelMap object)
        || !(object.get("kind") instanceof String kind)) {
      return null;
    }
    String apiVersion = object.get("apiVersion") instanceof String text ? text : "";
    ResourceKind resource = ResourceKind.of(apiVersion, kind);
    String own = metadata(object).get("namespace") instanceof String text ? text : "";
    String effective = own.isEmpty() ? namespace : own;
    return new AdmissionObject(resource, resource.namespaced() ? effective : "", object);
  }

  /** The same as another kind: with the plural and scope that a CRD says. */
  public AdmissionObject as(ResourceKind other) {
    return new AdmissionObject(other, other.namespaced() ? namespace : "", value);
  }

  public String name() {
    return metadata(value).get("name") instanceof String name ? name : "";
  }

  CelMap labels() {
    return metadata(value).get("labels") instanceof CelMap labels ? labels : EMPTY;
  }

  boolean isNamespace() {
    return kind.kind().equals("Namespace") && kind.group().isEmpty();
  }

  private static CelMap metadata(CelMap object) {
    return object.get("metadata") instanceof CelMap metadata ? metadata : EMPTY;
  }
}
