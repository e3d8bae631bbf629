package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TextDecoderTest {

  private static final String TEXT = "näme: 😀\r\n";

  @Test
  void byteOrderMarksAreNoText() {
    assertThat(decoded(bytes("\uFEFF" + TEXT, StandardCharsets.UTF_8))).isEqualTo(TEXT);
    assertThat(decoded(bytes("\uFEFF" + TEXT, StandardCharsets.UTF_16LE))).isEqualTo(TEXT);
    assertThat(decoded(bytes("\uFEFF" + TEXT, StandardCharsets.UTF_16BE))).isEqualTo(TEXT);
    assertThat(decoded(bytes(TEXT, StandardCharsets.UTF_8))).isEqualTo(TEXT);
  }

  @Test
  void writingKeepsTheEncodingAndTheMark() {
    for (String original : new String[] {"\uFEFFa", "a"}) {
      byte[] before = bytes(original, StandardCharsets.UTF_8);
      assertThat(TextDecoder.encodeLike(before, decoded(before))).isEqualTo(before);
    }
    byte[] wide = bytes("\uFEFF" + TEXT, StandardCharsets.UTF_16BE);
    assertThat(TextDecoder.encodeLike(wide, TEXT)).isEqualTo(wide);
  }

  @Test
  void whatIsNoUtf8IsNoText() {
    byte[] latin1 = bytes("a: 1\nname: Zoë\n", StandardCharsets.ISO_8859_1);

    assertThat(TextDecoder.decode("v.yaml", latin1)).isInstanceOf(FileContent.Binary.class);
    assertThat(TextDecoder.firstInvalid(latin1)).contains(new Position(2, 9));
    assertThat(TextDecoder.firstInvalid(bytes(TEXT, StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void nulSaysBinary() {
    assertThat(TextDecoder.decode("v.yaml", new byte[] {'a', 0, 'b'}))
        .isInstanceOf(FileContent.Binary.class);
  }

  private static String decoded(byte[] bytes) {
    FileContent content = TextDecoder.decode("v.yaml", bytes);
    assertThat(content).isInstanceOf(FileContent.Text.class);
    return ((FileContent.Text) content).file().text();
  }

  private static byte[] bytes(String text, java.nio.charset.Charset charset) {
    return text.getBytes(charset);
  }
}
