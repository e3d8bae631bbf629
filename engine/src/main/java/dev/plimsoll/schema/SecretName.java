package dev.plimsoll.schema;

import dev.plimsoll.values.ValuePath;
import java.util.List;
import java.util.Locale;

/** Tells by the name of a key whether its value may be a secret, which no message may show. */
public final class SecretName {

  private static final List<String> PARTS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "secret",
          "token",
          "apikey",
          "accesskey",
          "privatekey",
          "signingkey",
          "encryptionkey",
          "credential",
          "connectionstring",
          "authorization",
          "pwd",
          "dsn");

  private SecretName() {}

  /** Whether any key on the way to a value sounds like a secret. */
  static boolean isOn(ValuePath path) {
    for (ValuePath.Step step : path.steps()) {
      if (step instanceof ValuePath.Key(String key) && isSecret(key)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one key sounds like a secret. */
  public static boolean isSecret(String key) {
    String folded = key.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    for (String part : PARTS) {
      if (folded.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
