package dev.plimsoll.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SnippetTest {

  @Test
  void caretsStandUnderThePlace() {
    assertThat(render("image:\n  tag: latest\n", "latest"))
        .isEqualTo(
            """
             --> estate/values.yaml:2:8
              |
            2 |   tag: latest
              |        ^^^^^^
            """);
  }

  @Test
  void wideCharactersTakeTwoColumnsAndCombiningMarksNone() {
    assertThat(render("名前: e\u0301 x\n", "x"))
        .endsWith(
            """
            1 | 名前: e\u0301 x
              |         ^
            """);
  }

  @Test
  void emptyPlaceHasOneCaret() {
    assertThat(render("a:\n", "")).endsWith("1 | a:\n  | ^\n");
  }

  @Test
  void placeOfSeveralLinesIsMarkedToTheEndOfItsFirst() {
    assertThat(render("a:\n  b: 1\n  c: 2\n", "b: 1\n  c: 2")).endsWith("2 |   b: 1\n  |   ^^^^\n");
  }

  @Test
  void secretsAreMasked() {
    SourceFile file = new SourceFile("values.yaml", "password: hunter2 # TODO\n");
    Diagnostic secret =
        Diagnostic.of(
            new RuleId("plaintext-secret"), file.at(new Span(10, 17)), "A secret is in clear.");
    Snippet snippet = new Snippet(new Palette(false), "");

    assertThat(
            snippet.render(
                ShownPlace.of(file.at(new Span(18, 24)), SecretMask.of(List.of(secret))),
                Severity.WARNING))
        .contains("1 | password: ******** # TODO\n  |                    ^^^^^^")
        .doesNotContain("hunter2");
  }

  @Test
  void sopsTokensAreMasked() {
    assertThat(render("a: ENC[AES256_GCM,data:Zm9v,iv:YmFy,type:str] # b\n", "# b"))
        .contains("1 | a: ******** # b")
        .doesNotContain("Zm9v");
  }

  private static String render(String text, String place) {
    SourceFile file = new SourceFile("values.yaml", text);
    int start = text.indexOf(place);
    Snippet snippet = new Snippet(new Palette(false), "estate/");
    return snippet.render(
        ShownPlace.of(file.at(new Span(start, start + place.length())), SecretMask.of(List.of())),
        Severity.ERROR);
  }
}
