package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PathGlobTest {

  @ParameterizedTest
  @CsvSource({
    "environments/prod/values.yaml, environments/prod/values.yaml",
    "environments/*/values.yaml, environments/prod/values.yaml",
    "environments/**, environments/prod/eu/values.yaml",
    "**/values.yaml, environments/prod/values.yaml",
    "**/values.yaml, values.yaml",
    "a/**/z.yaml, a/z.yaml",
    "a/**/z.yaml, a/b/c/z.yaml",
    "values.yaml, environments/prod/values.yaml",
    "values-?.yaml, charts/shop/values-a.yaml",
    "charts/shop/*, charts/shop/Chart.yaml",
    "**, anything/at/all",
    "*.yaml, .yaml",
  })
  void fits(String pattern, String path) {
    assertThat(PathGlob.matches(pattern, path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "environments/*/values.yaml, environments/prod/eu/values.yaml",
    "environments/*, environments/prod/values.yaml",
    "charts/shop, charts/shop/Chart.yaml",
    "values-?.yaml, values-/.yaml",
    "**/values.yaml, environments/prod/my-values.yaml",
    "a/**/z.yaml, a/bz.yaml",
    "Values.yaml, values.yaml",
  })
  void doesNotFit(String pattern, String path) {
    assertThat(PathGlob.matches(pattern, path)).isFalse();
  }

  @Test
  void manyStarsTakeNoLongTime() {
    String pattern = "*a".repeat(200);
    String path = "a".repeat(2_000) + "b";

    assertThat(PathGlob.matches(pattern, path)).isFalse();
  }
}
