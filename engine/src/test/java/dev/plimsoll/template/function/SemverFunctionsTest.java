package dev.plimsoll.template.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded from Helm 4.3.1. */
final class SemverFunctionsTest {

  private static final Calls CALLS = new Calls(SemverFunctions.family());

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      textBlock =
          """
          >=1.19-0          § v1.36.0             § true
          >=1.19            § 1.22.4-eks-abc      § false
          >=1.19-0          § 1.22.4-eks-abc      § true
          ^1                § 1.9.9               § true
          ~1.2              § 1.3.0               § false
          1.2 - 1.4         § 1.4.9               § true
          <1 || >=2         § 2.0.0               § true
          1.x               § 1.0.0-rc.1          § false
          !=1.2             § 1.2.7               § false
          *                 § 0.0.1               § true
          """)
  void comparesAsMastermindsDoes(String constraint, String version, boolean expected) {
    GoBool included = (GoBool) compare(constraint, version);
    assertThat(included.value()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      textBlock =
          """
          >=1.2.3.4 § 1.0.0  § improper constraint: ">=1.2.3.4"
          a"b       § 1.0.0  § improper constraint: "a\\"b"
          >=1       § x      § invalid semantic version
          >=1       § 1.2.3-01 § version segment starts with 0
          >=99999999999999999999 § 1.0.0 § constraint parser error
          """)
  void refusesAsMastermindsDoes(String constraint, String version, String error) {
    assertThatThrownBy(() -> compare(constraint, version))
        .isInstanceOf(GoFailure.class)
        .hasMessage(error);
  }

  @Test
  void opensAVersion() {
    GoObject version =
        (GoObject) CALLS.call(PlainContext.untracked(), "semver", GoString.of("v1.2.3-rc.1+build"));
    assertThat(GoPrinter.text(version)).isEqualTo("1.2.3-rc.1+build");
    assertThat(version.typeName()).isEqualTo("*semver.Version");
    assertThat(print(version, "Original")).isEqualTo("v1.2.3-rc.1+build");
    assertThat(print(version, "Major")).isEqualTo("1");
    assertThat(version.call("Minor", List.of()).typeName()).isEqualTo("uint64");
    assertThat(print(version, "Patch")).isEqualTo("3");
    assertThat(print(version, "Prerelease")).isEqualTo("rc.1");
    assertThat(print(version, "Metadata")).isEqualTo("build");
    assertThat(print(version, "IncPatch")).isEqualTo("1.2.3");
    assertThat(print(version, "IncMinor")).isEqualTo("1.3.0");
    GoValue other = CALLS.call(PlainContext.untracked(), "semver", GoString.of("1.3"));
    assertThat(((GoInt) version.call("Compare", List.of(other))).value()).isEqualTo(-1);
    assertThat(((GoBool) version.call("LessThan", List.of(other))).value()).isTrue();
  }

  private static String print(GoObject version, String method) {
    return GoPrinter.text(version.call(method, List.of()));
  }

  private static GoValue compare(String constraint, String version) {
    return CALLS.call(
        PlainContext.untracked(), "semverCompare", GoString.of(constraint), GoString.of(version));
  }
}
