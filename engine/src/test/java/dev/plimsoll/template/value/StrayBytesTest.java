package dev.plimsoll.template.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Bytes that are no text survive in one. */
final class StrayBytesTest {

  @Property
  void anyBytesComeBack(@ForAll byte[] bytes) {
    assertThat(StrayBytes.encode(StrayBytes.decode(bytes))).isEqualTo(bytes);
  }

  @Test
  void textIsItself() {
    String text = "h\u00e9llo \uD83D\uDE80 \uD83D\uDCB0";

    assertThat(StrayBytes.encode(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    assertThat(StrayBytes.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    assertThat(StrayBytes.shown(TracedText.untracked(text)).text()).isEqualTo(text);
  }

  @Test
  void whatIsNoTextIsShownAsSuch() {
    String text = StrayBytes.decode(new byte[] {'a', (byte) 0xff, 'b', (byte) 0xc3});

    assertThat(StrayBytes.shown(TracedText.untracked(text)).text()).isEqualTo("a\uFFFDb\uFFFD");
  }
}
