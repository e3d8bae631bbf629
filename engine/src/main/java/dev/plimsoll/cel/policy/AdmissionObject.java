package dev.plimsoll.cel.policy;

import dev.plimsoll.cel.value.CelMap;
import dev.plimsoll.cel.value.CelValues;
import dev.plimsoll.cel.value.OverlayMap;
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
    return of(root, namespace, "object");
  }

  /**
   * The same for an object that is known under another name, such as a parameter.
   *
   * @param variable what reads of its fields are said to be of
   */
  public static @Nullable AdmissionObject of(
      @Nullable YamlNode root, String namespace, String variable) {
    if (!(YamlView.ofObject(root, variable) instanceof CelMap object)
        || !(object.get("kind") instanceof String kind)) {
      return null;
    }
    String apiVersion = object.get("apiVersion") instanceof String text ? text : "";
    ResourceKind resource = ResourceKind.of(apiVersion, kind);
    return of(object, resource, namespace);
  }

  /**
   * An object of a kind whose plural and scope somebody else knows, such as a CRD.
   *
   * @param namespace where it goes if it does not say it
   */
  public static AdmissionObject of(CelMap object, ResourceKind kind, String namespace) {
    if (!kind.namespaced()) {
      return new AdmissionObject(kind, "", object);
    }
    CelMap metadata = metadata(object);
    if (metadata.get("namespace") instanceof String own && !own.isEmpty()) {
      return new AdmissionObject(kind, own, object);
    }
    // The API server fills it in before anybody looks.
    CelMap full = new OverlayMap(metadata, Map.of("namespace", namespace));
    return new AdmissionObject(kind, namespace, new OverlayMap(object, Map.of("metadata", full)));
  }

  /**
   * The same with the values that the API server gives fields of its own kinds that are not set:
   * policies see them.
   */
  public AdmissionObject withServerDefaults() {
    return new AdmissionObject(kind, namespace, ServerDefaults.apply(kind, value));
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
