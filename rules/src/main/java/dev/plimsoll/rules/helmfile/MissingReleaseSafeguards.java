package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
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
      Diagnostic found =
          release.diagnostic(
              release.get().location(),
              "This release has no `"
                  + String.join("` and no `", missing)
                  + "`, so a failed rollout "
                  + (missing.size() > 1 ? "passes for a success and " : "")
                  + "stays as it is.");
      boolean isOpen = release.said("atomic").isEmpty();
      // Helm waits for what it may have to roll back.
      release.report(
          isOpen ? FieldFixes.withField(found, release.get().location(), "atomic", "true") : found);
    }
  }
}
