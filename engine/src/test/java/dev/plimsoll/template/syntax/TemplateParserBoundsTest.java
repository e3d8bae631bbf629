package dev.plimsoll.template.syntax;

import static dev.plimsoll.template.syntax.Templates.errors;
import static dev.plimsoll.template.syntax.Templates.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile templates: they end, in time and with an error that says why. */
final class TemplateParserBoundsTest {

  private static final int LARGE = 5_000_000;

  /** Enough to tell what is not linear: it would take hours. */
  private static final int MANY = 500_000;

  private static final Duration LIMIT = Duration.ofMinutes(1);

  @Test
  void parenthesesMayNestAsAnybodyWouldNestThem() {
    assertThat(errors("{{ " + "(".repeat(250) + "1" + ")".repeat(250) + " }}")).isEmpty();
    assertThat(errors("{{ " + "(".repeat(251) + "1" + ")".repeat(251) + " }}"))
        .containsExactly(
            "template: web.yaml:1: max expression depth exceeded: parentheses nest deeper than 250");
  }

  @Test
  void blocksMayNestAsAnybodyWouldNestThem() {
    assertThat(errors("{{if .}}".repeat(1000) + "{{end}}".repeat(1000))).isEmpty();
    assertThat(errors("{{if .}}" + "{{else if .}}".repeat(999) + "{{end}}")).isEmpty();
    assertThat(errors("{{if .}}".repeat(1100) + "{{end}}".repeat(1100)))
        .containsExactly("template: web.yaml:1: blocks nest deeper than 1000");
    assertThat(errors("{{if .}}" + "{{else if .}}".repeat(1000) + "{{end}}"))
        .containsExactly("template: web.yaml:1: blocks nest deeper than 1000");
  }

  @Test
  void anActionHasABoundedNumberOfTokens() {
    assertThat(errors("{{ list" + " 1".repeat(99_000) + " }}")).isEmpty();
    assertThat(errors("{{ list" + " 1".repeat(100_000) + " }} {{ nope }}"))
        .containsExactly(
            "template: web.yaml:1: action has more than 100000 tokens",
            "template: web.yaml:1: function \"nope\" not defined");
  }

  @Test
  void anotherKindOfFileGivesNotMoreErrorsThanAnybodyReads() {
    assertThat(errors("{{ nope }}\n".repeat(1000))).hasSize(200);
  }

  static List<String> hostile() {
    return Stream.of(
            "{{ if . }}",
            "{{ end }}",
            "{{ else }}",
            "{{(",
            "{{)}}",
            "{{ ( }}",
            "(",
            "{{",
            "{",
            "}}",
            "{{ .a }}\n",
            "{{- ",
            "{{/* ",
            "{{/* */",
            "{{/**/}}",
            "{{ \"\n",
            "{{ `",
            "{{ 'a",
            " \n",
            "{{ $x := 1 }}{{ $y }}",
            "{{ $x := 1 }}{{ $x }}",
            "{{ define \"a\" }}{{ end }}",
            "{{ define \"a\" }}",
            "{{ block \"a\" . }}",
            "{{ range . }}{{ break }}{{ end }}",
            "{{ 1+1+",
            "é",
            "{{ é }}",
            "\uD83D")
        .toList();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void endsOnWhateverIsRepeated(String part) {
    String repeated = part.repeat(MANY / part.length());
    for (String text : List.of(repeated, "{{ " + repeated, "{{ \"" + repeated)) {
      TemplateFile file = assertTimeoutPreemptively(LIMIT, () -> parse(text));
      assertThat(file.source().text()).isSameAs(text);
    }
  }

  @Test
  void readsALargeTemplate() {
    String part = "name: {{ include \"a.b\" . | nindent 4 }}\n{{- if .c }}\n{{- end }}\n";
    String text = part.repeat(LARGE / part.length());
    TemplateFile file = assertTimeoutPreemptively(LIMIT, () -> parse(text));
    assertThat(file.errors()).isEmpty();
    assertThat(file.body().nodes()).hasSizeGreaterThan(LARGE / part.length());
  }

  @Test
  void aSmallStackIsEnough() throws InterruptedException {
    String parentheses = "{{ nope " + "(".repeat(250) + "1" + ")".repeat(250) + " }}";
    String text = parentheses + "{{if .}}".repeat(1000) + "{{end}}".repeat(1000);
    List<Throwable> failures = new ArrayList<>();
    Thread thread =
        new Thread(
            null,
            () -> IntStream.range(0, 20).forEach(_ -> parse(text)),
            "small stack",
            512 * 1024L);
    thread.setUncaughtExceptionHandler((_, failure) -> failures.add(failure));
    thread.start();
    thread.join();
    assertThat(failures).isEmpty();
  }
}
