package dev.plimsoll.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AffectsTextTest {

  @Test
  void clustersStandBehindTheirEnvironment() {
    List<Affected> affects =
        List.of(
            new Affected("shop", "dev", ""),
            new Affected("shop", "prod", "eu-west"),
            new Affected("shop", "prod", "us-west"));

    assertThat(AffectsText.of(affects)).isEqualTo("shop in dev, prod (eu-west, us-west)");
  }

  @Test
  void releasesOfTheSamePlacesAreJoined() {
    List<Affected> affects =
        List.of(
            new Affected("cart", "prod", ""),
            new Affected("shop", "prod", ""),
            new Affected("web", "dev", ""));

    assertThat(AffectsText.of(affects)).isEqualTo("cart, shop in prod; web in dev");
  }

  @Test
  void anEnvironmentWithoutReleasesIsNamedByItself() {
    Affected dev = new Affected("*", "dev", "");
    Affected prod = new Affected("*", "prod", "");

    assertThat(AffectsText.of(List.of(dev))).isEqualTo("environment dev");
    assertThat(AffectsText.of(List.of(dev, prod))).isEqualTo("environments dev, prod");
    assertThat(AffectsText.of(List.of(prod, new Affected("shop", "prod", ""))))
        .isEqualTo("environment prod; shop in prod");
  }

  @Test
  void longListsAreCounted() {
    List<Affected> affects =
        IntStream.range(0, 9).mapToObj(i -> new Affected("shop", "env" + i, "")).toList();

    assertThat(AffectsText.of(affects))
        .isEqualTo("shop in env0, env1, env2, env3, env4, env5 and 3 more");
  }

  @Test
  void nothingAffectedIsNoText() {
    assertThat(AffectsText.of(List.of())).isEmpty();
  }
}
