package dev.plimsoll.rules.helmfile;

import java.util.List;

/** A release that is deployed without validation. */
public final class DisabledReleaseValidation extends ReleaseRule {

  public DisabledReleaseValidation() {
    super("disabled-release-validation");
  }

  @Override
  void check(Release release) {
    for (String field :
        List.of("disableValidation", "disableOpenAPIValidation", "skipSchemaValidation")) {
      if (release.flag(field).orElse(false)) {
        release.report(
            release.place(field),
            "`"
                + field
                + "` keeps mistakes in the manifests or values of the release from being found before they are deployed.");
      }
    }
  }
}
