package dev.plimsoll.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GoPathPatternTest {

  @ParameterizedTest(name = "{0} matches {1}: {2}")
  @CsvSource({
    "abc, abc, true",
    "abc, abd, false",
    "*, abc, true",
    "*, a/b, false",
    "*c, abc, true",
    "a*/b, abc/b, true",
    "a*/b, a/c/b, false",
    "a?c, abc, true",
    "a?c, a/c, false",
    "?, 😀, true",
    "ab[c], abc, true",
    "ab[b-d], abc, true",
    "ab[e-g], abc, false",
    "ab[^c], abc, false",
    "ab[^e-g], abc, true",
    "a[!b]c, abc, true",
    "a\\*b, a*b, true",
    "a\\*b, axb, false",
    "[\\]a], ], true",
    "[x-], -, false",
    "*x*y*z, 1x2y3z, true",
    "*x*y*z, 1x2z3y, false",
  })
  void matchesAsGoDoes(String pattern, String name, boolean matches) {
    assertThat(GoPathPattern.parse(pattern).map(found -> found.matches(name)).orElse(false))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "[]", "[]a]", "[-]", "[x-]", "[-x]", "a[", "a[b", "[a-", "[^", "a\\", "[\\"})
  void refusesBadPatterns(String pattern) {
    assertThat(GoPathPattern.parse(pattern)).isEmpty();
  }
}
