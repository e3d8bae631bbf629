package dev.plimsoll.helmfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.DiskFileTree;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.YamlDialect;
import dev.plimsoll.values.YamlPrinter;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fleet of {@code fixtures/fleet} against what the real helmfile 1.8.0 made of it. */
final class FleetTest {

  private static final Path FLEET = Path.of("../fixtures/fleet");

  private static HelmfileLoader loader() throws IOException {
    return new HelmfileLoader(
        new DiskFileTree(FLEET, List.of()),
        Permissions.NONE,
        LoadOptions.NONE,
        HelmVersion.NEWEST,
        YamlParser::parse);
  }

  private static LoadedEnvironment load(String environment) throws IOException {
    return loader().load("helmfile.yaml.gotmpl", environment);
  }

  private static HelmfileRelease release(String environment, String name) throws IOException {
    return load(environment).releases().stream()
        .filter(release -> release.name().value().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod-eu", "prod-us"})
  void listsTheReleasesThatHelmfileLists(String environment) throws IOException {
    LoadedEnvironment loaded = load(environment);

    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(loaded.notChecked()).isEmpty();
    assertThat(loaded.isComplete()).isTrue();
    assertThat(ListText.of(loaded.releases()))
        .isEqualToIgnoringWhitespace(
            Files.readString(FLEET.resolve("recorded/list-" + environment + ".json")));
  }

  @ParameterizedTest
  @CsvSource({
    "dev, gateway",
    "dev, notifier-north",
    "prod-eu, gateway",
    "prod-eu, notifier-eu-central",
    "prod-us, gateway",
    "prod-us, notifier-us-east"
  })
  void writesTheValuesThatHelmfileWrites(String environment, String name) throws IOException {
    ReleaseLayers layers = loader().layers(release(environment, name));

    MapValue merged = Nodes.EMPTY;
    for (LayerValues layer : layers.files()) {
      merged = Mergo.OVERRIDE.merge(merged, layer.root(), Shapes.VALUES);
    }
    assertThat(layers.diagnostics()).isEmpty();
    assertThat(YamlPrinter.print(merged, YamlDialect.V3))
        .isEqualTo(
            Files.readString(
                FLEET.resolve("recorded/values-" + environment + "-" + name + ".yaml")));
  }

  @Test
  void knowsTheLeafThatATemplatePutIntoInlineValues() throws IOException {
    ReleaseLayers layers = loader().layers(release("prod-us", "gateway"));

    Value replicas = layers.files().getLast().root().get("replicaCount").orElseThrow();
    assertThat(replicas).isInstanceOf(ScalarValue.class);
    assertThat(replicas.origin().location()).hasToString("environments/prod-us.yaml:3:13");
  }

  @Test
  void knowsTheLeafThatAValuesTemplatePrinted() throws IOException {
    ReleaseLayers layers = loader().layers(release("prod-eu", "gateway"));

    Value hosts =
        layers.files().stream()
            .map(layer -> layer.root().entries().get("hosts"))
            .filter(dev.plimsoll.values.ListValue.class::isInstance)
            .findFirst()
            .orElseThrow();
    assertThat(((dev.plimsoll.values.ListValue) hosts).items().get(1).origin().location())
        .hasToString("environments/prod.yaml:6:7");
  }

  @Test
  void takesSecretsForWhatTheyAreWithoutAKey() throws IOException {
    ReleaseLayers layers = loader().layers(release("dev", "ledger"));

    MapValue secrets = (MapValue) layers.files().getLast().root().get("secrets").orElseThrow();
    assertThat(secrets.entries().get("sessionKey"))
        .isInstanceOfSatisfying(
            ScalarValue.class,
            leaf -> assertThat(leaf.content()).isEqualTo(new GoScalar.Text(Secrets.TOKEN)));
    assertThat(layers.files().getLast().root().entries()).doesNotContainKey("sops");
  }

  @Test
  void ordersReleasesByTheirNeeds() throws IOException {
    List<List<HelmfileRelease>> groups = Needs.groups(load("dev").releases());

    assertThat(groups.get(0)).extracting(release -> release.name().value()).contains("ledger");
    assertThat(groups.get(1))
        .extracting(release -> release.name().value())
        .containsExactly("gateway");
  }

  @Test
  void findsTheClusterOfEachEnvironment() throws IOException {
    assertThat(release("prod-eu", "gateway").kubeContext().orElseThrow())
        .satisfies(context -> {
          assertThat(context.value()).isEqualTo("prod-eu-central");
          assertThat(context.location()).hasToString("bases/environments.yaml:7:18");
        });
  }
}
