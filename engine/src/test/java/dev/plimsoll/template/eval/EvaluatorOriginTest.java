package dev.plimsoll.template.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.template.value.Control;
import dev.plimsoll.template.value.Run;
import dev.plimsoll.template.value.Site;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.Source.MissingKey;
import dev.plimsoll.template.value.Source.ValuesKey;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.template.value.TracedText;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What rendered text knows of where it came from. */
final class EvaluatorOriginTest {

  private static final String VALUES =
      """
      text: hello
      number: 3
      flag: true
      other: false
      list: [a, b]
      map: {k: v}
      template: "<{{ .Values.text }}>"
      """;

  @Test
  void literalTextAndActionsKnowTheirPlaces() {
    TracedText out = render("a: {{ .Values.text }}\n");
    assertThat(runs(out))
        .containsExactly(
            "'a: ' written by probe.yaml:1:1, literal at 0",
            "'hello' written by probe.yaml:1:4 from text at 0",
            "'\n' written by probe.yaml:1:22, literal at 0");
  }

  @Test
  void numbersAreWhatTheirLeafSays() {
    assertThat(runs(render("{{ .Values.number }}{{ add1 .Values.number }}")))
        .containsExactly(
            "'3' written by probe.yaml:1:1 from number at 0",
            "'4' written by probe.yaml:1:21 computed from number");
  }

  @Test
  void includedTextWasWrittenByTheInnermostTemplate() {
    TracedText out =
        render("{{ define \"t\" }}x{{ .text }}{{ end }}{{ include \"t\" .Values | upper }}");
    assertThat(runs(out))
        .containsExactly(
            "'X' written by probe.yaml:1:17, literal at 0",
            "'HELLO' written by probe.yaml:1:18 from text at 0");
  }

  @Test
  void decisionsAreNotedWithTheirOutput() {
    TracedText out =
        render(
            "{{ if .Values.flag }}yes{{ end }}-{{ if .Values.other }}no{{ else }}other{{ end }}");
    assertThat(controls(out))
        .containsExactly("'yes' because flag is true", "'other' because other is false");
  }

  @Test
  void whatIsNotWrittenHasADecisionToo() {
    TracedText out =
        render("a{{ if .Values.other }}b{{ end }}c{{ with .Values.missing }}d{{ end }}");
    assertThat(controls(out))
        .containsExactly("'' because other is false", "'' because missing of the top is false");
    assertThat(out.controls().getFirst().start()).isEqualTo(1);
  }

  @Test
  void anActionThatPrintsNothingSaysWhy() {
    TracedText out = render("a{{ .Values.missing }}b{{ .Values.text }}");
    assertThat(out.text()).isEqualTo("abhello");
    assertThat(controls(out)).containsExactly("'' because missing of the top is false");
    assertThat(runs(out).getLast()).isEqualTo("'hello' written by probe.yaml:1:24 from text at 0");
  }

  @Test
  void loopsDependOnWhatTheyGoOver() {
    TracedText out = render("{{ range .Values.list }}[{{ . }}]{{ end }}");
    assertThat(controls(out)).containsExactly("'[a][b]' because list is true");
    assertThat(runs(out))
        .containsExactly(
            "'[' written by probe.yaml:1:25, literal at 0",
            "'a' written by probe.yaml:1:26 from list.0 at 0",
            "']' written by probe.yaml:1:33, literal at 0",
            "'[' written by probe.yaml:1:25, literal at 0",
            "'b' written by probe.yaml:1:26 from list.1 at 0",
            "']' written by probe.yaml:1:33, literal at 0");
  }

  @Test
  void keysOfALoopComeFromKeys() {
    assertThat(runs(render("{{ range $k, $v := .Values.map }}{{ $k }}{{ end }}")))
        .containsExactly("'k' written by probe.yaml:1:34 from the key of map.k at 0");
  }

  @Test
  void aVariableThatABranchSetsDependsOnTheCondition() {
    String template = "{{ $x := \"a\" }}{{ if .Values.%s }}{{ $x = \"b\" }}{{ end }}{{ $x }}";
    assertThat(control(render(template.formatted("flag")), "b")).containsExactly("flag");
    assertThat(control(render(template.formatted("other")), "a")).containsExactly("other");
  }

  @Test
  void aVariableThatALoopSetsDependsOnWhatItGoesOver() {
    String template = "{{ $x := \"-\" }}{{ range .Values.list }}{{ $x = . }}{{ end }}{{ $x }}";
    assertThat(control(render(template), "b")).containsExactly("list");
  }

