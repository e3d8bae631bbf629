package dev.plimsoll.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Plain scalars that were met before, so that the thousands of {@code name} and {@code metadata} of
 * an estate are one text in memory, and each is resolved once. Forgets one when another needs its
 * place. Thread-safe: entries are immutable, and every thread would make the same.
 */
final class RepeatedScalars {

  private static final int LONGEST = 48;

  /** A power of two. */
  private static final int PLACES = 4096;

  private static final @Nullable Plain[] KNOWN = new Plain[PLACES];

  private RepeatedScalars() {}

  /** A scalar without quotes and tag, and what it is. */
  record Plain(String text, ScalarValue value) {}

  /** The scalar of this text. */
  static Plain of(String text) {
    if (text.length() > LONGEST) {
      return new Plain(text, ScalarResolver.implicit(text));
    }
    int hash = text.hashCode();
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    Plain known = KNOWN[place];
    if (known != null && known.text().equals(text)) {
      return known;
    }
    Plain made = new Plain(text, ScalarResolver.implicit(text));
    KNOWN[place] = made;
    return made;
  }
}
