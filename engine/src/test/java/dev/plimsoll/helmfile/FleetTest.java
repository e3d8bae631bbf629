package dev.plimsoll.helmfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.DiskFileTree;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The places of what the fleet of {@code fixtures/fleet} says, and what it is without keys. */
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
