package dev.plimsoll.rules.secrets;

import dev.plimsoll.values.ValuePath;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by their names which keys hold secrets. */
final class SecretKeys {

  /** What stands under such a key names a secret, or a key of one. */
  private static final Pattern REFERRING =
      Pattern.compile(
          "(?i).*(?:refs?|from|selector)|existing.*|external.*|use[A-Z_].*|.*(?:secret|key)names?");

  private static final Pattern PASSWORD = Pattern.compile("(?:.*)(?:password|passwd|passphrase)");

  private final List<String> words;

  SecretKeys(List<String> words) {
    this.words = words.stream().map(SecretKeys::plain).toList();
  }

  /**
   * Whether a key's name ends in a word for a secret, and nothing around it says that it only
   * refers to one.
   */
  boolean contain(String key, ValuePath path) {
    String name = plain(key);
    return words.stream().anyMatch(name::endsWith) && !isReferring(path);
  }

  /** Whether a key wants a password, which may be any text; other secrets look random. */
  static boolean isPassword(String key) {
    return PASSWORD.matcher(plain(key)).matches();
  }

  private static boolean isReferring(ValuePath path) {
    return path.steps().stream()
        .anyMatch(step ->
            step instanceof ValuePath.Key(String name) && REFERRING.matcher(name).matches());
  }

  private static String plain(String name) {
    return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }
}
