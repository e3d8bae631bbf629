package dev.plimsoll.project;

import dev.plimsoll.rule.Profile;
import java.util.List;
import java.util.Locale;

/**
 * Guesses the profile of an environment from its name, where the project file does not say it.
 *
 * <p>A name is judged by how it begins, so {@code preprod} is no production. A name that says
 * nothing is production: a rule that is too strict is put right with one line in the project file,
 * and a rule that was silently too lax is not noticed.
 */
final class ProfileNames {

  /** What a name may begin with. */
  private static final List<String> DEVELOPMENT_PREFIXES = List.of("dev", "test", "qa", "sandbox");

  private static final List<String> STAGING_PREFIXES =
      List.of("stag", "uat", "preprod", "nonprod", "acceptance");

  /**
   * Short or ambiguous words, which must be the whole first word: {@code int-eu} is an integration
   * environment, {@code international} may be anything.
   */
  private static final List<String> DEVELOPMENT_WORDS =
      List.of("ci", "feature", "int", "integration", "local", "preview", "review", "tst");

  private static final List<String> STAGING_WORDS =
      List.of("acc", "non", "perf", "pre", "preproduction", "stg");

  private ProfileNames() {}

  static Profile profile(String environment) {
    String name = environment.toLowerCase(Locale.ROOT);
    String word = firstWord(name);
    if (beginsWithOne(name, DEVELOPMENT_PREFIXES) || DEVELOPMENT_WORDS.contains(word)) {
      return Profile.DEVELOPMENT;
    }
    if (beginsWithOne(name, STAGING_PREFIXES) || STAGING_WORDS.contains(word)) {
      return Profile.STAGING;
    }
    return Profile.PRODUCTION;
  }

  private static boolean beginsWithOne(String name, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** The letters up to the first digit, hyphen, dot or slash. */
  private static String firstWord(String name) {
    int end = 0;
    while (end < name.length() && Character.isLetter(name.charAt(end))) {
      end++;
    }
    return name.substring(0, end);
  }
}
