package dev.plimsoll.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MarkdownTextTest {

  @Test
  void codeStaysCode() {
    assertThat(MarkdownText.of("Write `a_b` here.")).isEqualTo("Write `a_b` here.");
  }

  @Test
  void everythingElseIsText() {
    assertThat(MarkdownText.of("*a* _b_ <b> [x](y) | ~z~ \\ $1$ &lt;"))
        .isEqualTo("\\*a\\* \\_b\\_ \\<b\\> \\[x\\](y) \\| \\~z\\~ \\\\ \\$1\\$ \\&lt;");
  }

  @Test
  void cellsEndOnlyWhereWeEndThem() {
    assertThat(MarkdownText.of("a\nb | `c|d`\r\ne")).isEqualTo("a b \\| `c\\|d` e");
    assertThat(MarkdownText.code("a|b`c")).isEqualTo("``a\\|b`c``");
  }

  @Test
  void nobodyIsMentioned() {
    assertThat(MarkdownText.of("see @octocat in #12"))
        .isEqualTo("see @\u200Boctocat in \\#\u200B12");
  }

  @Test
  void oneBacktickAloneIsText() {
    assertThat(MarkdownText.of("a ` <b>")).isEqualTo("a \\` \\<b\\>");
  }
}
