package dev.plimsoll.rules.helmfile;

import java.util.ArrayList;
import java.util.List;

/** A release that helmfile neither waits for nor rolls back. */
public final class MissingReleaseSafeguards extends ReleaseRule {

  public MissingReleaseSafeguards() {
    super("missing-release-safeguards");
  }

  @Override
  void check(Release release) {
    List<String> missing = new ArrayList<>();
    if (!release.waits()) {
      missing.add("wait");
    }
    if (!release.rollsBack()) {
      missing.add("atomic");
    }
    if (!missing.isEmpty()) {
      release.report(
          release.get().location(),
          "This release has no `"
              + String.join("` and no `", missing)
              + "`, so a failed rollout "
              + (missing.size() > 1 ? "passes for a success and " : "")
              + "stays as it is.");
    }
  }
}
