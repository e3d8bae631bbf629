package dev.plimsoll.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.manifest.PodShare.Rounding;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PodShareTest {

  /** The last two columns are what {@code GetScaledValueFromIntOrPercent} gives. */
  @ParameterizedTest
  @CsvSource({
    "3, 10, 3, 3",
    "0, 10, 0, 0",
    "25%, 3, 1, 0",
    "'\"25%\"', 10, 3, 2",
    "0%, 3, 0, 0",
    "1%, 3, 1, 0",
    "100%, 3, 3, 3",
    "150%, 3, 5, 4",
    "50%, 0, 0, 0",
    "012%, 50, 6, 6"
  })
  void percentagesAreRoundedAsTheCallerWants(String said, long pods, long up, long down) {
    PodShare share = PodShare.of(field(said)).orElseThrow();

    assertThat(share.of(pods, Rounding.UP)).isEqualTo(up);
    assertThat(share.of(pods, Rounding.DOWN)).isEqualTo(down);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'3'", "-1", "-5%", "25", "2.5%", "% ", "many", "null", "[1]", "1234567890%"})
  void whatTheApiServerRefusesIsNone(String said) {
    assertThat(PodShare.of(field(said.equals("25") ? "'25'" : said))).isEmpty();
  }

  @Test
  void whatIsNotThereIsNone() {
    assertThat(PodShare.of(field("1").parent().orElseThrow().get("other"))).isEmpty();
  }

  private static Field field(String said) {
    SourceFile file =
        new SourceFile("a.yaml", "kind: PodDisruptionBudget\nspec:\n  share: " + said + "\n");
    return KubernetesObject.of(YamlParser.parse(file)).getFirst().get("spec", "share");
  }
}
