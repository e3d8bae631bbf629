package dev.plimsoll.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EvidenceTest {

  @Test
  void countsTheCasesOfAJunitReport() throws Unusable {
    TestReport report =
        TestReport.parse(
            """
            <testsuites tests="99"><testsuite name="a">
              <properties><property name="git.commit" value="c0ffee"/></properties>
              <testcase name="x"/>
              <testcase name="y"><failure message="no">trace</failure><error/></testcase>
              <testcase name="z"><skipped/></testcase>
            </testsuite></testsuites>
            """);

    assertThat(report).isEqualTo(new TestReport(3, 1, 1, Optional.of("c0ffee")));
  }

  @Test
  void refusesWhatIsNoReport() {
    assertThatThrownBy(() -> TestReport.parse("<html/>")).hasMessage("It is no JUnit report.");
    assertThatThrownBy(() -> TestReport.parse("<testsuite><testcase>"))
        .hasMessage("It is no XML that is complete.");
    assertThatThrownBy(() -> ImageScan.parse("{}"))
        .hasMessage("It is no report of Trivy or Grype, and no SARIF.");
    assertThatThrownBy(() -> ImageScan.parse("no")).hasMessage("It is no JSON.");
  }

  @Test
  void readsNothingOutsideOfAReport() {
    assertThatThrownBy(() ->
            TestReport.parse(
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><testsuite>&b;</testsuite>"))
        .isInstanceOf(Unusable.class);
  }

  @Test
  void readsTrivy() throws Unusable {
    ImageScan scan =
        ImageScan.parse(
            """
            {"CreatedAt": "2026-11-25T10:00:00Z", "ArtifactName": "registry.example.com/web:1.0",
             "Metadata": {"RepoDigests": ["registry.example.com/web@sha256:aa"]},
             "Results": [{"Vulnerabilities": [{"Severity": "CRITICAL"}, {"Severity": "HIGH"}]}, {}]}
            """);

    assertThat(scan.critical()).isEqualTo(1);
    assertThat(scan.high()).isEqualTo(1);
    assertThat(scan.time()).contains("2026-11-25T10:00:00Z");
    assertThat(scan.isOf("registry.example.com/web:1.0")).isTrue();
    assertThat(scan.isOf("mirror.example.com/web:1.0@sha256:aa")).isTrue();
    assertThat(scan.isOf("registry.example.com/web:1.1")).isFalse();
  }

  @Test
  void readsGrypeAndSarif() throws Unusable {
    ImageScan grype =
        ImageScan.parse(
            """
            {"descriptor": {"name": "grype", "timestamp": "2026-11-25T10:00:00Z"},
             "source": {"target": {"userInput": "web:1.0", "manifestDigest": "sha256:bb"}},
             "matches": [{"vulnerability": {"severity": "Critical"}}]}
            """);
    ImageScan sarif =
        ImageScan.parse(
            """
            {"runs": [{"properties": {"imageName": "web:1.0"},
              "tool": {"driver": {"name": "Scan", "rules": [
                {"id": "CVE-1", "properties": {"security-severity": "9.8"}},
                {"id": "CVE-2", "properties": {"security-severity": "7.1"}}]}},
              "results": [{"ruleId": "CVE-1"}, {"ruleId": "CVE-2"}, {"ruleId": "CVE-2"}]}]}
            """);

    assertThat(grype.critical()).isEqualTo(1);
    assertThat(grype.isOf("web@sha256:bb")).isTrue();
    assertThat(sarif.critical()).isEqualTo(1);
    assertThat(sarif.high()).isEqualTo(2);
    assertThat(sarif.isOf("web:1.0")).isTrue();
  }
}
