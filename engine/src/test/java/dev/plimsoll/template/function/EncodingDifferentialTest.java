package dev.plimsoll.template.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.testkit.HelmOracle;
import dev.plimsoll.testkit.HelmOracle.Answer;
import dev.plimsoll.values.HelmVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the functions write and read, with and without origins, against the real Helm. */
final class EncodingDifferentialTest {

  private static final HelmVersion EMBEDDED = new HelmVersion(3, 21, 0);

  private static final List<String> WRITING =
      List.of("toYaml", "toYamlPretty", "toJson", "toPrettyJson", "toRawJson", "toToml");

  private static final Calls CALLS = new Calls(families());

  private static List<TemplateFunction> families() {
    List<TemplateFunction> families = new ArrayList<>(YamlFunctions.family(EMBEDDED));
    families.addAll(JsonFunctions.family());
    families.addAll(TomlFunctions.family(EMBEDDED));
    return families;
  }

  @Property(tries = 120, seed = "21")
  void writesWhatHelmWrites(@ForAll("trees") GoMap tree) {
    String values = GoPrinter.text(CALLS.call(PlainContext.untracked(), "toJson", tree));
    StringBuilder template = new StringBuilder();
    for (String function : WRITING) {
      template.append("---\n").append(HelmOracle.probe(function, function + " .Values.tree"));
    }
    String rendered = helm(template.toString(), "{\"tree\": " + values + "}");
    GoMap plain = (GoMap) read("fromJson", TracedText.untracked(values), false);
    GoMap traced = (GoMap) read("fromJson", tracked(values), true);
    for (String function : WRITING) {
      String expected = HelmOracle.probed(rendered, function);
      assertThat(CALLS.text(PlainContext.untracked(), function, plain).text())
          .as(function)
          .isEqualTo(expected);
      assertThat(CALLS.text(PlainContext.tracked(), function, traced).text())
          .as(function + " with origins")
          .isEqualTo(expected);
    }
  }

  @Property(tries = 150, seed = "22")
  void readsWhatHelmReads(@ForAll("texts") Map<String, String> texts) {
    StringBuilder template = new StringBuilder();
    GoMap values = new GoMap(Trace.NONE);
    texts.forEach((function, text) -> {
      template
          .append("---\n")
          .append(HelmOracle.probe(function, function + " .Values." + function + " | toJson"));
      values.put(function, GoString.of(text));
    });
    String json = GoPrinter.text(CALLS.call(PlainContext.untracked(), "toJson", values));
    String rendered = helm(template.toString(), json);
    texts.forEach((function, text) -> {
      String expected = HelmOracle.probed(rendered, function);
      GoValue plain = read(function, TracedText.untracked(text), false);
      assertThat(CALLS.text(PlainContext.untracked(), "toJson", plain).text())
          .as(function + " of " + text)
          .isEqualTo(expected);
      GoValue traced = read(function, tracked(text), true);
      assertThat(CALLS.text(PlainContext.tracked(), "toJson", traced).text()).isEqualTo(expected);
    });
  }

  private static TracedText tracked(String text) {
    return TracedText.verbatim(text, Trace.of(new Source.BuiltIn(".Text")));
  }

  private static GoValue read(String function, TracedText text, boolean tracked) {
    return CALLS.call(
        tracked ? PlainContext.tracked() : PlainContext.untracked(), function, new GoString(text));
  }

  @Provide
  Arbitrary<GoMap> trees() {
    return Arbitraries.randomValue(random -> new TreeGenerator(random).map(4));
  }

  @Provide
  Arbitrary<Map<String, String>> texts() {
    return Arbitraries.randomValue(EncodingDifferentialTest::texts);
  }

  private static Map<String, String> texts(Random random) {
    TreeGenerator generator = new TreeGenerator(random);
    return Map.of(
        "fromYaml", generator.broken(written("toYaml", generator)),
        "fromJson", generator.broken(written("toJson", generator)),
        "fromToml", generator.broken(written("toToml", generator)));
  }

  private static String written(String function, TreeGenerator generator) {
    return CALLS.text(PlainContext.untracked(), function, generator.map(3)).text();
  }

  private static String helm(String template, String values) {
    try {
      Path chart = Files.createTempDirectory("encoding");
      HelmOracle.writeChart(chart, template);
      Files.writeString(chart.resolve("values.yaml"), values);
      Answer answer = HelmOracle.template(chart, List.of(), Map.of());
      try (Stream<Path> paths = Files.walk(chart)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
      return switch (answer) {
        case Answer.Done(String text) -> text;
        case Answer.Refused(String message) -> throw new AssertionError(message);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
