package dev.plimsoll.render;

import dev.plimsoll.values.HelmVersion;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Kubernetes as Helm reads it: {@code ParseKubeVersion}, above {@code ParseGeneric} of
 * {@code k8s.io/apimachinery}.
 *
 * @param version what templates see; Helm 3 cuts off what follows the numbers
 * @param normalized the numbers alone, for comparisons
 */
public record KubeVersion(String version, String normalized, String major, String minor) {

  private static final Pattern FORM = Pattern.compile("\\s*v?([0-9]+(?:\\.[0-9]+)*).*");
  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(Long.SIZE);

  /** Reads a version; empty where Helm refuses it. */
  public static Optional<KubeVersion> parse(String text, HelmVersion helm) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String[] components = matcher.group(1).split("\\.", -1);
    if (components.length < 2 || components[0].matches("0.+")) {
      return Optional.empty();
    }
    for (int i = 0; i < components.length; i++) {
      BigInteger number = new BigInteger(components[i]);
      if (number.compareTo(LARGEST) >= 0) {
        return Optional.empty();
      }
      components[i] = number.toString();
    }
    String normalized = "v" + String.join(".", components);
    String full = text.startsWith("v") ? text : "v" + text;
    return Optional.of(
        new KubeVersion(
            helm.major() >= 4 ? full : normalized, normalized, components[0], components[1]));
  }

  /**
   * What Helm renders for if nobody says otherwise: a released Helm takes the minor version of the
   * Kubernetes client that it was built with. One that was built with plain {@code go install} says
   * 1.20 up to Helm 3.
   */
  static KubeVersion defaultOf(HelmVersion helm) {
    int minor =
        helm.major() >= 4 ? FIRST_MINOR_OF_4 + helm.minor() : MINORS_AHEAD_OF_3 + helm.minor();
    String text = "v1." + minor + ".0";
    return new KubeVersion(text, text, "1", Integer.toString(minor));
  }

  /** Helm 4.0 was built with client-go 0.34, and each minor of Helm since with the next. */
  private static final int FIRST_MINOR_OF_4 = 34;

  /** Helm 3.22 was built with client-go 0.37, 3.21 with 0.36 and so on. */
  private static final int MINORS_AHEAD_OF_3 = 15;
}
