package dev.plimsoll.values;

import java.util.Collection;
import java.util.List;

/**
 * Writes a tree in some format, told node by node. Every value stands at the root, behind {@link
 * #key} or behind {@link #item}.
 *
 * @param <O> what is known about the origin of a part of the tree
 */
public sealed interface TreeWriter<O> permits YamlWriter, JsonWriter {

  /** Keys in the order in which the format has them. */
  List<String> inOrder(Collection<String> keys);

  /** Begins a map of {@code size} entries. */
  void openMap(int size, O origin);

  /** Writes a key of the innermost collection, which is a map. */
  void key(String key, O origin);

  /** Begins a list of {@code size} items. */
  void openList(int size, O origin);

  /** Begins an item of the innermost collection, which is a list. */
  void item();

  /** Ends the innermost map or list. */
  void close();

  /** Writes a text. */
  void text(String text, O origin);

  /** Writes a floating-point number. */
  void number(double number, O origin);

  /** Writes what all formats write alike: {@code null}, a boolean, an integer. */
  void token(String token, O origin);
}
