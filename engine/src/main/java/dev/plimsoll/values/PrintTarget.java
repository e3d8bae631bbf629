package dev.plimsoll.values;

/**
 * Where a {@link TreeWriter} puts its characters.
 *
 * @param <O> what is known about the origin of a part of the tree
 */
public interface PrintTarget<O> {

  /** What is written from now on belongs to this part of the tree. */
  void from(O origin);

  /** Writes the characters {@code start} to {@code end} of the current part's text. */
  void copy(String text, int start, int end);

  /** Writes other characters: punctuation, quotes, escapes, numbers. */
  void write(String characters);

  /** Writes one other character. */
  void write(char character);
}
