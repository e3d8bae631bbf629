package dev.plimsoll.kubernetes;

import java.util.Map;
import java.util.Set;

/**
 * Fields that Kubernetes' OpenAPI documents call required because Go always writes them, while the
 * server fills them in or does without.
 */
final class ServerDefaults {

  /** By the name of the field, the fields or lists whose value may lack it. */
  private static final Map<String, Set<String>> FILLED =
      Map.of(
          "serviceName", Set.of("spec"),
          "apiGroup", Set.of("roleRef"),
          "limits", Set.of("spec"),
          "status", Set.of(""));

  boolean fills(Part parent, String field) {
    Set<String> where = FILLED.get(field);
    return where != null && where.contains(parent.name());
  }
}
