package dev.plimsoll.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Span;
import org.junit.jupiter.api.Test;

final class MarkedLineTest {

  @Test
  void replacementBeforeTheMarkMovesIt() {
    MarkedLine line =
        new MarkedLine("password: hunter2 # x", 18, 21).replace(new Span(10, 17), "**");

    assertThat(line.text()).isEqualTo("password: ** # x");
    assertThat(line.place()).isEqualTo("# x");
  }

  @Test
  void replacementOfTheMarkedPlaceIsMarkedWhole() {
    MarkedLine line = new MarkedLine("password: hunter2", 12, 14).replace(new Span(10, 17), "****");

    assertThat(line.text()).isEqualTo("password: ****");
    assertThat(line.place()).isEqualTo("****");
  }

  @Test
  void controlAndDirectionCharactersCannotReachTheTerminal() {
    MarkedLine line = new MarkedLine("a\tb\u001b[31m\u202e\u0000", 0, 1).printable();

    assertThat(line.text()).isEqualTo("a b\uFFFD[31m\uFFFD\uFFFD");
  }

  @Test
  void longLineIsCutAroundTheMark() {
    String text = "x".repeat(500) + "HERE" + "y".repeat(500);

    MarkedLine line = new MarkedLine(text, 500, 504).cut();

    assertThat(line.place()).isEqualTo("HERE");
    assertThat(line.text()).startsWith("…x").endsWith("y…").hasSize(162);
  }

  @Test
  void cutNeverSplitsASurrogatePair() {
    String text = "😀".repeat(300);

    MarkedLine line = new MarkedLine(text, 300, 302).cut();

    assertThat(line.text().codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
  }
}
