package dev.plimsoll.template.function;

import dev.plimsoll.values.HelmVersion;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All functions that Helm gives its templates ({@code funcMap} in {@code funcs.go}). */
public final class HelmFunctions {

  private static final Map<HelmVersion, FunctionTable> TABLES = new ConcurrentHashMap<>();

  private HelmFunctions() {}

  /** The functions of a version of Helm. */
  public static FunctionTable table(HelmVersion helm) {
    return TABLES.computeIfAbsent(helm, HelmFunctions::make);
  }

  private static FunctionTable make(HelmVersion helm) {
    return new FunctionTable(
        TextFunctions.family(),
        CaseFunctions.family(),
        SplitFunctions.family(),
        RegexFunctions.family(),
        DefaultFunctions.family(),
        MathFunctions.family(),
        SequenceFunctions.family(),
        ListFunctions.family(),
        DictFunctions.family(),
        ReflectionFunctions.family(),
        PathFunctions.family(),
        EncodingFunctions.family(),
        UrlFunctions.family(),
        YamlFunctions.family(helm),
        JsonFunctions.family(),
        TomlFunctions.family(helm),
        SemverFunctions.family(),
        DateFunctions.family(),
        DurationFunctions.family(helm),
        RandomFunctions.family(),
        PasswordFunctions.family(),
        CipherFunctions.family(),
        CertificateFunctions.family(),
        EngineFunctions.family());
  }
}
