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

  /** The scalar of this text; null for one that had better be resolved by itself. */
  static @Nullable Plain of(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    int hash = text.hashCode();
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    Plain known = KNOWN[place];
    if (known != null && known.text().equals(text)) {
      return known;
    }
    ScalarValue value = ScalarResolver.resolve(text, true, null);
    if (value == null) {
      return null;
    }
    Plain made = new Plain(text, value);
    KNOWN[place] = made;
    return made;
  }
}
