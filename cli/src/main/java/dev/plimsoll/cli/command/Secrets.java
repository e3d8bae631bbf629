package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.rules.BuiltInRules;
import dev.plimsoll.rules.SecretValues;
import dev.plimsoll.values.HelmVersion;

/** Finds what must not be shown in a result that nobody has judged. */
final class Secrets {

  private Secrets() {}

  static SecretValues of(AnalysisResult result) {
    return new SecretValues(BuiltInRules.secrets(result.estate(), HelmVersion.NEWEST));
  }
}
