package dev.plimsoll.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class XmlTextTest {

  @Test
  void markupIsText() {
    assertThat(XmlText.content("<a b=\"c\">&]]>"))
        .isEqualTo("&lt;a b=&quot;c&quot;&gt;&amp;]]&gt;");
  }

  @Test
  void lineEndsOfAnAttributeOutliveItsReader() {
    assertThat(XmlText.attribute("a\nb\tc\r")).isEqualTo("a&#10;b&#9;c&#13;");
    assertThat(XmlText.content("a\nb")).isEqualTo("a\nb");
  }

  @Test
  void whatXmlCannotSayIsReplaced() {
    assertThat(XmlText.content("\u0000\u0007\u001b\uFFFE\uFFFF")).isEqualTo("\uFFFD".repeat(5));
    assertThat(XmlText.content("\uD83D x")).isEqualTo("\uFFFD x");
    assertThat(XmlText.content("🚢")).isEqualTo("🚢");
  }
}
