package dev.plimsoll.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ColorModeTest {

  @Test
  void autoColoursTerminalsOnly() {
    assertThat(ColorMode.AUTO.enabled(Map.of("TERM", "xterm"), true)).isTrue();
    assertThat(ColorMode.AUTO.enabled(Map.of("TERM", "xterm"), false)).isFalse();
    assertThat(ColorMode.AUTO.enabled(Map.of("TERM", "dumb"), true)).isFalse();
  }

  @Test
  void noColorTurnsAutoOff() {
    assertThat(ColorMode.AUTO.enabled(Map.of("NO_COLOR", "1"), true)).isFalse();
    assertThat(ColorMode.AUTO.enabled(Map.of("NO_COLOR", ""), true)).isTrue();
    assertThat(ColorMode.ALWAYS.enabled(Map.of("NO_COLOR", "1"), false)).isTrue();
  }

  @Test
  void forceTurnsAutoOnForPipes() {
    assertThat(ColorMode.AUTO.enabled(Map.of("FORCE_COLOR", "1"), false)).isTrue();
    assertThat(ColorMode.AUTO.enabled(Map.of("FORCE_COLOR", "1", "NO_COLOR", "1"), false))
        .isFalse();
  }
}
