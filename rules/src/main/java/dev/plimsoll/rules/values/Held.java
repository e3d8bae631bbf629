package dev.plimsoll.rules.values;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an expression of a template may hold, as far as its text shows.
 *
 * @param paths those of the values that it may be; the empty path is all values
 * @param isRoot whether it may be the dot of the whole chart, whose {@code Values} are the values
 */
record Held(Set<List<String>> paths, boolean isRoot) {

  /** Nothing that is known to come from values. */
  static final Held NOTHING = new Held(Set.of(), false);

  /** The dot of the whole chart. */
  static final Held ROOT = new Held(Set.of(), true);

  private static final String VALUES = "Values";

  /** Sprig wants a plain map here and there; {@code .Values.AsMap} is the same map. */
  private static final String AS_MAP = "AsMap";

  /** The entries of a map or the items of a list, whatever their names. */
  static final String ANY = "*";

  Held {
    paths = Set.copyOf(paths);
  }

  static Held path(List<String> path) {
    return new Held(Set.of(List.copyOf(path)), false);
  }

  boolean isNothing() {
    return paths.isEmpty() && !isRoot;
  }

  Held or(Held other) {
    if (isNothing() || other.isNothing()) {
      return isNothing() ? other : this;
    }
    Set<List<String>> both = new LinkedHashSet<>(paths);
    both.addAll(other.paths);
    return new Held(both, isRoot || other.isRoot);
  }

  /**
   * What stands behind {@code fields}. Wherever it is met, {@code Values} means the values: what
   * dot is in a named template only its callers know.
   */
  Held fields(List<String> fields) {
    int values = fields.lastIndexOf(VALUES);
    if (values >= 0) {
      return path(withoutMethod(fields.subList(values + 1, fields.size())));
    }
    List<String> plain = withoutMethod(fields);
    Set<List<String>> deeper = new LinkedHashSet<>();
    for (List<String> path : paths) {
      List<String> longer = new ArrayList<>(path);
      longer.addAll(plain);
      deeper.add(longer);
    }
    return new Held(deeper, isRoot && plain.isEmpty());
  }

  Held field(String name) {
    return fields(List.of(name));
  }

  /** An entry or item whose name is not known. */
  Held any() {
    return field(ANY);
  }

  private static List<String> withoutMethod(List<String> fields) {
    return !fields.isEmpty() && fields.getLast().equals(AS_MAP)
        ? fields.subList(0, fields.size() - 1)
        : fields;
  }
}
