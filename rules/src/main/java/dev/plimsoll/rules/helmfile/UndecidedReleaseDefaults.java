package dev.plimsoll.rules.helmfile;

import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.List;

/** A release of an environment that leaves what a deploy depends on to defaults. */
public final class UndecidedReleaseDefaults extends ReleaseRule {

  public UndecidedReleaseDefaults() {
    super("undecided-release-defaults");
  }

  @Override
  void check(Release release) {
    if (!release.isOfDeclaredEnvironment()) {
      return;
    }
    List<String> undecided = new ArrayList<>();
    if (release.waits() && !release.says("timeout")) {
      undecided.add("no `timeout`, so Helm waits for five minutes");
    }
    if (!release.get().namespace().value().isEmpty() && !release.says("createNamespace")) {
      undecided.add("no `createNamespace`, so a missing namespace is made without labels");
    }
    if (!undecided.isEmpty()) {
      boolean isShared = !release.defaults().entries().isEmpty();
      Location place =
          isShared ? release.defaults().origin().keyLocation() : release.get().location();
      release.report(
          place,
          (isShared ? "Releases say " : "This release says ")
              + String.join(", and ", undecided)
              + "; say what this environment shall have.");
    }
  }
}
