package dev.plimsoll.template.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What templates print. Every expectation was printed by Helm 3.22 and 4.3. */
final class EvaluatorTest {

  static final String VALUES =
      """
      a: {b: {c: deep, count: 5, nothing: null}}
      text: hello
      number: 42
      float: 1.5
      large: 12345678
      flag: true
      empty: ""
      nothing: null
      list: [1, two, null, true, {k: v}]
      noItems: []
      map: {x: 1, w: two, z: null}
      noEntries: {}
      template: "{{ .Values.text }}!{{ .Values.missing }}"
      defining: "{{ define \\"in\\" }}IN{{ . }}{{ end }}{{ include \\"in\\" .Values.text }}"
      wide: "héllo"
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      textBlock =
          """
          {{ .Values.text }} {{ .Values.number }} {{ .Values.float }} {{ .Values.large }}  ~ hello 42 1.5 1.2345678e+07
          {{ .Values.a.b.c }}|{{ (.Values.a).b.c }}|{{ $.Values.a.b.count }}  ~ deep|deep|5
          <{{ .Values.missing }}><{{ .Values.nothing }}><{{ (.Values.missing).x }}>  ~ <><><>
          {{ .Values.map }} {{ .Values.list }}  ~ map[w:two x:1 z:<nil>] [1 two <nil> true map[k:v]]
          {{ range .Values.list }}<{{ . }}>{{ end }}  ~ <1><two><><true><map[k:v]>
          {{ range $i, $e := .Values.list }}{{ $i }}={{ $e }};{{ end }}  ~ 0=1;1=two;2=;3=true;4=map[k:v];
          {{ range $k, $v := .Values.map }}{{ $k }}={{ $v }};{{ end }}  ~ w=two;x=1;z=;
          {{ range .Values.noItems }}x{{ else }}none{{ end }}{{ range .Values.missing }}x{{ else }}none{{ end }}  ~ nonenone
          {{ range 3 }}{{ . }}{{ end }} {{ range $i := 2 }}{{ $i }}{{ end }}  ~ 012 01
          {{ range .Values.list }}{{ if eq (print .) "two" }}{{ break }}{{ end }}{{ . }}{{ end }}  ~ 1
          {{ range .Values.list }}{{ if not . }}{{ continue }}{{ end }}{{ . }},{{ end }}  ~ 1,two,true,map[k:v],
          {{ if .Values.flag }}T{{ else }}F{{ end }}{{ if .Values.empty }}T{{ else if .Values.text }}E{{ end }}  ~ TE
          {{ with .Values.a.b }}{{ .c }}{{ $.Values.text }}{{ end }}{{ with .Values.empty }}x{{ else with .Values.text }}{{ . }}{{ end }}  ~ deephellohello
          {{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ end }}{{ $x }}{{ if true }}{{ $x := 3 }}{{ $x }}{{ end }}{{ $x }}  ~ 232
          {{ $i := 0 }}{{ $j := 0 }}{{ range $i, $j = .Values.map }}{{ end }}{{ $i }}|{{ $j }}  ~ z|
          {{ if $x := .Values.text }}{{ $x }}{{ end }}{{ with $y := .Values.number }}{{ $y }}{{ . }}{{ end }}  ~ hello4242
          {{ define "t" }}[{{ . }}{{ $ }}]{{ end }}{{ template "t" .Values.text }}{{ template "t" }}{{ include "t" 1 }}  ~ [hellohello][][11]
          {{ block "b" .Values.text }}<{{ . }}>{{ end }}{{ template "b" 1 }}  ~ <hello><1>
          {{ define "e" }}first{{ end }}{{ define "e" }}  {{ end }}{{ template "e" }}  ~ first
          {{ tpl .Values.template . }}|{{ tpl .Values.defining . }}|{{ tpl "" . }}|{{ tpl "a<no value>b" . }}  ~ hello!|INhello||ab
          {{ and 1 0 2 }}{{ and 1 2 }}{{ or 0 "" "x" }}{{ or 0 "" }}|{{ and .Values.missing (fail "no") }}  ~ 02x|
          {{ .Values.text | and true }}{{ .Values.text | or "" }}{{ not .Values.flag }}{{ not .Values.missing }}  ~ hellohellofalsetrue
          {{ eq 1 2 1 }}{{ ne 1 2 }}{{ lt 1 2 }}{{ le 2 2 }}{{ gt 1 2 }}{{ ge 2 2 }}{{ lt "a" "b" }}{{ gt 2.5 1.5 }}  ~ truetruetruetruefalsetruetruetrue
          {{ eq .Values.missing "x" }}{{ eq .Values.missing .Values.nothing }}{{ ne .Values.text nil }}{{ eq .Values.noItems nil }}  ~ falsetruetruefalse
          {{ eq (index .Values.text 0) 104 }}{{ lt (index .Values.text 0) 200 }}{{ gt 117 (index .Values.text 0) }}  ~ truetruetrue
          {{ index .Values.list 1 }}{{ index .Values.map "w" }}{{ index .Values.a "b" "c" }}{{ index .Values.text 0 }}  ~ twotwodeep104
          {{ len .Values.list }}{{ len .Values.map }}{{ len .Values.wide }}  ~ 536
          {{ html "<a b=\\"c\\">'&" }} {{ js "it's <x> é" }} {{ urlquery "a b&c=d/é" }}  ~ &lt;a b=&#34;c&#34;&gt;&#39;&amp; it\\'s \\u003Cx\\u003E é a+b%26c%3Dd%2F%C3%A9
          {{ print 1 2 "x" "y" 3 nil }} {{ printf "%v" .Values.missing }} {{ html nil }}  ~ 1 2xy3 <nil> <nil> &lt;no value&gt;
          {{ true }}{{ 1 }}{{ 1.0 }}{{ 1e3 }}{{ 0x10 }}{{ 'a' }}{{ 1_000 }}{{ `raw` }}  ~ true11100016971000raw
          {{ printf "|%5d|%-5s|%05.1f|%q" 3 "a" .Values.float .Values.text }}  ~ |    3|a    |001.5|"hello"
          """)
  void prints(String template, String printed) {
    assertThat(TestRender.of(template).values(VALUES).result()).isEqualTo(printed);
    assertThat(TestRender.of(template).values(VALUES).tracked().result()).isEqualTo(printed);
    assertThat(TestRender.of(template).values(VALUES).helm(TestRender.HELM_4).result())
        .isEqualTo(printed);
  }

  @Test
  void theLastDefinitionThatIsNotEmptyWins() {
    assertThat(
            TestRender.of("{{ include \"name\" . }}")
                .add("oracle/charts/sub/templates/_a.tpl", "{{ define \"name\" }}sub{{ end }}")
                .add("oracle/templates/_a.tpl", "{{ define \"name\" }}top{{ end }}")
                .add("oracle/templates/_b.tpl", "{{ define \"name\" }}\n{{ end }}")
                .result())
        .isEqualTo("top");
  }

  @Test
  void definitionsInsideTplAreVisibleOnlyThere() {
    TestRender render =
        TestRender.of(
            "{{ tpl \"{{ define \\\"t\\\" }}new{{ end }}{{ include \\\"outer\\\" . }}\" . }}"
                + "{{ include \"outer\" . }}"
                + "{{ define \"t\" }}old{{ end }}{{ define \"outer\" }}<{{ include \"t\" . }}>{{ end }}");
    assertThat(render.result()).isEqualTo("<new><old>");
  }

  @Test
  void aLoopSeesTheEntriesFromBeforeIt() {
    assertThat(
            TestRender.of(
                    "{{ range $k, $v := .Values.m }}{{ $_ := set $.Values.m $k \"new\" }}{{ $v }}{{ end }}"
                        + "{{ .Values.m }}")
                .values("m: {a: 1, b: 2}")
                .result())
        .isEqualTo("12map[a:new b:new]");
  }

  @Test
  void aMissingKeyCanBeAnError() {
    assertThat(TestRender.of("{{ .Values.missing }}").missingKey(MissingKey.ERROR).result())
        .isEqualTo(
            "error: template: oracle/templates/probe.yaml:1:10: executing"
                + " \"oracle/templates/probe.yaml\" at <.Values.missing>: map has no entry for key"
                + " \"missing\"");
    assertThat(
            TestRender.of("{{ (index .Values \"missing\").x }}")
                .missingKey(MissingKey.ERROR)
                .result())
        .endsWith("at <\"missing\">: nil data; no entry for key \"x\"");
  }

  @Test
  void knowsItsTemplates() {
    TemplateSet set = TestRender.of("a{{ define \"b\" }}c{{ end }}").set();
    assertThat(set.names()).containsExactlyInAnyOrder(TestRender.PROBE, "b");
    assertThat(set.has("b")).isTrue();
    assertThat(set.has("c")).isFalse();
  }

  @Test
  void aTemplateThatIsNotThereIsAFailure() {
    try {
      TestRender.of("").evaluator().execute("nope", new GoNil(Trace.NONE));
    } catch (EvaluationFailure e) {
      assertThat(e.text())
          .isEqualTo("template: no template \"nope\" associated with template \"gotpl\"");
      assertThat(e.site()).isNull();
    }
  }
}
