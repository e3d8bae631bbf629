package dev.plimsoll.template.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.template.value.GoBytes;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.values.HelmVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the functions write was recorded from Helm 4.3.1. */
final class YamlFunctionsTest {

  private static final Calls CALLS = new Calls(YamlFunctions.family(HelmVersion.NEWEST));

  private static final String VALUES =
      """
      image: {repository: nginx, tag: 1.20}
      env:
        - name: A
          value: "yes"
        - name: B
          value: it's
      limits: {}
      note: |
        two
        lines
      10: ten
      9: null
      """;

  @Test
  void writesValuesAsHelmDoes() {
    assertThat(toYaml(Calls.values(VALUES, false)))
        .isEqualTo(
            """
            "9": null
            "10": ten
            env:
            - name: A
              value: "yes"
            - name: B
              value: it's
            image:
              repository: nginx
              tag: 1.2
            limits: {}
            note: |
              two
              lines\
            """);
  }

  @Test
  void writesPrettyYamlAsGoYaml3Does() {
    assertThat(
            CALLS
                .text(PlainContext.untracked(), "toYamlPretty", Calls.values(VALUES, false))
                .text())
        .isEqualTo(
            """
            "9": null
            "10": ten
            env:
              - name: A
                value: "yes"
              - name: B
                value: it's
            image:
              repository: nginx
              tag: 1.2
            limits: {}
            note: |
              two
              lines\
            """);
  }

  @Test
  void writesTheSameWithOrigins() {
    String plain = toYaml(Calls.values(VALUES, false));
    assertThat(CALLS.text(PlainContext.tracked(), "toYaml", Calls.values(VALUES, true)).text())
        .isEqualTo(plain);
  }

  @Test
  void tellsTheLeafOfEachCharacter() {
    GoMap values =
        Calls.values(
            """
            a:
              - "it's: y"
              - 1.50
            b: |
              two
              lines
            """,
            true);
    assertThat(Calls.origins(CALLS.text(PlainContext.tracked(), "toYaml", values)))
        .isEqualTo(
            """
            "a" <- key a@0
            ":" <- .
            "\\n- " <- a
            "'" <- a.0
            "it" <- a.0@0
            "'" <- a.0
            "'s: y" <- a.0@2
            "'" <- a.0
            "\\n- " <- a
            "1.5" <- a.1
            "\\n" <- .
            "b" <- key b@0
            ": " <- .
            "|\\n  " <- b
            "two\\n" <- b@0
            "  " <- b
            "lines" <- b@4
            """);
  }

  @Test
  void foldsLongTextBehindColumn80AndKeepsItsOffsets() {
    String text = "word ".repeat(20) + "end";
    GoMap values = Calls.values("a: " + text + "\n", true);
    assertThat(Calls.origins(CALLS.text(PlainContext.tracked(), "toYaml", values)))
        .isEqualTo(
            """
            "a" <- key a@0
            ": " <- .
            "%s" <- a@0
            "\\n  " <- a
            "%s" <- a@80
            """
                .formatted(text.substring(0, 79), text.substring(80)));
  }

  @Test
  void writesEachTypeOfGo() {
    assertThat(toYaml(GoInt.int64(-3, Trace.NONE))).isEqualTo("-3");
    assertThat(toYaml(new GoInt(-1, GoInt.Type.UINT64, Trace.NONE)))
        .isEqualTo("18446744073709551615");
    assertThat(toYaml(new GoFloat(1e21, Trace.NONE))).isEqualTo("1e+21");
    assertThat(toYaml(GoString.of("two\nlines"))).isEqualTo("|-\n  two\n  lines");
    assertThat(toYaml(new GoBytes("abc".getBytes(StandardCharsets.UTF_8), Trace.NONE)))
        .isEqualTo("YWJj");
    assertThat(toYaml(new GoList(List.of(), Trace.NONE))).isEqualTo("[]");
    assertThat(toYaml(new GoMap(Trace.NONE))).isEqualTo("{}");
  }

  @Test
  void isEmptyForWhatGoCannotWrite() {
    GoValue number = new GoFloat(Double.NaN, Trace.NONE);
    assertThat(toYaml(number)).isEmpty();
    assertThat(toYaml(GoString.of("a\u007fb"))).isEmpty();
    assertThat(toYaml(cycle())).isEmpty();
    assertThatThrownBy(() -> CALLS.call(PlainContext.untracked(), "mustToYaml", number))
        .isInstanceOf(GoFailure.class)
        .hasMessage("error marshaling into JSON: json: unsupported value: NaN");
  }

  private static GoMap cycle() {
    GoMap map = new GoMap(Trace.NONE);
    map.put("self", map);
    return map;
  }

  @Test
  void readsEveryNumberAsFloat() {
    GoMap map = fromYaml("a: 1\nb: [0x10, x]\n");
    assertThat(map.get("a")).isInstanceOf(GoFloat.class);
    assertThat(CALLS.text(PlainContext.untracked(), "toYaml", map).text())
        .isEqualTo("a: 1\nb:\n- 16\n- x");
  }

  @Test
  void keepsTheOriginOfWhatItReads() {
    GoMap values = Calls.values("text: \"a: b\\nc: 'd'\\n\"\n", true);
    GoValue text = Objects.requireNonNull(values.get("text"));
    GoMap map = (GoMap) CALLS.call(PlainContext.tracked(), "fromYaml", text);
    assertThat(Calls.origins(CALLS.text(PlainContext.tracked(), "toYaml", map)))
        .isEqualTo(
            """
            "a" <- text@0
            ": " <- text
            "b" <- text@3
            "\\n" <- text
            "c" <- text@5
            ": " <- text
            "d" <- text@9
            """);
  }

  @Test
  void readsOnlyTheFirstDocumentAndEmptyTextAsAnEmptyMap() {
    assertThat(fromYaml("a: 1\n---\nb: 2\n").sortedKeys()).containsExactly("a");
    assertThat(fromYaml("").sortedKeys()).isEmpty();
    assertThat(fromYaml("null").sortedKeys()).isEmpty();
  }

  @Test
  void saysInTheMapWhatIsWrong() {
    GoValue error = fromYaml("- a").get("Error");
    assertThat(error)
        .isInstanceOfSatisfying(
            GoString.class,
            text ->
                assertThat(text.text())
                    .isEqualTo(
                        "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array "
                            + "into Go value of type map[string]interface {}"));
    GoList list =
        (GoList) CALLS.call(PlainContext.untracked(), "fromYamlArray", GoString.of("a: 1"));
    assertThat(((GoString) list.items().getFirst()).text())
        .isEqualTo(
            "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal object into Go "
                + "value of type []interface {}");
  }

  @Test
  void helm3HasNoMustToYaml() {
    assertThat(new FunctionTable(YamlFunctions.family(new HelmVersion(3, 22, 0))).names())
        .containsExactly("fromYaml", "fromYamlArray", "toYaml", "toYamlPretty");
  }

  private static String toYaml(GoValue value) {
    return CALLS.text(PlainContext.untracked(), "toYaml", value).text();
  }

  private static GoMap fromYaml(String text) {
    return (GoMap) CALLS.call(PlainContext.untracked(), "fromYaml", GoString.of(text));
  }
}
