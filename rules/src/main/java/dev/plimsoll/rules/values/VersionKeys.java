package dev.plimsoll.rules.values;

import dev.plimsoll.values.ValuePath;
import java.util.List;
import java.util.Locale;

/** Keys whose values are names, even where they look like numbers: tags, versions, commits. */
final class VersionKeys {

  private final List<String> words;

  VersionKeys(List<String> words) {
    this.words = words;
  }

  /** Whether the key is one of the words, or ends in one: {@code imageTag}, {@code image-tag}. */
  boolean contain(String key) {
    for (String word : words) {
      if (key.equalsIgnoreCase(word) || endsIn(key, word)) {
        return true;
      }
    }
    return false;
  }

  /** The same for a value that is one of several: {@code tags.web}, {@code imageVersions.web}. */
  boolean contain(String key, ValuePath path) {
    if (contain(key)) {
      return true;
    }
    List<ValuePath.Step> steps = path.steps();
    return steps.size() > 1
        && steps.get(steps.size() - 2) instanceof ValuePath.Key(String above)
        && above.endsWith("s")
        && contain(above.substring(0, above.length() - 1));
  }

  private static boolean endsIn(String key, String word) {
    int start = key.length() - word.length();
    if (start <= 0 || !key.regionMatches(true, start, word, 0, word.length())) {
      return false;
    }
    char before = key.charAt(start - 1);
    boolean isSeparated = before == '-' || before == '_' || before == '.';
    String capitalised = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    return isSeparated || (key.endsWith(capitalised) && Character.isLowerCase(before));
  }
}
