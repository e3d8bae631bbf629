package dev.plimsoll.defects;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A mistake that one value makes.
 *
 * @param rule what has to be said
 * @param field the field that the value must decide
 * @param value the mistake as YAML on one line
 * @param wants what the field must end with before, with the leaf at the place of {@code %s}; the
 *     leaf alone if it is {@code %s}
 */
record PlantKind(String rule, Pattern field, String value, String wants) {

  private static final String CONTAINER = ".*ontainers\\[\\d+]\\.";

  /** Every kind that is tried. */
  static List<PlantKind> all() {
    return List.of(
        of("floating-image-tag", CONTAINER + "image", "\"latest\"", ":%s"),
        of("invalid-quantity", CONTAINER + "resources\\.limits\\.memory", "\"256Mb\""),
        of("invalid-quantity", CONTAINER + "resources\\.requests\\.cpu", "\"100mi\""),
        of("request-above-limit", CONTAINER + "resources\\.requests\\.memory", "\"900Ti\""),
        of("missing-memory-limit", CONTAINER + "resources\\.limits\\.memory", "null"),
        of("privileged-container", CONTAINER + "securityContext\\.privileged", "true"),
        of(
            "privilege-escalation",
            CONTAINER + "securityContext\\.allowPrivilegeEscalation",
            "true"),
        of("writable-root-filesystem", ".*securityContext\\.readOnlyRootFilesystem", "false"),
        of("object-type-mismatch", ".*securityContext\\.runAsUser", "\"nobody\""),
        of("unsupported-object-value", CONTAINER + "imagePullPolicy", "\"Sometimes\""),
        of("unsupported-object-value", "spec\\.type", "\"LoadBalancers\""),
        of("invalid-port", "spec\\.ports\\[\\d+]\\.port", "70000"),
        of("invalid-port", CONTAINER + "ports\\[\\d+]\\.containerPort", "70000"),
        of("unknown-probe-port", CONTAINER + "\\w+Probe\\.httpGet\\.port", "\"nowhere\""),
        of("invalid-object-value", CONTAINER + "\\w+Probe\\.periodSeconds", "-1"),
        of("object-type-mismatch", "spec\\.replicas", "\"two\""),
        of("object-type-mismatch", CONTAINER + "env\\[\\d+]\\.value", "7"),
        of("invalid-cron-schedule", "spec\\.schedule", "\"61 * * * *\""),
        of("invalid-label", "metadata\\.labels\\..*", "\"not a label\""),
        of("invalid-object-name", "metadata\\.name", "\"Upper_Case\""));
  }

  private static PlantKind of(String rule, String field, String value) {
    return of(rule, field, value, "%s");
  }

  private static PlantKind of(String rule, String field, String value, String wants) {
    return new PlantKind(rule, Pattern.compile(field), value, wants);
  }
}
