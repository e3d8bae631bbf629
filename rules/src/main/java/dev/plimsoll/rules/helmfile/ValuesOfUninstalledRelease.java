package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.helmfile.HelmfileLoader;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.LayerValues;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An environment has values of its own for a release that is not installed there. */
public final class ValuesOfUninstalledRelease implements Rule {

  private static final RuleId ID = new RuleId("values-of-uninstalled-release");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    Optional<HelmfileLoader> loader = context.estate().helmfiles().loader();
    if (loader.isEmpty()) {
      return;
    }
    for (LoadedEnvironment environment : context.estate().helmfiles().environments()) {
      Set<String> used = used(context, environment);
      for (HelmfileRelease release : environment.releases()) {
        if (release.isSelected() && !(release.isInstalled() && release.isEnabled())) {
          loader.get().layers(release).files().stream()
              .filter(layer -> isOf(environment.name(), layer, used))
              .findFirst()
              .ifPresent(
                  layer -> sink.report(diagnostic(release, environment, layer.layer().file())));
        }
      }
    }
  }

  /** The files that the releases have which are installed. */
  private static Set<String> used(RuleContext context, LoadedEnvironment environment) {
    Set<String> paths = new HashSet<>();
    for (ReleaseInstance instance : context.estate().releases()) {
      if (instance.cell().environment().equals(environment.name())) {
        instance.layers().forEach(layer -> paths.add(layer.layer().file().path()));
      }
    }
    environment.states().forEach(state -> paths.add(state.file().path()));
    return paths;
  }

  private static boolean isOf(String environment, LayerValues layer, Set<String> used) {
    String path = layer.layer().file().path();
    return !layer.root().entries().isEmpty()
        && !used.contains(path)
        && EnvironmentPath.names(path, environment);
  }

  private static Diagnostic diagnostic(
      HelmfileRelease release, LoadedEnvironment environment, SourceFile values) {
    String name = release.name().value();
    return Diagnostic.of(
            ID,
            decision(release),
            "`%s` is not installed in `%s`, so the values that it has there in `%s` say nothing; delete them, or install it."
                .formatted(name, environment.name(), values.path()))
        .withRelated(RelatedLocation.Role.DEFINITION, values.start(), "These are the values.")
        .withAffects(List.of(EnvironmentReleases.cell(environment, release)));
  }

  /** What keeps the release from being installed. */
  private static Location decision(HelmfileRelease release) {
    String field = release.isInstalled() ? "condition" : "installed";
    return release
        .spec()
        .get(field)
        .map(value -> value.origin().location())
        .orElse(release.location());
  }
}
