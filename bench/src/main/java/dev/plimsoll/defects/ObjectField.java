package dev.plimsoll.defects;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A field of an object of one release.
 *
 * @param object kind and name: {@code Deployment/shop}
 * @param path as reports write it; empty for the object
 */
record ObjectField(String object, String path) {

  /** This field and those that it stands in, the object left out. */
  Set<ObjectField> withParents() {
    Set<ObjectField> all = new LinkedHashSet<>();
    String rest = path;
    while (!rest.isEmpty()) {
      all.add(new ObjectField(object, rest));
      int end = Math.max(rest.lastIndexOf('.'), rest.lastIndexOf('['));
      rest = end < 0 ? "" : rest.substring(0, end);
    }
    return all;
  }
}
