package dev.plimsoll.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class HtmlTextTest {

  @Test
  void markupIsText() {
    assertThat(HtmlText.of("<b a=\"x\" c='y'>&amp;"))
        .isEqualTo("&lt;b a=&quot;x&quot; c=&#39;y&#39;&gt;&amp;amp;");
  }

  @Test
  void jsonEndsNoScriptAndStaysTheSame() {
    String text = "</script><!--<script> ]]> & \u2028 \" \\ \n 🚢";
    String json = JsonText.compact(generator -> generator.writeString(text));
    String html = HtmlText.json(json);

    assertThat(html).doesNotContain("<", ">", "&", "\u2028", "\n");
    assertThat(JsonMapper.shared().readValue(html, String.class)).isEqualTo(text);
  }

  @Test
  void halfACharacterIsReplaced() {
    assertThat(HtmlText.json("\"\uD83D\"")).isEqualTo("\"\\ufffd\"");
    assertThat(HtmlText.json("\"\uDEA2x\"")).isEqualTo("\"\\ufffdx\"");
  }
}
