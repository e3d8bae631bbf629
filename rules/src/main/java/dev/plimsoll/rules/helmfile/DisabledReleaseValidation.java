package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import java.util.List;

/** A release that is deployed without validation. */
public final class DisabledReleaseValidation extends ReleaseRule {

  public DisabledReleaseValidation() {
    super("disabled-release-validation");
  }

  private static final List<String> FIELDS =
      List.of(
          "disableValidation",
          "disableValidationOnInstall",
          "disableOpenAPIValidation",
          "skipSchemaValidation");

  @Override
  void check(Release release) {
    for (String field : FIELDS) {
      if (release.flag(field).orElse(false)) {
        Diagnostic found =
            release.diagnostic(
                release.place(field),
                "`"
                    + field
                    + "` keeps mistakes in the manifests or values of the release from being found before they are deployed.");
        release.report(FieldFixes.withOff(found, release.said(field)));
      }
    }
  }
}
