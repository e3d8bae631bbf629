package dev.plimsoll.rules.estate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plimsoll.helmfile.Secrets;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.ValuePath;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlScalar;
import java.util.Optional;

/**
 * How sops marks what it encrypted, and which leaves its settings make it encrypt ({@code sops.go},
 * {@code TreeWalk}).
 */
public final class SopsFile {

  private static final String DEFAULT_UNENCRYPTED_SUFFIX = "_unencrypted";

  private final YamlMapping settings;

  /**
   * Reads which leaves are encrypted.
   *
   * @param settings the metadata of an encrypted file, or a creation rule
   */
  public SopsFile(YamlMapping settings) {
    this.settings = settings;
  }

  /** Whether something in a file is encrypted. */
  public static boolean hasToken(SourceFile file) {
    return file.text().contains(Secrets.CIPHERTEXT);
  }

  /** Whether a text is what sops leaves of an encrypted one. */
  public static boolean isToken(String text) {
    return text.startsWith(Secrets.CIPHERTEXT) && text.endsWith("]");
  }

  /**
   * Whether an encrypted text stands where a value came from, so that nobody can tell what it is.
   */
  public static boolean isEncrypted(Origin origin) {
    String text = origin.layer().file().text(origin.span());
    return text.startsWith(Secrets.CIPHERTEXT)
        || text.startsWith("\"" + Secrets.CIPHERTEXT)
        || text.startsWith("'" + Secrets.CIPHERTEXT);
  }

  /** Whether a path leads into the metadata. */
  public static boolean isMetadata(ValuePath path) {
    return !path.steps().isEmpty()
        && path.steps().getFirst().equals(new ValuePath.Key(Secrets.METADATA));
  }

  /** Whether a leaf at {@code path} is to be encrypted; settings that cannot be read excuse it. */
  public boolean covers(ValuePath path) {
    Optional<String> encryptedSuffix = text("encrypted_suffix");
    Optional<String> encryptedRegex = text("encrypted_regex");
    Optional<String> unencryptedRegex = text("unencrypted_regex");
    Optional<String> unencryptedSuffix = text("unencrypted_suffix");
    boolean isPlain =
        encryptedSuffix.isEmpty() && encryptedRegex.isEmpty() && unencryptedRegex.isEmpty();
    String excused = unencryptedSuffix.orElse(isPlain ? DEFAULT_UNENCRYPTED_SUFFIX : "");
    if (hasComments() || (!excused.isEmpty() && anyKeyEnds(path, excused))) {
      return false;
    }
    if (unencryptedRegex.isPresent() && anyKeyMatches(path, unencryptedRegex.get(), true)) {
      return false;
    }
    if (encryptedSuffix.isPresent() && !anyKeyEnds(path, encryptedSuffix.get())) {
      return false;
    }
    return encryptedRegex.isEmpty() || anyKeyMatches(path, encryptedRegex.get(), false);
  }

  /** Settings by comment, which are not modelled. */
  private boolean hasComments() {
    return text("encrypted_comment_regex").isPresent()
        || text("unencrypted_comment_regex").isPresent();
  }

  private Optional<String> text(String key) {
    return settings.get(key).orElse(null) instanceof YamlScalar scalar && !scalar.text().isEmpty()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private static boolean anyKeyEnds(ValuePath path, String suffix) {
    return path.steps().stream()
        .anyMatch(step -> step instanceof ValuePath.Key(String name) && name.endsWith(suffix));
  }

  private static boolean anyKeyMatches(ValuePath path, String regex, boolean otherwise) {
    try {
      Pattern pattern = Pattern.compile(regex);
      return path.steps().stream()
          .anyMatch(
              step -> step instanceof ValuePath.Key(String name) && pattern.matcher(name).find());
    } catch (PatternSyntaxException e) {
      return otherwise;
    }
  }
}
