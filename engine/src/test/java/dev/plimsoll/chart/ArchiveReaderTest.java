package dev.plimsoll.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.source.FileContent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives that mean harm, inside a chart that must survive them. */
final class ArchiveReaderTest {

  private static final String CHART = "apiVersion: v2\nname: evil\nversion: 1.0.0\n";
  private static final int MEBIBYTE = 1024 * 1024;

  private final List<Diagnostic> diagnostics = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, leads out of the chart",
    "evil/../../../x, leads out of the chart",
    "evil//etc/passwd, has an absolute path",
    "//etc/passwd, has an absolute path",
    "passwd, stands beside the chart's folder",
    "./., stands beside the chart's folder",
    "evil\\..\\..\\x, leads out of the chart",
    "\\\\host\\share, has an absolute path",
    "evil\\c:\\x, has a path with a drive letter",
    "Chart.yaml/x, is a folder named like a file",
  })
  void refusesPathsThatHelmRefuses(String name, String why) {
    assertRefused(new TestArchive().with("evil/Chart.yaml", CHART).with(name, "x").build(), why);
  }

  @Test
  void takesPathsThatOnlyLookEvil() {
    Chart chart =
        loadSubchart(
            new TestArchive()
                .with("evil\\Chart.yaml", CHART)
                .with("evil/a/../templates/./x.yaml", "")
                .with("/etc", "the folder before the first slash has no name")
                .build());
    assertThat(diagnostics).isEmpty();
    assertThat(chart.templates()).extracting(ChartFile::name).containsExactly("templates/x.yaml");
    assertThat(chart.files()).extracting(ChartFile::name).containsExactly("etc");
  }

  @Test
  void readsLinksAsEmptyFilesAndSaysSo() {
    Chart chart =
        loadSubchart(
            new TestArchive()
                .with("evil/Chart.yaml", CHART)
                .withLink("evil/templates/passwd", "/etc/passwd", TarConstants.LF_SYMLINK)
                .withLink("evil/files/hard", "evil/Chart.yaml", TarConstants.LF_LINK)
                .withLink("evil/files/device", "", TarConstants.LF_CHR)
                .build());
    assertThat(diagnostics)
        .extracting(Diagnostic::message)
        .containsExactly(
            "`evil/templates/passwd` in the archive is a link or a device, which Helm reads as an empty file.",
            "`evil/files/hard` in the archive is a link or a device, which Helm reads as an empty file.",
            "`evil/files/device` in the archive is a link or a device, which Helm reads as an empty file.");
    assertThat(chart.templates().getFirst().content())
        .isInstanceOfSatisfying(
            FileContent.Text.class, text -> assertThat(text.file().text()).isEmpty());
  }

  @Test
  void refusesABomb() {
    byte[] zeros = new byte[4 * MEBIBYTE];
    TestArchive archive = new TestArchive().with("evil/Chart.yaml", CHART);
    for (int i = 0; i < 4; i++) {
      archive.with("evil/files/" + i, zeros);
    }
    assertRefused(archive.build(), "zip bomb");
  }

  @Test
  void leavesOutAFileThatIsTooLarge() {
    LoadLimits tight = new LoadLimits(5000, 1000, 100_000, 100, 200, 100_000, 10, 5);
    byte[] archive =
        new TestArchive()
            .with("evil/Chart.yaml", CHART)
            .with("evil/files/big", noise(1001))
            .with("evil/files/small", "x")
            .build();
    ChartTree tree = new ChartTree().with("evil.tgz", archive);
    Chart chart = new ChartLoader(tight).load(tree, "evil.tgz", diagnostics::add).orElseThrow();
    assertThat(chart.files().getFirst().content()).isInstanceOf(FileContent.Refused.class);
    assertThat(chart.files().getLast().content()).isInstanceOf(FileContent.Text.class);
    assertThat(diagnostics)
        .singleElement()
        .satisfies(found ->
            assertThat(found.message()).contains("`evil/files/big`", "Helm before 4.3 refuses"));
  }

  @Test
  void refusesTooManyMembers() {
    TestArchive archive = new TestArchive();
    for (int i = 0; i <= 20_000; i++) {
      archive.with("evil/" + i, "");
    }
    assertRefused(archive.build(), "more than 20000 members");
  }

  @Test
  void refusesAnArchiveThatIsTooLarge() {
    LoadLimits tight = new LoadLimits(2000, 1500, 100_000, 100, 200, 100_000, 10, 5);
    byte[] archive =
        new TestArchive().with("evil/a", noise(1200)).with("evil/b", noise(1200)).build();
    ChartTree tree = new ChartTree().with("evil.tgz", archive);
    assertThat(new ChartLoader(tight).load(tree, "evil.tgz", diagnostics::add)).isEmpty();
    assertThat(diagnostics.getFirst().message()).contains("which Helm refuses to load");
  }

  @Test
  void boundsAllArchivesTogether() {
    LoadLimits tight = new LoadLimits(100_000, 50_000, 30_000, 100, 200, 100_000, 10, 5);
    ChartTree tree = new ChartTree().with("Chart.yaml", CHART);
    for (int i = 0; i < 3; i++) {
      tree.with(
          "charts/c" + i + ".tgz",
          new TestArchive().with("c/Chart.yaml", CHART).with("c/noise", noise(9000)).build());
    }
    Chart chart = new ChartLoader(tight).load(tree, "", diagnostics::add).orElseThrow();
    assertThat(chart.subcharts()).hasSize(2);
    assertThat(diagnostics)
        .singleElement()
        .satisfies(found -> assertThat(found.location()).hasToString("charts/c2.tgz:1:1"));
  }

  @Test
  void refusesArchivesInsideArchivesWithoutEnd() {
    byte[] archive = new TestArchive().with("c/Chart.yaml", CHART).build();
    for (int i = 0; i < 20; i++) {
      archive =
          new TestArchive().with("c/Chart.yaml", CHART).with("c/charts/c.tgz", archive).build();
    }
    assertThat(loadSubchart(archive)).isNotNull();
    assertThat(diagnostics).hasSize(1);
    assertThat(diagnostics.getFirst().message()).startsWith("Charts nest more than 16 deep");
  }

  @Test
  void refusesWhatIsDamaged() {
    byte[] good =
        new TestArchive().with("evil/Chart.yaml", CHART).with("evil/x", noise(5000)).build();
    assertRefused(Arrays.copyOf(good, good.length / 2), "damaged");
    assertRefused(new byte[] {0x1f, (byte) 0x8b, 8}, "damaged");
    assertRefused(new byte[] {0, 1, 2, (byte) 0xff}, "no gzip-compressed archive");
    assertRefused(new TestArchive().build(), "empty");
  }

  @Test
  void survivesEveryDamage() {
    byte[] good =
        new TestArchive()
            .with("evil/Chart.yaml", CHART)
            .with("evil/" + "long/".repeat(40) + "x", noise(700))
            .withLink("evil/link", "x", TarConstants.LF_SYMLINK)
            .build();
    Random random = new Random(42);
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = good.clone();
      damaged[random.nextInt(good.length)] = (byte) random.nextInt(256);
      ChartTree tree = new ChartTree().with("evil.tgz", damaged);
      boolean loaded = new ChartLoader().load(tree, "evil.tgz", diagnostics::add).isPresent();
      assertThat(loaded || !diagnostics.isEmpty()).isTrue();
      diagnostics.clear();
    }
  }

  private void assertRefused(byte[] archive, String why) {
    diagnostics.clear();
    ChartTree tree = new ChartTree().with("Chart.yaml", CHART).with("charts/evil.tgz", archive);
    Chart chart = new ChartLoader().load(tree, "", diagnostics::add).orElseThrow();
    assertThat(chart.subcharts()).isEmpty();
    assertThat(diagnostics).hasSize(1);
    assertThat(diagnostics.getFirst().rule()).isEqualTo(ChartRules.UNLOADABLE_DEPENDENCY);
    assertThat(diagnostics.getFirst().location()).hasToString("charts/evil.tgz:1:1");
    assertThat(diagnostics.getFirst().message()).contains(why);
  }

  private Chart loadSubchart(byte[] archive) {
    ChartTree tree = new ChartTree().with("Chart.yaml", CHART).with("charts/evil.tgz", archive);
    Chart chart = new ChartLoader().load(tree, "", diagnostics::add).orElseThrow();
    return chart.subcharts().getFirst();
  }

  private static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
