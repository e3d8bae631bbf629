package dev.plimsoll.cel.policy;

import java.util.List;

/**
 * What else there is on the cluster, as far as it is known.
 *
 * @param objects namespaces and objects that may be parameters
 * @param complete whether these are all of them; if not, what is missing is not known
 * @param dryRun whether the request only asks what would happen
 */
public record AdmissionContext(List<AdmissionObject> objects, boolean complete, boolean dryRun) {

  public AdmissionContext {
    objects = List.copyOf(objects);
  }

  /** Nothing is known. */
  public static AdmissionContext unknown() {
    return new AdmissionContext(List.of(), false, false);
  }
}
