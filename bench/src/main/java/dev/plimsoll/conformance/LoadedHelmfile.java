package dev.plimsoll.conformance;

import dev.plimsoll.chart.ChartSource;
import dev.plimsoll.cli.terminal.Commands;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.helmfile.HelmfileLoader;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadOptions;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.helmfile.Permissions;
import dev.plimsoll.helmfile.ReleaseLayers;
import dev.plimsoll.source.DiskFileTree;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Plimsoll makes of a helmfile in an environment.
 *
 * @param layers the values of each release that helmfile would install
 */
record LoadedHelmfile(LoadedEnvironment environment, Map<HelmfileRelease, ReleaseLayers> layers) {

  static LoadedHelmfile of(HelmfileCase each, HelmfileWorld world) throws IOException {
    Map<String, String> variables = world.variables();
    Permissions permissions =
        new Permissions(
            Optional.of(name -> Optional.ofNullable(variables.get(name))),
            Optional.of(new Commands(each.root())::run),
            ChartSource.NONE);
    HelmfileLoader loader =
        new HelmfileLoader(
            new DiskFileTree(each.root(), List.of()),
            permissions,
            LoadOptions.NONE,
            HelmVersion.NEWEST,
            YamlParser::parse);
    LoadedEnvironment environment = loader.load(each.file(), each.environment());
    Map<HelmfileRelease, ReleaseLayers> layers = new LinkedHashMap<>();
    for (HelmfileRelease release : environment.releases()) {
      if (release.isSelected() && release.isEnabled() && release.isInstalled()) {
        layers.put(release, loader.layers(release));
      }
    }
    return new LoadedHelmfile(environment, layers);
  }

  /** Whether helmfile would load it, without its values; if not, why. */
  Output state() {
    return outcome(environment.isComplete(), List.of());
  }

  /** Whether helmfile would load it with the values of all releases; if not, why. */
  Output values() {
    return outcome(
        environment.isComplete() && layers.values().stream().allMatch(ReleaseLayers::isComplete),
        List.copyOf(layers.values()));
  }

  private Output outcome(boolean succeeded, List<ReleaseLayers> read) {
    List<String> said = new ArrayList<>();
    environment.diagnostics().stream().map(LoadedHelmfile::text).forEach(said::add);
    environment.notChecked().stream().map(LoadedHelmfile::text).forEach(said::add);
    for (ReleaseLayers each : read) {
      each.diagnostics().stream().map(LoadedHelmfile::text).forEach(said::add);
      each.notChecked().stream().map(LoadedHelmfile::text).forEach(said::add);
    }
    // Helmfile stops where it has nothing to do.
    boolean isEmpty =
        environment.releases().stream()
            .noneMatch(release -> release.isSelected() && release.isEnabled());
    if (isEmpty) {
      said.add("No release is meant.");
    }
    String error = String.join("\n", said);
    return new Output(succeeded && !isEmpty, error.getBytes(StandardCharsets.UTF_8), error);
  }

  private static String text(Diagnostic each) {
    return each.location() + ": " + each.message();
  }

  private static String text(NotChecked each) {
    return each.location() + ": not checked: " + each.reason();
  }
}
