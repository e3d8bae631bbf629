package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;

/** A release that is upgraded with force. */
public final class ForcedReleaseReplacement extends ReleaseRule {

  public ForcedReleaseReplacement() {
    super("forced-release-replacement");
  }

  @Override
  void check(Release release) {
    if (release.flag("force").orElse(false)) {
      Diagnostic found =
          release.diagnostic(
              release.place("force"),
              "`force` replaces objects instead of patching them: it does not delete and recreate,"
                  + " fails on immutable fields, and undoes what others have set.");
      release.report(FieldFixes.withOff(found, release.said("force")));
    }
  }
}
