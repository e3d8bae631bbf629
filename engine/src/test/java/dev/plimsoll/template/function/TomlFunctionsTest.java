package dev.plimsoll.template.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.values.HelmVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded from Helm 4.3.1. */
final class TomlFunctionsTest {

  private static final Calls CALLS = new Calls(TomlFunctions.family(HelmVersion.NEWEST));

  @Test
  void writesTablesBehindPlainKeys() {
    GoValue values =
        Calls.values(
            """
            zone: "a \\"b\\""
            server: {port: 8080, tls: {use: true, "odd key": [1, two]}}
            users:
              - {name: a, groups: []}
              - {name: b, extra: {x: 1.5}}
            mixed: [1, {a: 2, b: {c: null}}]
            none: null
            """,
            false);
    assertThat(CALLS.text(PlainContext.untracked(), "toToml", values).text())
        .isEqualTo(
            """
            mixed = [1.0, {a = 2.0, b = {}}]
            zone = "a \\"b\\""

            [server]
              port = 8080.0
              [server.tls]
                "odd key" = [1.0, "two"]
                use = true

            [[users]]
              groups = []
              name = "a"

            [[users]]
              name = "b"
              [users.extra]
                x = 1.5
            """);
  }

  @Test
  void tellsTheLeafOfEachCharacter() {
    GoValue values = Calls.values("a: {b: \"x\\ty\"}\n", true);
    assertThat(Calls.origins(CALLS.text(PlainContext.tracked(), "toToml", values)))
        .isEqualTo(
            """
            "[" <- a
            "a" <- key a@0
            "]\\n" <- a
            "  " <- a.b
            "b" <- key a.b@0
            " = "" <- a.b
            "x" <- a.b@0
            "\\t" <- a.b
            "y" <- a.b@2
            ""\\n" <- a.b
            """);
  }

  @Test
  void givesTheErrorAsTextOrFails() {
    GoValue values = Calls.values("a: [1, null]\n", false);
    assertThat(CALLS.text(PlainContext.untracked(), "toToml", values).text())
        .isEqualTo("toml: cannot encode array with nil element");
    assertThatThrownBy(() -> CALLS.call(PlainContext.untracked(), "mustToToml", values))
        .isInstanceOf(GoFailure.class)
        .hasMessage("toml: cannot encode array with nil element");
  }

  @Test
  void readsEveryKindOfValue() {
    GoMap map =
        fromToml(
            """
            # comment
            title = 'raw \\n'
            "quoted key" = \"""
            two \\
               lines\\u00e9\"""
            numbers = [0x1F, 1_000, -1.5e3, inf, # more
              true]
            date = 1979-05-27T07:32:00Z
            a.b.c = {x = 1, y.z = "2"}
            [a.d]
            e = 1
            [[list]]
            n = 1
            [[list]]
            [list.sub]
            m = 2
            """);
    assertThat(GoPrinter.text(map))
        .isEqualTo(
            "map[a:map[b:map[c:map[x:1 y:map[z:2]]] d:map[e:1]] "
                + "date:1979-05-27 07:32:00 +0000 UTC list:[map[n:1] map[sub:map[m:2]]] "
                + "numbers:[31 1000 -1500 +Inf true] quoted key:two linesé title:raw \\n]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '~',
      textBlock =
          """
          a              § toml: line 1: unexpected EOF; expected key separator '='
          a = b          § toml: line 1 (last key "a"): expected value but found "b" instead
          a = 01         § toml: line 1 (last key "a"): Invalid integer "01": cannot have leading zeroes
          a = [1 2]      § toml: line 1 (last key "a"): expected a comma (',') or array terminator (']'), but got '2'
          [a             § toml: line 1: expected '.' or ']' to end table name, but got '\\x00' instead
          a = 1 b = 2    § toml: line 1: expected a top-level item to end with a newline, comment, or EOF, but got 'b' instead
          a = "x         § toml: line 1 (last key "a"): unexpected EOF; expected '"'
          = 1            § toml: line 1: unexpected '=': key name appears blank
          a = 1979-13-01 § toml: line 1 (last key "a"): invalid datetime: "1979-13-01"
          """)
  void saysInTheMapWhatIsWrong(String toml, String error) {
    assertThat(fromToml(toml).get("Error"))
        .isInstanceOfSatisfying(GoString.class, text -> assertThat(text.text()).isEqualTo(error));
  }

  @Test
  void refusesAKeyThatIsThereTwice() {
    assertThat(GoPrinter.text(fromToml("[a]\nb = 1\nb = 2\n")))
        .isEqualTo(
            "map[Error:toml: line 3 (last key \"a.b\"): Key 'a.b' has already been defined.]");
  }

  private static GoMap fromToml(String text) {
    return (GoMap) CALLS.call(PlainContext.untracked(), "fromToml", GoString.of(text));
  }
}
