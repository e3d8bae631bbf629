package dev.plimsoll.rules.helmfile;

/** A release whose namespace is left to the current context. */
public final class ReleaseWithoutNamespace extends ReleaseRule {

  public ReleaseWithoutNamespace() {
    super("release-without-namespace");
  }

  @Override
  void check(Release release) {
    if (release.get().namespace().value().isEmpty() && !release.isUnknown("namespace")) {
      release.report(
          release.get().location(),
          "This release names no namespace, so it goes to that of the current context of whoever runs"
              + " helmfile.");
    }
  }
}
