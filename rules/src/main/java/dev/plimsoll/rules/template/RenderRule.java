package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.ReleaseObjectsRule;

/** A rule on single renders, for what the objects do not tell. */
public abstract class RenderRule extends ReleaseObjectsRule {

  protected RenderRule(RuleId id) {
    super(id);
  }

  @Override
  protected final void check(ReleaseObjects objects, Settings settings, ObjectFindings findings) {
    RenderedRelease.of(objects).ifPresent(release -> check(release, findings));
  }

  /** Looks at one render, and at nothing else. */
  abstract void check(RenderedRelease release, ObjectFindings findings);
}
