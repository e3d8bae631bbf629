package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoBytes;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges maps as {@code dario.cat/mergo} 1.0 does under Sprig, quirks included: what is empty in
 * the target counts as missing, a map that is taken over is shared and not copied, and a nil of the
 * source counts only where it overwrites.
 */
final class MapMerge {

  /** Deeper maps are hostile; mergo itself would run out of stack. */
  private static final int MAX_DEPTH = 1000;

  private final boolean overwrites;

  MapMerge(boolean overwrites) {
    this.overwrites = overwrites;
  }

  void merge(GoMap target, GoMap source) {
    merge(target, source, 0);
  }

  private void merge(GoMap target, GoMap source, int depth) {
    if (depth > MAX_DEPTH || target.isSameMap(source)) {
      return;
    }
    // A map may be part of itself after `set`.
    for (String key : List.copyOf(source.keys())) {
      GoValue theirs = source.get(key);
      if (theirs != null) {
        mergeEntry(target, source, key, theirs, depth);
      }
    }
  }

  private void mergeEntry(GoMap target, GoMap source, String key, GoValue theirs, int depth) {
    GoValue ours = target.get(key);
    if (theirs instanceof GoNil) {
      if (overwrites) {
        target.put(key, theirs, source.keyTrace(key));
      }
      return;
    }
    if (theirs instanceof GoMap inner && ours instanceof GoMap own) {
      merge(own, inner, depth + 1);
      if (own.size() > 0) {
        return;
      }
    }
    if (overwrites) {
      target.put(key, theirs, source.keyTrace(key));
    } else if (ours == null) {
      target.put(key, theirs.because(target.missing(key)), source.keyTrace(key));
    } else if (isEmpty(ours)) {
      target.put(key, theirs.because(ours.trace()), source.keyTrace(key));
    }
  }

  /** Mergo's {@code isEmptyValue}, which knows no empty struct. */
  private static boolean isEmpty(@Nullable GoValue value) {
    return switch (value) {
      case null -> true;
      case GoObject _ -> false;
      case GoBytes bytes -> bytes.bytes().length == 0;
      case GoList list -> list.items().isEmpty();
      default -> !value.isTrue();
    };
  }
}
