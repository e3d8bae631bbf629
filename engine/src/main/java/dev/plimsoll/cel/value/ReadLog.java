package dev.plimsoll.cel.value;

import dev.plimsoll.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which fields of YAML documents decided a result. Operators that let one side decide
 * make it {@linkplain #forget forget} what the other side read.
 */
public final class ReadLog {

  private final List<Access> accesses = new ArrayList<>();

  /**
   * One look at a field.
   *
   * @param value null if there is no such field
   */
  private record Access(YamlView container, Object key, @Nullable Object value) {}

  /** A field was looked at; values that were not read from a document leave no trace. */
  public void add(Object container, Object key, @Nullable Object value) {
    if (base(container) instanceof YamlView view) {
      accesses.add(new Access(view, key, value == null ? null : base(value)));
    }
  }

  /** The point up to which something was read. */
  public int mark() {
    return accesses.size();
  }

  /** What was read between two marks did not decide. */
  public void forget(int from, int to) {
    if (from < to) {
      accesses.subList(from, to).clear();
    }
  }

  /** What was read since a mark, to be {@linkplain #replay replayed} where the result is used. */
  public Recording since(int mark) {
    return new Recording(List.copyOf(accesses.subList(mark, accesses.size())));
  }

  public void replay(Recording recording) {
    accesses.addAll(recording.accesses);
  }

  /**
   * The fields, in the order in which they were read last: the last one is the one that decided. A
   * mapping or sequence is left out if something inside it was read.
   */
  public List<FieldRead> reads() {
    Set<YamlView> entered = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Access access : accesses) {
      for (YamlView at = access.container; at != null && entered.add(at); ) {
        at = at.parent();
      }
    }
    Set<FieldRead> reads = new LinkedHashSet<>();
    for (Access access : accesses.reversed()) {
      if (!(access.value instanceof YamlView view && entered.contains(view))) {
        reads.add(read(access));
      }
    }
    return List.copyOf(new ArrayList<>(reads).reversed());
  }

  private static Object base(Object value) {
    Object base = value;
    while (true) {
      if (base instanceof OverlayMap overlay) {
        base = overlay.base();
      } else if (base instanceof OverlayList overlay) {
        base = overlay.base();
      } else {
        return base;
      }
    }
  }

  private static FieldRead read(Access access) {
    StringBuilder path = new StringBuilder();
    String variable = path(access.container, path);
    append(path, access.key);
    YamlNode node = access.container.nodeAt(access.key);
    return new FieldRead(
        variable, path.toString(), node == null ? access.container.node() : node, node != null);
  }

  private static String path(YamlView view, StringBuilder path) {
    YamlView parent = view.parent();
    if (parent == null) {
      return view.key().toString();
    }
    String variable = path(parent, path);
    append(path, view.key());
    return variable;
  }

  private static void append(StringBuilder path, Object key) {
    if (key instanceof Long) {
      path.append('[').append(key).append(']');
    } else if (isPlain(key.toString())) {
      path.append(path.isEmpty() ? "" : ".").append(key);
    } else {
      path.append("['").append(key).append("']");
    }
  }

  private static boolean isPlain(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '$') {
        return false;
      }
    }
    return !key.isEmpty();
  }

  /** What a part of an evaluation read. */
  public static final class Recording {

    private final List<Access> accesses;

    private Recording(List<Access> accesses) {
      this.accesses = accesses;
    }
  }
}
