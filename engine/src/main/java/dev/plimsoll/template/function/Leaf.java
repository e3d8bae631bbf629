package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;

/**
 * A part of a tree that is written.
 *
 * @param trace what the characters depend on that are written for it
 * @param text what it is copied from; empty for what has no text
 */
record Leaf(Trace trace, TracedText text) {

  /** Nobody asks. */
  static final Leaf UNKNOWN = new Leaf(Trace.NONE, TracedText.EMPTY);

  static Leaf of(GoValue value) {
    return new Leaf(value.trace(), TracedText.EMPTY);
  }

  static Leaf of(TracedText text) {
    return new Leaf(text.trace(), text);
  }

  /** A key of a map. */
  static Leaf ofKey(GoMap map, String key) {
    return new Leaf(map.keyTrace(key), map.keyText(key));
  }
}
