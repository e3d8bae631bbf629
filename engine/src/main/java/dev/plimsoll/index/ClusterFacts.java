package dev.plimsoll.index;

import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import java.util.List;

/**
 * What the project file says of a cluster that its files do not show. Entries that are of no good
 * form are still here; the reader of the project file has reported them.
 *
 * @param section the cluster's entry in the project file
 */
public record ClusterFacts(KubernetesObject section) {

  /**
   * The kinds of nodes: {@code name}, {@code count}, {@code labels} and what pods may have of one.
   */
  public List<Field> nodes() {
    return section.get("nodes").items();
  }

  /** Quotas: {@code namespace} and the fields of a {@code ResourceQuotaSpec}. */
  public List<Field> quotas() {
    return section.get("quotas").items();
  }

  /** Limit ranges: {@code namespace} and the fields of a {@code LimitRangeSpec}. */
  public List<Field> limitRanges() {
    return section.get("limitRanges").items();
  }
}
