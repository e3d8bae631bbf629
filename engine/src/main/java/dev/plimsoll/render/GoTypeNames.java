package dev.plimsoll.render;

import dev.plimsoll.values.HelmVersion;

/** The packages of Go types that templates can see, which moved in Helm 4. */
final class GoTypeNames {

  private GoTypeNames() {}

  /** {@code chartutil.Values}: dot, {@code .Values} and {@code .Template}. */
  static String values(HelmVersion helm) {
    return util(helm) + ".Values";
  }

  /** The package of values and capabilities. */
  static String util(HelmVersion helm) {
    return helm.major() >= 4 ? "common" : "chartutil";
  }

  /** The package in which manifests are read, for the messages of Go's JSON reader. */
  static String release(HelmVersion helm) {
    return helm.major() >= 4 ? "util" : "releaseutil";
  }
}
