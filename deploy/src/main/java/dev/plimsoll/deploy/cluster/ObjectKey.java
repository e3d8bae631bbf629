package dev.plimsoll.deploy.cluster;

import dev.plimsoll.deploy.json.Json;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;

/**
 * Which object it is. Two versions of one group name the same object.
 *
 * @param namespace empty where the object has none
 */
public record ObjectKey(String apiVersion, String kind, String namespace, String name)
    implements Comparable<ObjectKey> {

  private static final Comparator<ObjectKey> ORDER =
      Comparator.comparing(ObjectKey::kind)
          .thenComparing(ObjectKey::namespace)
          .thenComparing(ObjectKey::name)
          .thenComparing(ObjectKey::apiVersion);

  /**
   * That of an object.
   *
   * @param namespace where it goes if it names none
   */
  public static ObjectKey of(JsonNode object, String namespace) {
    String own = Json.text(object, "metadata", "namespace");
    return new ObjectKey(
        Json.text(object, "apiVersion"),
        Json.text(object, "kind"),
        own.isEmpty() ? namespace : own,
        Json.text(object, "metadata", "name"));
  }

  /** The group; empty for the core group. */
  public String group() {
    return apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
  }

  /** Whether both name the same object, whatever version they speak. */
  public boolean isSameObject(ObjectKey other) {
    return kind.equals(other.kind)
        && group().equals(other.group())
        && namespace.equals(other.namespace)
        && name.equals(other.name);
  }

  @Override
  public int compareTo(ObjectKey other) {
    return ORDER.compare(this, other);
  }

  /** {@code Deployment web}, for people. */
  @Override
  public String toString() {
    return kind + " " + name;
  }
}
