package dev.plimsoll.template.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.template.eval.EvaluationFailure.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile templates end, and soon. */
@Timeout(60)
final class EvaluationBoundsTest {

  private static final EvaluationLimits SMALL =
      new EvaluationLimits(1 << 20, 20_000, 1_000_000, Duration.ofSeconds(10));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ define \"r\" }}x{{ template \"r\" . }}{{ end }}{{ template \"r\" . }}",
        "{{ tpl .Values.self . }}",
        "{{ range 10000000 }}{{ end }}",
        "{{ range 100000000 }}x{{ end }}",
        "{{ $x := \"aaaaaaaa\" }}{{ range 60 }}{{ $x = print $x $x }}{{ end }}",
        "{{ $x := list 1 }}{{ range 60 }}{{ $x = list $x $x }}{{ end }}{{ $x }}",
        "{{ printf \"%1000000d%1000000[1]d%1000000[1]d\" 1 }}",
        "{{ $d := dict }}{{ $_ := set $d \"self\" $d }}{{ $d }}"
      })
  void endsWithABound(String template) {
    EvaluationFailure failure =
        TestRender.of(template).values("self: '{{ tpl .Values.self . }}'").limits(SMALL).failure();
    assertThat(failure.kind()).isEqualTo(Kind.BOUND);
    assertThat(failure.text()).hasSizeLessThan(2_000_000);
  }

  @Test
  void saysWhichBoundWasReached() {
    assertThat(TestRender.of("{{ range 10000000 }}{{ end }}").limits(SMALL).failure().text())
        .isEqualTo(
            "template: oracle/templates/probe.yaml:1:9: executing \"oracle/templates/probe.yaml\" at"
                + " <10000000>: more than 1000000 steps");
  }

  @Test
  void deepNestingIsNoProblem() {
    String parentheses = "{{ " + "(".repeat(200) + "1" + ")".repeat(200) + " }}";
    assertThat(TestRender.of(parentheses).result()).isEqualTo("1");
    String blocks = "{{ if true }}".repeat(200) + "x" + "{{ end }}".repeat(200);
    assertThat(TestRender.of(blocks).tracked().result()).isEqualTo("x");
  }

  @Test
  void manyTemplatesMayIncludeEachOther() {
    TestRender render = TestRender.of("{{ include \"t0\" . }}");
    for (int i = 0; i < 3000; i++) {
      String text =
          "{{ define \"t"
              + i
              + "\" }}{{ if true }}{{ include \"t"
              + (i + 1)
              + "\" . }}{{ end }}{{ end }}";
      render.add("t" + i + ".tpl", text);
    }
    render.add("last.tpl", "{{ define \"t3000\" }}end{{ end }}");
    assertThat(render.result()).isEqualTo("end");
  }
}
