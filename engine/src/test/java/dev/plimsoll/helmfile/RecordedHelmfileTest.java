package dev.plimsoll.helmfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.DiskFileTree;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.YamlDialect;
import dev.plimsoll.values.YamlPrinter;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Estates of {@code fixtures} against what the real helmfile 1.8.0 printed of them: {@code list},
 * {@code build} and {@code write-values}. Where it printed a secret, the records say the token.
 */
final class RecordedHelmfileTest {

  private static final String HELMFILE = "helmfile.yaml.gotmpl";

  /**
   * One estate in one environment.
   *
   * @param folder of the estate
   */
  private record Loaded(Path folder, HelmfileLoader loader, LoadedEnvironment environment) {

    static Loaded of(String estate, String environment) throws IOException {
      Path folder = Path.of("../fixtures", estate);
      HelmfileLoader loader =
          new HelmfileLoader(
              new DiskFileTree(folder, List.of()),
              Permissions.NONE,
              LoadOptions.NONE,
              HelmVersion.NEWEST,
              YamlParser::parse);
      return new Loaded(folder, loader, loader.load(HELMFILE, environment));
    }

    String recorded(String name) throws IOException {
      return Files.readString(folder.resolve("recorded").resolve(name));
    }

    HelmfileRelease release(String name) {
      return environment.releases().stream()
          .filter(release -> release.name().value().equals(name))
          .findFirst()
          .orElseThrow();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "chain, dev",
    "chain, prod",
    "fleet, dev",
    "fleet, prod-eu",
    "fleet, prod-us",
    "vault, staging",
    "vault, prod"
  })
  void listsTheReleasesThatHelmfileLists(String estate, String environment) throws IOException {
    Loaded loaded = Loaded.of(estate, environment);

    assertThat(loaded.environment().diagnostics()).isEmpty();
    assertThat(loaded.environment().notChecked()).isEmpty();
    assertThat(loaded.environment().isComplete()).isTrue();
    assertThat(ListText.of(loaded.environment().releases()))
        .isEqualToIgnoringWhitespace(loaded.recorded("list-" + environment + ".json"));
  }

  @ParameterizedTest
  @CsvSource({"fleet, dev", "fleet, prod-eu", "fleet, prod-us", "vault, staging", "vault, prod"})
  void buildsTheStateThatHelmfileBuilds(String estate, String environment) throws IOException {
    Loaded loaded = Loaded.of(estate, environment);

    Map<String, String> built = new LinkedHashMap<>();
    for (StateFile state : loaded.environment().states()) {
      built.put(state.file().path(), BuildText.of(state, loaded.environment().releases()));
    }
    Map<String, String> printed = new LinkedHashMap<>();
    BuildText.documents(loaded.recorded("build-" + environment + ".yaml"))
        .forEach(document -> printed.put(document.path(), BuildText.of(document.root())));
    assertThat(built).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({
    "fleet, dev, gateway",
    "fleet, dev, notifier-north",
    "fleet, prod-eu, gateway",
    "fleet, prod-eu, notifier-eu-central",
    "fleet, prod-us, gateway",
    "fleet, prod-us, notifier-us-east",
    "vault, staging, api",
    "vault, prod, api"
  })
  void writesTheValuesThatHelmfileWrites(String estate, String environment, String name)
      throws IOException {
    Loaded loaded = Loaded.of(estate, environment);
    ReleaseLayers layers = loaded.loader().layers(loaded.release(name));

    assertThat(layers.diagnostics()).isEmpty();
    assertThat(YamlPrinter.print(layers.written(), YamlDialect.V3))
        .isEqualTo(loaded.recorded("values-" + environment + "-" + name + ".yaml"));
  }
}
