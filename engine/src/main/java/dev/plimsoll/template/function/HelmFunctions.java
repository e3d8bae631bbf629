package dev.plimsoll.template.function;

import dev.plimsoll.values.HelmVersion;

/** All functions that Helm gives its templates ({@code funcMap} in {@code funcs.go}). */
public final class HelmFunctions {

  private HelmFunctions() {}

  /** The functions of a version of Helm. */
  public static FunctionTable table(HelmVersion helm) {
    return new FunctionTable(
        YamlFunctions.family(helm),
        JsonFunctions.family(),
        SemverFunctions.family(),
        EngineFunctions.family());
  }
}
