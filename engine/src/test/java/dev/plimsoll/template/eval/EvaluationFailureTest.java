package dev.plimsoll.template.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.template.eval.EvaluationFailure.Kind;
import dev.plimsoll.template.value.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Helm says when a template fails. Every message was printed by Helm. */
final class EvaluationFailureTest {

  private static final String START =
      "template: oracle/templates/probe.yaml:%s: executing \"oracle/templates/probe.yaml\" at <%s>: %s";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      textBlock =
          """
          {{ .Values.missing.x }} ~ 1:10 ~ .Values.missing.x ~ nil pointer evaluating interface {}.x
          {{ .Values.text.x }} ~ 1:10 ~ .Values.text.x ~ can't evaluate field x in type interface {}
          {{ (.Values.text).x }} ~ 1:11 ~ .Values.text ~ can't evaluate field x in type string
          {{ with .Values.float }}{{ .x }}{{ end }} ~ 1:27 ~ .x ~ can't evaluate field x in type float64
          {{ range $v := .Values.list }}{{ $v.k }}{{ end }} ~ 1:35 ~ $v.k ~ can't evaluate field k in type interface {}
          {{ range .Values.text }}{{ end }} ~ 1:16 ~ .Values.text ~ range can't iterate over hello
          {{ range .Values.number }}{{ end }} ~ 1:16 ~ .Values.number ~ range can't iterate over 42
          {{ range $i, $j := 3 }}{{ end }} ~ 1:19 ~ 3 ~ can't use 3 to iterate over more than one variable
          {{ include .Values.number . }} ~ 1:18 ~ .Values.number ~ wrong type for value; expected string; got float64
          {{ include .Values.missing . }} ~ 1:18 ~ .Values.missing ~ wrong type for value; expected string; got interface {}
          {{ include (.Values.missing) . }} ~ 1:19 ~ .Values.missing ~ invalid value; expected string
          {{ include nil . }} ~ 1:11 ~ nil ~ cannot assign nil to string
          {{ include 1 . }} ~ 1:11 ~ 1 ~ expected string; found 1
          {{ include "t" }} ~ 1:3 ~ include ~ wrong number of args for include: want 2 got 1
          {{ now 1 }} ~ 1:3 ~ now ~ wrong number of args for now: want 0 got 1
          {{ printf }} ~ 1:3 ~ printf ~ wrong number of args for printf: want at least 1 got 0
          {{ eq 1 }} ~ 1:3 ~ eq 1 ~ error calling eq: missing argument for comparison
          {{ eq .Values.number 42 }} ~ 1:3 ~ eq .Values.number 42 ~ error calling eq: incompatible types for comparison: float64 and int
          {{ lt true false }} ~ 1:3 ~ lt true false ~ error calling lt: invalid type for comparison
          {{ eq .Values.map .Values.map }} ~ 1:3 ~ eq .Values.map .Values.map ~ error calling eq: non-comparable type map[w:two x:%!s(float64=1) z:<nil>]: map[string]interface {}
          {{ index .Values.list 99 }} ~ 1:3 ~ index .Values.list 99 ~ error calling index: index out of range: 99
          {{ index .Values.list 5 }} ~ 1:3 ~ index .Values.list 5 ~ error calling index: reflect: slice index out of range
          {{ index .Values.map 1 }} ~ 1:3 ~ index .Values.map 1 ~ error calling index: value has type int; should be string
          {{ index .Values.missing "x" }} ~ 1:3 ~ index .Values.missing "x" ~ error calling index: index of untyped nil
          {{ len nil }} ~ 1:3 ~ len nil ~ error calling len: reflect: call of reflect.Value.Type on zero Value
          {{ len .Values.missing }} ~ 1:3 ~ len .Values.missing ~ error calling len: len of nil pointer
          {{ len 3 }} ~ 1:3 ~ len 3 ~ error calling len: len of type int
          {{ call .Values.text }} ~ 1:3 ~ call .Values.text ~ error calling call: non-function .Values.text of type string
          {{ .Values.text 1 }} ~ 1:10 ~ .Values.text ~ text is not a method but has arguments
          {{ "a" "b" }} ~ 1:3 ~ "a" ~ can't give argument to non-function "a"
          {{ nil }} ~ 1:3 ~ nil ~ nil is not a command
          {{ 18446744073709551615 }} ~ 1:3 ~ 18446744073709551615 ~ 18446744073709551615 overflows int
          {{ and false ($x := 1) }}{{ $x }} ~ 1:28 ~ $x ~ undefined variable: $x
          {{ template "nope" . }} ~ 1:12 ~ {{template "nope" .}} ~ template "nope" not defined
          {{ include "nope" . }} ~ 1:3 ~ include "nope" . ~ error calling include: template: no template "nope" associated with template "gotpl"
          é{{ .Values.wide.x }} ~ 1:12 ~ .Values.wide.x ~ can't evaluate field x in type interface {}
          {{ tpl "{{ nope }}" . }} ~ 1:3 ~ tpl "{{ nope }}" . ~ error calling tpl: cannot parse template "{{ nope }}": template: gotpl:1: function "nope" not defined
          """)
  void saysWhatHelmSays(String template, String position, String node, String message) {
    String expected = START.formatted(position, node, message);
    TestRender render = TestRender.of(template).values(EvaluatorTest.VALUES);
    assertThat(render.failure().text()).isEqualTo(expected);
    assertThat(render.tracked().failure().text()).isEqualTo(expected);
    assertThat(render.failure().kind()).isEqualTo(Kind.EXECUTION);
  }

  @Test
  void namesEveryTemplateOnTheWay() {
    EvaluationFailure failure = nested().failure();
    assertThat(failure.text())
        .isEqualTo(
            "template: oracle/templates/probe.yaml:2:6: executing \"oracle/templates/probe.yaml\""
                + " at <include \"outer\" .>: error calling include: template:"
                + " oracle/templates/_h.tpl:2:3: executing \"outer\" at <include \"inner\""
                + " .Values>: error calling include: template: oracle/templates/_h.tpl:5:5:"
                + " executing \"inner\" at <.a.b>: nil pointer evaluating interface {}.b");
    assertThat(failure.reason()).isEqualTo("nil pointer evaluating interface {}.b");
    assertThat(failure.site()).isNotNull().hasToString("oracle/templates/_h.tpl:5:4");
    assertThat(failure.calls())
        .extracting(Site::toString)
        .containsExactly("oracle/templates/_h.tpl:2:4", "oracle/templates/probe.yaml:2:7");
  }

  @Test
  void helm4WritesALinePerTemplate() {
    assertThat(nested().helm(TestRender.HELM_4).failure().text())
        .isEqualTo(
            """
            oracle/templates/probe.yaml:2:6
              executing "oracle/templates/probe.yaml" at <include "outer" .>:
                error calling include:
            oracle/templates/_h.tpl:2:3
              executing "outer" at <include "inner" .Values>:
                error calling include:
            oracle/templates/_h.tpl:5:5
              executing "inner" at <.a.b>:
                nil pointer evaluating interface {}.b\
            """);
  }

  private static TestRender nested() {
    return TestRender.of("a\nb: {{ include \"outer\" . }}")
        .add(
            "oracle/templates/_h.tpl",
            """
            {{ define "outer" }}
            {{ include "inner" .Values }}
            {{ end }}
            {{ define "inner" }}
            {{ .a.b }}
            {{ end }}
            """)
        .values("x: 1");
  }

  @Test
  void aTemplateCalledWithTemplateIsOnTheWayToo() {
    EvaluationFailure failure =
        TestRender.of("{{ define \"t\" }}{{ .x.y }}{{ end }}\n{{ template \"t\" .Values }}")
            .failure();
    assertThat(failure.text())
        .startsWith("template: oracle/templates/probe.yaml:1:21: executing \"t\" at <.x.y>");
    assertThat(failure.calls())
        .extracting(Site::toString)
        .containsExactly("oracle/templates/probe.yaml:2:1");
  }

  @Test
  void failAndRequiredSpeakForThemselves() {
    EvaluationFailure failed =
        TestRender.of("\n{{ define \"t\" }}{{ fail \"not: so\" }}{{ end }}{{ include \"t\" . }}")
            .failure();
    assertThat(failed.text())
        .isEqualTo("execution error at (oracle/templates/probe.yaml:2:48): not: so");
    assertThat(failed.kind()).isEqualTo(Kind.FAIL);
    assertThat(failed.reason()).isEqualTo("not: so");
    EvaluationFailure missing =
        TestRender.of("{{ required \"name it\" .Values.name }}").tracked().failure();
    assertThat(missing.text())
        .isEqualTo("execution error at (oracle/templates/probe.yaml:1:3): name it");
    assertThat(missing.kind()).isEqualTo(Kind.REQUIRED);
    assertThat(missing.trace().data()).singleElement().asString().contains("name");
  }

  @Test
  void insideTplTheTextIsQuoted() {
    assertThat(TestRender.of("{{ tpl \"a\\n{{ .x.y }}\" .Values }}").failure().text())
        .isEqualTo(
            START.formatted(
                "1:3",
                "tpl \"a\\n{{ .x.y }}\" .Values",
                "error calling tpl: error during tpl function execution for"
                    + " \"a\\n{{ .x.y }}\": template: gotpl:2:5: executing \"gotpl\" at <.x.y>: nil"
                    + " pointer evaluating interface {}.y"));
  }

  @Test
  void aTemplateThatIncludesItselfEndsAsInHelm() {
    EvaluationFailure failure =
        TestRender.of("{{ define \"r\" }}{{ include \"r\" . }}{{ end }}{{ include \"r\" . }}")
            .failure();
    assertThat(failure.reason())
        .isEqualTo("rendering template has a nested reference name: r: unable to execute template");
    assertThat(failure.calls()).hasSize(1001);
  }
}
