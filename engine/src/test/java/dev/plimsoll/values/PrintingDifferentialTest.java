package dev.plimsoll.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.HelmOracle;
import dev.plimsoll.testkit.HelmOracle.Answer;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Our JSON and YAML against Helm's {@code toJson} and {@code toYaml}. */
final class PrintingDifferentialTest {

  private static final HelmVersion EMBEDDED = new HelmVersion(3, 21, 0);

  @Property(tries = 150, seed = "7")
  void printsWhatHelmPrints(@ForAll("documents") String document) throws IOException {
    Path chart = Files.createTempDirectory("printing");
    HelmOracle.writeChart(
        chart,
        HelmOracle.probe("json", "toJson .Values")
            + "---\n"
            + HelmOracle.probe("yaml", "toYaml .Values"));
    GeneratedChart.write(chart.resolve("values.yaml"), document);
    Answer answer = HelmOracle.template(chart, List.of(), Map.of());
    CoalescingDifferentialTest.delete(chart);

    assertThat(answer).isInstanceOf(Answer.Done.class);
    String rendered = ((Answer.Done) answer).text();
    Layer layer = new Layer(Layer.Kind.CHART_DEFAULTS, new SourceFile("values.yaml", document));
    MapValue values =
        LayerReader.read(YamlParser.parse(layer.file()), layer, EMBEDDED, found -> {}).root();
    assertThat(JsonPrinter.print(values)).isEqualTo(HelmOracle.probed(rendered, "json"));
    assertThat(YamlPrinter.print(values)).isEqualTo(HelmOracle.probed(rendered, "yaml") + "\n");
  }

  /** JSON documents, which are YAML, with texts and numbers that are hard to write. */
  @Provide
  Arbitrary<String> documents() {
    return map(2);
  }

  private static Arbitrary<String> map(int depth) {
    // Go's order of keys with leading zeros goes round in circles, so it differs from run to run.
    Arbitrary<String> keys = texts().filter(text -> text.indexOf('0') < 0);
    return net.jqwik.api.Combinators.combine(keys, value(depth))
        .as((key, value) -> JsonPrinter.print(text(key)) + ": " + value)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .uniqueElements(entry -> entry.substring(0, entry.indexOf("\": ") + 1))
        .map(entries -> "{" + String.join(", ", entries) + "}");
  }

  private static Arbitrary<String> value(int depth) {
    Arbitrary<String> leaf =
        Arbitraries.frequencyOf(
            Tuple.of(8, texts().map(text -> JsonPrinter.print(text(text)))),
            Tuple.of(4, numbers()),
            Tuple.of(1, Arbitraries.of("true", "null", "{}", "[]")));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<String> list =
        Arbitraries.lazy(() -> value(depth - 1))
            .list()
            .ofMaxSize(4)
            .map(items -> "[" + String.join(", ", items) + "]");
    return Arbitraries.frequencyOf(
        Tuple.of(4, leaf), Tuple.of(2, list), Tuple.of(2, Arbitraries.lazy(() -> map(depth - 1))));
  }

  private static Arbitrary<String> texts() {
    Arbitrary<String> odd =
        Arbitraries.of(
            "",
            " ",
            "a",
            "true",
            "no",
            "~",
            "null",
            "1",
            "-1",
            "1.5",
            "0x1F",
            "1e3",
            "2001-01-01",
            "12:30",
            "1:2:3.5",
            "<<",
            "=",
            "-",
            "- a",
            "--- a",
            "...",
            "? a",
            ":",
            "a: b",
            "a:",
            "a #b",
            "#a",
            "a#b",
            "'",
            "\"",
            "it's",
            "a\"b",
            "\\",
            "@a",
            "`a`",
            "%a",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "[a",
            "{a",
            "a, b",
            "a]",
            " a",
            "a ",
            "a  b",
            "a\n",
            "\na",
            "a\nb",
            "a\n\n",
            "a \nb",
            "a\n b",
            "\n",
            " \n",
            "a\tb",
            "\ta",
            "a\r\nb",
            "<b>&</b>",
            "é",
            "日本",
            "😀",
            "\u00a0",
            "a\u2028b",
            "x".repeat(130),
            "12a",
            "a10",
            "a9",
            "a010",
            "a0b",
            "Z",
            "_",
            "1_000",
            "0o7",
            "08",
            ".5",
            "+1",
            ".inf",
            "0b1",
            "yes and no",
            "https://a.b/c?d=e#f");
    Arbitrary<String> words =
        Arbitraries.of("word", "a", "long-word-here", "x:", "#y", "'", "\"", "", "é", "1")
            .list()
            .ofMaxSize(40)
            .map(list -> String.join(" ", list));
    Arbitrary<String> lines =
        Arbitraries.of("line", "", " indented", "trailing ", "a: b", "- c", "#", "x".repeat(90))
            .list()
            .ofMaxSize(5)
            .map(list -> String.join("\n", list));
    Arbitrary<String> random =
        Arbitraries.strings().withChars("ab01 :#-'\"\\\n,.?!<").ofMaxLength(12);
    return Arbitraries.frequencyOf(
        Tuple.of(5, odd), Tuple.of(2, words), Tuple.of(2, lines), Tuple.of(3, random));
  }

  private static Arbitrary<String> numbers() {
    Arbitrary<String> odd =
        Arbitraries.of(
            "0",
            "-0",
            "1",
            "-1",
            "12345678",
            "1.5",
            "1e6",
            "1234567.5",
            "123456.5",
            "1e20",
            "1e21",
            "1e-6",
            "1e-7",
            "0.0001",
            "0.00001",
            "9007199254740993",
            "18446744073709551615",
            "18446744073709549568",
            "-9223372036854775808",
            "-9223372036854774784",
            "5e-324",
            "1.7976931348623157e308",
            "2e-3",
            "0.1",
            "100",
            "1e2");
    return Arbitraries.oneOf(
        odd, Arbitraries.doubles().ofScale(6).map(value -> Double.toString(value)));
  }

  private static ScalarValue text(String text) {
    return new ScalarValue(new GoScalar.Text(text), UserValues.NONE.origin(), List.of());
  }
}
