package dev.plimsoll.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SemanticVersionTest {

  @ParameterizedTest
  @CsvSource({
    "1.2.3, 1.2.3",
    "v1.2.3, 1.2.3",
    "1, 1.0.0",
    "1.2, 1.2.0",
    "01.002.3, 1.2.3",
    "1.2-beta.1, 1.2.0-beta.1",
    "1.2.3-rc.1+build.5, 1.2.3-rc.1+build.5",
    "18446744073709551615.0.0, 18446744073709551615.0.0",
  })
  void completesLooseVersions(String text, String complete) {
    assertThat(SemanticVersion.parseLoose(text).map(SemanticVersion::toString)).contains(complete);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "latest",
        "1.2.3.4",
        "V1.2.3",
        "1.2.3-",
        "1.2.3-01",
        "1.2.3+",
        " 1.2.3",
        "1..3",
        "1.2.3-a_b",
        "18446744073709551616.0.0"
      })
  void refusesWhatIsNoVersion(String text) {
    assertThat(SemanticVersion.parseLoose(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3, true",
    "1.2.3-rc.1+b, true",
    "0.0.0, true",
    "v1.2.3, false",
    "1.2, false",
    "1, false",
    "01.2.3, false",
    "1.2.03, false",
  })
  void tellsSemVerFromWhatHelmTolerates(String text, boolean strict) {
    assertThat(SemanticVersion.parseStrict(text).isPresent()).isEqualTo(strict);
  }

  @Test
  void ordersByPrecedence() {
    List<SemanticVersion> ordered =
        List.of(
                "1.0.0-1",
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-rc.2",
                "1.0.0-rc.10",
                "1.0.0",
                "1.0.1")
            .stream()
            .map(SemanticVersion::parseLoose)
            .map(Optional::orElseThrow)
            .toList();
    assertThat(ordered.reversed().stream().sorted().toList()).isEqualTo(ordered);
  }

  @Test
  void comparesVersionsOfDifferentBuildsAsEqual() {
    SemanticVersion one = SemanticVersion.parseLoose("1.0.0+a").orElseThrow();
    assertThat(one).isEqualByComparingTo(SemanticVersion.parseLoose("1.0.0+b").orElseThrow());
  }
}
