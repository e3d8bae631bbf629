package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.Located;

/** An environment whose name is whatever was asked for. */
public final class OpenEnvironmentName implements Rule {

  private static final RuleId ID = new RuleId("open-environment-name");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    for (Located<String> key : context.estate().helmfiles().openEnvironments()) {
      sink.report(
          Diagnostic.of(
              ID,
              key.location(),
              "This environment has the name that `-e` gives, whatever it is, so a mistyped name is"
                  + " never refused; list the environments."));
    }
  }
}
