package dev.plimsoll.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After the cases of {@code quantity_test.go}. */
class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "100m, 0.1",
    "1.5, 1.5",
    ".5, 0.5",
    "1., 1",
    "1Ki, 1024",
    "1.5Gi, 1610612736",
    "1k, 1000",
    "1e3, 1000",
    "1E3, 1000",
    "1E, 1000000000000000000",
    "2n, 0.000000002",
    "-1, -1",
    "+5M, 5000000",
    "1e-1, 0.1",
    "3u, 0.000003"
  })
  void readsAmounts(String text, String value) {
    assertThat(Quantity.parse(text).orElseThrow().value()).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "m", "1 Gi", "1gi", "1KI", "1e", "0x10", "1.2.3", "1mm", "--1", "1Gib"})
  void refusesWhatIsNone(String text) {
    assertThat(Quantity.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1000m, 0", "1Gi, 1G, 1", "500m, 0.6, -1"})
  void comparesByAmount(String one, String other, int sign) {
    assertThat(
            Integer.signum(
                Quantity.parse(one).orElseThrow().compareTo(Quantity.parse(other).orElseThrow())))
        .isEqualTo(sign);
  }
}
