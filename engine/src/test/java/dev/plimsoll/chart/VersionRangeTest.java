package dev.plimsoll.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row was checked against Masterminds/semver 3.5.0 itself. */
final class VersionRangeTest {

  @ParameterizedTest(name = "{0} includes {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          1.2.3            ; 1.2.3         ; true
          1.2.3            ; 1.2.4         ; false
          v1.2.3           ; 1.2.3         ; true
          = 1.2.3          ; v1.2.3+build  ; true
          1.2              ; 1.2.9         ; true
          1.2              ; 1.3.0         ; false
          1                ; 1.9.9         ; true
          1.2.x            ; 1.2.7         ; true
          1.X              ; 1.7.0         ; true
          *                ; 0.0.1         ; true
          *                ; 9.9.9         ; true
          *                ; 1.0.0-rc.1    ; false
          *-0              ; 1.0.0-rc.1    ; true
          !=1.2.3          ; 1.2.4         ; true
          !=1.2.3          ; 1.2.3         ; false
          !=1.2            ; 1.2.3         ; false
          !=1.2            ; 1.3.0         ; true
          !=*              ; 1.0.0         ; true
          !=*              ; 0.0.0         ; false
          >1.2.3           ; 1.2.4         ; true
          >1.2             ; 1.2.9         ; false
          >1.2             ; 1.3.0         ; true
          >1               ; 1.9.0         ; false
          >1               ; 2.0.0         ; true
          >=1.2            ; 1.2.0         ; true
          =>1.2            ; 1.1.9         ; false
          <1.2             ; 1.1.9         ; true
          <1.2             ; 1.2.0         ; false
          <=1.2            ; 1.2.9         ; true
          <=1.2            ; 1.3.0         ; false
          <=1              ; 1.9.9         ; true
          =<1.2.3          ; 1.2.4         ; false
          ~1.2.3           ; 1.2.9         ; true
          ~1.2.3           ; 1.2.2         ; false
          ~1.2.3           ; 1.3.0         ; false
          ~> 1.2           ; 1.2.9         ; true
          ~1               ; 1.9.0         ; true
          ~1               ; 2.0.0         ; false
          ~0.0.0           ; 7.0.0         ; true
          ^1.2.3           ; 1.9.0         ; true
          ^1.2.3           ; 2.0.0         ; false
          ^0.2.3           ; 0.2.9         ; true
          ^0.2.3           ; 0.3.0         ; false
          ^0.0.3           ; 0.0.3         ; true
          ^0.0.3           ; 0.0.4         ; false
          ^0.0             ; 0.0.9         ; true
          ^0               ; 0.9.0         ; true
          ^*               ; 1.0.0         ; false
          1.2 - 1.4        ; 1.4.9         ; true
          1.2 - 1.4        ; 1.5.0         ; false
          1.2.0 - 1.4.5    ; 1.4.6         ; false
          >=1.2, <2        ; 1.9.0         ; true
          >=1.2 <2         ; 2.0.0         ; false
          >=1.2 , <2       ; 1.5.0         ; true
          <1 || >=2        ; 0.9.0         ; true
          <1 || >=2        ; 1.5.0         ; false
          <1||>=2          ; 2.0.0         ; true
          >=1.0.0          ; 1.1.0-rc.1    ; false
          >=1.0.0-0        ; 1.1.0-rc.1    ; true
          >=1.0.0-0, <2    ; 1.1.0-rc.1    ; true
          >=1.0.0-0 || <2  ; 0.1.0-rc.1    ; false
          ~1.2.0-0         ; 1.2.0-beta    ; true
          >1.0.0-rc.2      ; 1.0.0-rc.10   ; true
          >1.0.0-rc.2      ; 1.0.0-beta    ; false
          """)
  void includesWhatMastermindsIncludes(String range, String version, boolean included) {
    assertThat(VersionRange.parse(range).orElseThrow())
        .returns(
            included, found -> found.includes(SemanticVersion.parseLoose(version).orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "latest",
        "1.2 ||",
        "==1.2",
        "1.2.3.4",
        ">",
        "1.2;1.3",
        "1x",
        "1.2.3-",
        "^^1",
        "1.01.0-01"
      })
  void refusesWhatMastermindsRefuses(String range) {
    assertThat(VersionRange.parse(range)).isEmpty();
  }

  @Test
  void refusesRangesWithoutBound() {
    assertThat(VersionRange.parse("1".repeat(513))).isEmpty();
    assertThat(VersionRange.parse("1||".repeat(32) + "1")).isEmpty();
    assertThat(VersionRange.parse("1||".repeat(31) + "1")).isPresent();
  }

  @Test
  void bindsNothingWithoutARange() {
    assertThat(VersionRange.matches("", "1.0.0")).isFalse();
    assertThat(VersionRange.matches(">0-0", "one")).isFalse();
    assertThat(VersionRange.matches(">=1.0", "v1.2")).isTrue();
  }
}