  @Test
  void aMapThatABranchChangesDependsOnTheCondition() {
    String template =
        "{{ $d := dict \"k\" \"a\" }}{{ if .Values.%s }}{{ $_ := set $d \"k\" \"b\" }}{{ end }}{{ $d.k }}";
    assertThat(control(render(template.formatted("flag")), "b")).containsExactly("flag");
    assertThat(control(render(template.formatted("other")), "a")).containsExactly("other");
  }

  @Test
  void aMapThatABranchChangesElsewhereDependsOnTheConditionToo() {
    String template =
        "{{ $d := dict }}{{ template \"t\" (dict \"d\" $d \"on\" .Values.flag) }}{{ $d.k }}"
            + "{{ define \"t\" }}{{ if .on }}{{ $_ := set .d \"k\" \"b\" }}{{ end }}{{ end }}";
    assertThat(control(render(template), "b")).containsExactly("flag");
  }

  @Test
  void andAndOrDependOnWhatTheyTested() {
    assertThat(control(render("{{ or .Values.other .Values.text }}"), "hello"))
        .containsExactly("other");
    assertThat(control(render("{{ and .Values.flag .Values.text }}"), "hello"))
        .containsExactly("flag");
    assertThat(data(render("{{ eq .Values.text .Values.template }}"), "false"))
        .containsExactlyInAnyOrder("text", "template");
  }

  @Test
  void textGivenToTplComesFromItsLeaf() {
    TracedText out = render("{{ tpl .Values.template . }}");
    assertThat(out.text()).isEqualTo("<hello>");
    assertThat(data(out, "<")).containsExactly("template");
    assertThat(data(out, "hello")).containsExactly("text");
    assertThat(control(out, "hello")).containsExactly("template");
    Run literal = out.runs().getFirst();
    assertThat(literal.offset()).isZero();
    Site site = Objects.requireNonNull(literal.site());
    assertThat(site.given()).isNotNull().hasToString("<{{ .Values.text }}>");
    assertThat(out.runs().getLast().offset()).isEqualTo("<{{ .Values.text }}".length());
  }

  @Test
  void withoutTrackingNothingIsKnown() throws EvaluationFailure {
    TracedText out =
        TestRender.of("a{{ if .Values.flag }}{{ .Values.text }}{{ end }}").values(VALUES).traced();
    assertThat(out.isTracked()).isFalse();
  }

  private static TracedText render(String template) {
    try {
      return TestRender.of(template).values(VALUES).tracked().traced();
    } catch (EvaluationFailure e) {
      throw new AssertionError(e.text(), e);
    }
  }

  /** Each run with its text, its site and its source. */
  private static List<String> runs(TracedText text) {
    return text.runs().stream().map(run -> show(text, run)).toList();
  }

  private static String show(TracedText text, Run run) {
    String shown = "'" + text.text().substring(run.start(), run.end()) + "' written by ";
    String site = String.valueOf(run.site()).replace("oracle/templates/", "");
    if (run.trace().isNone()) {
      return shown + site + ", literal at " + run.offset();
    }
    String sources = String.join(", ", names(run.trace().data()));
    return shown
        + site
        + (run.isVerbatim()
            ? " from " + sources + " at " + run.offset()
            : " computed from " + sources);
  }

  private static List<String> controls(TracedText text) {
    return text.controls().stream().map(control -> show(text, control)).toList();
  }

  private static String show(TracedText text, Control control) {
    return "'"
        + text.text().substring(control.start(), control.end())
        + "' because "
        + String.join(", ", names(control.tested().data()))
        + " is "
        + control.taken();
  }

  private static Set<String> control(TracedText text, String part) {
    return names(run(text, part).trace().control());
  }

  private static Set<String> data(TracedText text, String part) {
    return names(run(text, part).trace().data());
  }

  private static Run run(TracedText text, String part) {
    return Objects.requireNonNull(text.runAt(text.text().indexOf(part)));
  }

  private static Set<String> names(Set<Source> sources) {
    return sources.stream().map(EvaluatorOriginTest::name).collect(Collectors.toSet());
  }

  private static String name(Source source) {
    return switch (source) {
      case ValuesNode node -> node.path();
      case ValuesKey(ValuesNode node) -> "the key of " + node.path();
      case MissingKey(ValuesNode parent, String key) ->
          key + " of " + (parent.path().isEmpty() ? "the top" : parent.path());
      case Source.ChartText _, Source.BuiltIn _, Source.Environment _ -> source.toString();
    };
  }
}
