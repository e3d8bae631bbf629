package dev.plimsoll.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Position;
import dev.plimsoll.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows follow the behaviour of Helm's {@code pkg/ignore}. */
final class HelmIgnoreTest {

  @ParameterizedTest(name = "{0} ignores {1}: {2}")
  @CsvSource({
    "README.md, README.md, true",
    "README.md, docs/README.md, true",
    "*.md, docs/a.md, true",
    "/README.md, README.md, true",
    "/README.md, docs/README.md, false",
    "docs/*.md, docs/a.md, true",
    "docs/*.md, x/docs/a.md, false",
    "docs/*.md, docs/a/b.md, false",
    "docs/, docs, false",
    "docs/, docs/, true",
    "docs, docs/, true",
    "!keep.txt, keep.txt, false",
    "!keep.txt, other.txt, true",
    "!docs/, file.txt, true",
    "!docs/, docs/, false",
    "# comment, # comment, false",
    "'', a, false",
  })
  void decidesByTheRule(String rule, String path, boolean ignored) {
    boolean folder = path.endsWith("/");
    String name = folder ? path.substring(0, path.length() - 1) : path;
    assertThat(HelmIgnore.parse(file(rule)).ignores(name, folder)).isEqualTo(ignored);
  }

  @Test
  void stopsAtTheFirstRuleThatDecides() {
    HelmIgnore ignore = HelmIgnore.parse(file("!*.md\nREADME.md\n"));
    assertThat(ignore.ignores("README.md", false)).isTrue();
    assertThat(ignore.ignores("CHANGES.md", false)).isFalse();
    assertThat(ignore.ignores("values.yaml", false)).isTrue();
  }

  @Test
  void alwaysIgnoresDotFilesOfTemplates() {
    assertThat(HelmIgnore.defaults().ignores("templates/.swp", false)).isTrue();
    assertThat(HelmIgnore.defaults().ignores("templates/x/.swp", false)).isFalse();
    assertThat(HelmIgnore.defaults().ignores(".swp", false)).isFalse();
    assertThat(HelmIgnore.parse(file("*.md")).ignores("templates/.swp", false)).isTrue();
  }

  @Test
  void pointsAtRulesThatHelmRefuses() {
    SourceFile source = file("*.md\n  docs/**  \n[a\n");
    HelmIgnore ignore = HelmIgnore.parse(source);
    assertThat(ignore.problems())
        .extracting(problem -> source.at(problem.span()).position())
        .containsExactly(new Position(2, 3), new Position(3, 1));
    assertThat(ignore.problems().getFirst().message()).contains("`**`");
    assertThat(ignore.ignores("a.md", false)).isTrue();
  }

  private static SourceFile file(String text) {
    return new SourceFile(".helmignore", text);
  }
}
