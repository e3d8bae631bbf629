package dev.plimsoll.template.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Go's {@code fmt} prints; every expectation was printed by Go 1.26. */
final class GoPrinterTest {

  private static final Trace NONE = Trace.NONE;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                       | 0
          1                       | 1
          1.5                     | 1.5
          100000                  | 100000
          123456                  | 123456
          1000000                 | 1e+06
          12345678                | 1.2345678e+07
          1e20                    | 1e+20
          1e21                    | 1e+21
          0.0001                  | 0.0001
          0.00001                 | 1e-05
          0.1                     | 0.1
          4.9E-324                | 5e-324
          1.7976931348623157E308  | 1.7976931348623157e+308
          -0.0                    | -0
          2E23                    | 2e+23
          NaN                     | NaN
          Infinity                | +Inf
          -Infinity               | -Inf
          """)
  void printsFloats(double number, String printed) {
    assertThat(GoPrinter.text(new GoFloat(number, NONE))).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          %d        | 5                     | %!d(float64=5)
          %v        | 5                     | 5
          %05d      | -7                    | %!d(float64=-0007)
          %e        | 1234.5678             | 1.234568e+03
          %g        | 1e6                   | 1e+06
          %G        | 1e-7                  | 1E-07
          %+.2f     | 2.5                   | +2.50
          %x        | 1.5                   | 0x1.8p+00
          %b        | 1                     | 4503599627370496p-52
          %s        | 1.5                   | %!s(float64=1.5)
          %T        | 1.5                   | float64
          %6.2f%%   | 12.345                | ` 12.35%`
          """)
  void formatsFloats(String format, double number, String printed) {
    assertThat(format(format, new GoFloat(number, NONE))).isEqualTo(printed);
  }

  @Test
  void formatsIntegers() {
    GoInt fortyTwo = GoInt.of(42, NONE);
    assertThat(format("%d %5d|%-5d|%05d %+d %x %X %#x %o %#o %O %b %c %q %U", many(15, fortyTwo)))
        .isEqualTo("42    42|42   |00042 +42 2a 2A 0x2a 52 052 0o52 101010 * '*' U+002A");
    assertThat(format("%s %t %f", many(3, fortyTwo)))
        .isEqualTo("%!s(int=42) %!t(int=42) %!f(int=42)");
    assertThat(format("%d", new GoInt(-1, GoInt.Type.UINT64, NONE)))
        .isEqualTo("18446744073709551615");
  }

  @Test
  void formatsText() {
    GoString text = GoString.of("héllo\n");
    assertThat(format("%s|%q|%10s|%-8s|%.2s|%x|% X|%+q|%#q", many(9, text)))
        .isEqualTo(
            "héllo\n|\"héllo\\n\"|    héllo\n|héllo\n  |hé|68c3a96c6c6f0a"
                + "|68 C3 A9 6C 6C 6F 0A|\"h\\u00e9llo\\n\"|\"héllo\\n\"");
    assertThat(format("%d", text)).isEqualTo("%!d(string=héllo\n)");
  }

  @Test
  void formatsListsMapsAndNil() {
    GoMap map = new GoMap(NONE);
    map.put("b", new GoFloat(1, NONE));
    map.put("a", new GoNil(NONE));
    GoList list = new GoList(List.of(GoString.of("x"), map, new GoBool(true, NONE)), NONE);
    assertThat(format("%v", list)).isEqualTo("[x map[a:<nil> b:1] true]");
    assertThat(format("%s", list)).isEqualTo("[x map[a:<nil> b:%!s(float64=1)] %!s(bool=true)]");
    assertThat(format("%#v", list))
        .isEqualTo(
            "[]interface {}{\"x\", map[string]interface {}{\"a\":interface {}(nil), \"b\":1}, true}");
    assertThat(format("%T", list)).isEqualTo("[]interface {}");
    assertThat(format("%v %d %T", many(3, new GoNil(NONE)))).isEqualTo("<nil> %!d(<nil>) <nil>");
  }

  @Test
  void formatsBytesAndDurations() {
    GoBytes bytes = new GoBytes("ab".getBytes(StandardCharsets.UTF_8), NONE);
    assertThat(format("%v %s %x %q", many(4, bytes))).isEqualTo("[97 98] ab 6162 \"ab\"");
    GoInt duration = new GoInt(90_005_000_000L, GoInt.Type.DURATION, NONE);
    assertThat(format("%v %s %d", many(3, duration))).isEqualTo("1m30.005s 1m30.005s 90005000000");
    assertThat(format("%v", new GoInt(3, GoInt.Type.MONTH, NONE))).isEqualTo("March");
    assertThat(format("%v", new GoInt(1500, GoInt.Type.DURATION, NONE))).isEqualTo("1.5µs");
  }

  @Test
  void saysWhatIsWrongWithAFormat() {
    GoString a = GoString.of("a");
    assertThat(format("%d %s")).isEqualTo("%!d(MISSING) %!s(MISSING)");
    assertThat(format("x", a, GoInt.of(1, NONE))).isEqualTo("x%!(EXTRA string=a, int=1)");
    assertThat(format("%!", a)).isEqualTo("%!!(string=a)");
    assertThat(format("%")).isEqualTo("%!(NOVERB)");
    assertThat(format("%*d", a, GoInt.of(1, NONE))).isEqualTo("%!(BADWIDTH)1");
    assertThat(format("%[3]s", a)).isEqualTo("%!s(BADINDEX)");
  }

  @Test
  void takesWidthsAndOperandsByNumber() {
    GoString a = GoString.of("a");
    GoString b = GoString.of("b");
    assertThat(format("%[2]s%[1]s", a, b)).isEqualTo("ba");
    assertThat(format("%*s|", GoInt.of(4, NONE), a)).isEqualTo("   a|");
    assertThat(format("%-*s|", GoInt.of(4, NONE), a)).isEqualTo("a   |");
    assertThat(format("%.*f", GoInt.of(2, NONE), new GoFloat(1.239, NONE))).isEqualTo("1.24");
  }

  @Test
  void separatesAsPrintAndPrintlnDo() {
    List<GoValue> values =
        List.of(
            GoInt.of(1, NONE),
            GoInt.of(2, NONE),
            GoString.of("a"),
            GoString.of("b"),
            new GoBool(true, NONE),
            new GoNil(NONE));
    assertThat(GoPrinter.sprint(values, _ -> {}).text()).isEqualTo("1 2a" + "btrue <nil>");
    assertThat(GoPrinter.sprintln(values, _ -> {}).text()).isEqualTo("1 2 a b true <nil>\n");
  }

  @Test
  void keepsOriginsOfWhatItPrintsAsItIs() {
    Trace leaf = Trace.of(new Source.BuiltIn(".leaf"));
    Trace given = Trace.of(new Source.BuiltIn(".format"));
    TracedText format = TracedText.verbatim("<%s:%5s>", given);
    TracedText printed =
        GoPrinter.sprintf(
            format,
            List.of(
                new GoString(TracedText.verbatim("abc", leaf)),
                new GoString(TracedText.verbatim("x", leaf))));
    assertThat(printed.text()).isEqualTo("<abc:    x>");
    assertThat(printed.runs())
        .containsExactly(
            new Run(0, 1, null, given, 0),
            new Run(1, 4, null, leaf, 0),
            new Run(4, 5, null, given, 3),
            new Run(5, 9, null, leaf, Run.COMPUTED),
            new Run(9, 10, null, leaf, 0),
            new Run(10, 11, null, given, 7));
  }

  @Test
  void stopsAtAMapThatHoldsItself() {
    GoMap map = new GoMap(NONE);
    map.put("self", map);
    assertThatThrownBy(() -> GoPrinter.text(map))
        .isInstanceOf(GoFailure.class)
        .hasMessageContaining("nested deeper than");
  }

  @Test
  void isBounded() {
    TracedText format = TracedText.untracked("%1000000[1]d".repeat(1000));
    assertThatThrownBy(() -> GoPrinter.sprintf(format, List.of(GoInt.of(1, NONE))))
        .isInstanceOf(GoFailure.class);
    assertThat(format("%.1000000f", new GoFloat(0.1, NONE))).hasSize(1_000_002);
  }

  private static GoValue[] many(int count, GoValue value) {
    GoValue[] values = new GoValue[count];
    Arrays.fill(values, value);
    return values;
  }

  private static String format(String format, GoValue... values) {
    return GoPrinter.sprintf(TracedText.untracked(format), List.of(values)).text();
  }
}
