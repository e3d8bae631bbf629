package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one environment whose values of a release are missing, which helmfile is told not to mind.
 */
public final class PassedOverValuesFile extends ReleaseRule {

  public PassedOverValuesFile() {
    super("passed-over-values-file");
  }

  @Override
  void check(Release release) {
    if (!passesOver(release)) {
      return;
    }
    String environment = release.environment().name();
    for (Located<String> entry : Spec.texts(release.spec(), "values")) {
      if (EnvironmentPath.names(entry.value(), environment)
          && release.instance(release.get()).isPresent()
          && file(release, release.get(), entry.value()).isEmpty()) {
        report(release, entry);
      }
    }
  }

  /** Where nobody says otherwise, helmfile stops, which another rule reports. */
  private static boolean passesOver(Release release) {
    String field = "missingFileHandler";
    return Spec.text(release.spec(), field)
        .or(() -> Spec.text(release.get().stateSpec(), field))
        .filter(handler -> !handler.value().equals("Error"))
        .isPresent();
  }

  /** Reports a file that each of the other environments has. */
  private static void report(Release release, Located<String> entry) {
    Map<String, HelmfileRelease> siblings = release.siblings();
    List<SourceFile> others = new ArrayList<>();
    siblings.forEach((name, sibling) -> {
      String theirs = entry.value().replace(release.environment().name(), name);
      file(release, sibling, theirs).ifPresent(others::add);
    });
    if (others.size() >= 2 && others.size() == siblings.size()) {
      release.report(
          release
              .diagnostic(
                  entry.location(),
                  "`%s` is not there and `missingFileHandler` passes it over, while every other environment has its values for `%s`."
                      .formatted(entry.value(), release.name()))
              .withRelated(
                  RelatedLocation.Role.DEFINITION,
                  others.getFirst().start(),
                  "This is what another environment has."));
    }
  }

  /** The file that an entry of {@code values} came to. */
  private static Optional<SourceFile> file(Release release, HelmfileRelease which, String entry) {
    return release
        .instance(which)
        .flatMap(instance -> ValuesEntry.layer(instance, entry))
        .map(layer -> layer.layer().file());
  }
}
