package dev.plimsoll.render;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What templates see as {@code .Release}.
 *
 * @param isUpgrade {@code --is-upgrade}; the opposite is {@code .Release.IsInstall}
 * @param revision 1 for {@code helm template}
 */
public record ReleaseOptions(String name, String namespace, boolean isUpgrade, int revision) {

  static final String NAME_FORM =
      "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";

  private static final int LONGEST_NAME = 53;
  private static final Pattern NAME = Pattern.compile(NAME_FORM);

  /** A first installation, as {@code helm template} has it. */
  public static ReleaseOptions install(String name, String namespace) {
    return new ReleaseOptions(name, namespace, false, 1);
  }

  /** What {@code .Release} has, by name: texts, booleans and whole numbers. */
  Map<String, Object> fields() {
    return Map.of(
        "Name", name,
        "Namespace", namespace,
        "IsUpgrade", isUpgrade,
        "IsInstall", !isUpgrade,
        "Revision", revision,
        "Service", "Helm");
  }

  /** Whether Helm lets a release have this name: {@code ValidateReleaseName}. */
  boolean hasValidName() {
    // The length first: the expression of Helm backtracks.
    return !name.isEmpty() && name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
  }
}
