package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;

/**
 * A check in Java. It reports every fact once per place with all the cells that it affects; the
 * analysis sets severities, drops what the project turned off, and joins equal diagnostics.
 */
public interface Rule {

  RuleId id();

  /**
   * Looks at the whole estate.
   *
   * @param context the estate and this rule's parameters; must not be kept
   */
  void check(RuleContext context, DiagnosticSink sink);
}
