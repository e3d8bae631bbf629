package dev.plimsoll.project;

import dev.plimsoll.index.ValuesFile;
import java.util.Locale;
import java.util.Optional;

/** Tells by its name whether a file holds values or secrets. */
public final class ValuesNames {

  private ValuesNames() {}

  /** What a file of this name holds; empty if the name says neither. */
  public static Optional<ValuesFile.Kind> kind(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.equals(".sops.yaml") || name.equals(".sops.yml")) {
      return Optional.of(ValuesFile.Kind.SOPS_CONFIG);
    }
    if (!WorkspaceFiles.isYaml(name) && !name.endsWith(".yaml.enc") && !name.endsWith(".yml.enc")) {
      return Optional.empty();
    }
    boolean values = false;
    String before = "";
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i < name.length() && Character.isLetterOrDigit(name.charAt(i))) {
        continue;
      }
      String word = name.substring(start, i);
      // External Secrets is a product whose files hold references.
      boolean secret = word.equals("secrets") && !before.equals("external");
      if (secret || word.equals("enc") || word.equals("sops")) {
        return Optional.of(ValuesFile.Kind.SECRETS);
      }
      values |= word.equals("values");
      before = word;
      start = i + 1;
    }
    return values ? Optional.of(ValuesFile.Kind.VALUES) : Optional.empty();
  }
}
