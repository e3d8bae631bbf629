package dev.plimsoll.values;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * Addresses by which Helm reads values that the plugin helm-secrets decrypts: {@code
 * secrets://secrets.yaml}, {@code secrets+age-import://key.txt?secrets.yaml} and their likes.
 */
public final class SecretsUri {

  private static final Pattern PLAIN = Pattern.compile("secrets://(.+)");
  private static final Pattern WITH_KEY =
      Pattern.compile("secrets\\+(?:age|gpg)-import(?:-kubernetes)?://[^?]+\\?(.+)");

  private SecretsUri() {}

  /** The file that an address names; empty for any other text. */
  public static Optional<String> file(String address) {
    Matcher plain = PLAIN.matcher(address);
    if (plain.matches()) {
      return Optional.of(plain.group(1));
    }
    Matcher withKey = WITH_KEY.matcher(address);
    return withKey.matches() ? Optional.of(withKey.group(1)) : Optional.empty();
  }

  /** The file that is read for what stands behind {@code -f}. */
  public static String plain(String path) {
    return file(path).orElse(path);
  }
}
