package dev.plimsoll.template.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.HelmOracle;
import dev.plimsoll.testkit.HelmOracle.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Our output and our messages against Helm's, over templates written at random. */
final class HelmDifferentialTest {

  private static final String VALUES = "root:\n" + TemplateGenerator.VALUES.indent(2);

  /** What Helm's command adds to each failure. */
  private static final String ADVICE = "\n\nUse --debug flag to render out invalid YAML";

  @Property(tries = 700, seed = "11")
  void rendersOrFailsAsHelmDoes(@ForAll("templates") String template) {
    String probe =
        HelmOracle.probe("t", "include \"main\" .Values.root")
            + "{{ define \"main\" }}"
            + inner(template)
            + "{{ end }}"
            + definitions(template);
    Answer helm = helm(probe);
    String expected =
        switch (helm) {
          case Answer.Done(String text) -> HelmOracle.probed(text, "t");
          case Answer.Refused(String message) -> "error: " + message.replace(ADVICE, "");
        };
    assertThat(ours(probe, false)).as(template).isEqualTo(expected);
    assertThat(ours(probe, true)).as(template).isEqualTo(expected);
  }

  @Property(tries = 60, seed = "12")
  void formatsAsHelmDoes(@ForAll("formats") List<String> calls) {
    String template =
        calls.stream().map(call -> "{{ " + call + " }}\n").collect(Collectors.joining());
    String probe =
        HelmOracle.probe("t", "include \"main\" .Values.root")
            + "{{ define \"main\" }}"
            + template
            + "{{ end }}";
    Answer helm = helm(probe);
    assertThat(helm).isInstanceOf(Answer.Done.class);
    assertThat(ours(probe, false)).isEqualTo(HelmOracle.probed(((Answer.Done) helm).text(), "t"));
  }

  @Provide
  Arbitrary<String> templates() {
    return Arbitraries.randomValue(random -> new TemplateGenerator(random).template());
  }

  @Provide
  Arbitrary<List<String>> formats() {
    return Arbitraries.randomValue(HelmDifferentialTest::format).list().ofSize(40);
  }

  private static String format(Random random) {
    List<String> flags = List.of("", "", "+", "-", "#", " ", "0", "+#", "-0", "#0");
    List<String> widths = List.of("", "", "5", "10", "*");
    List<String> precisions = List.of("", "", ".", ".0", ".2", ".10", ".*");
    List<String> operands =
        List.of(
            ".text",
            ".number",
            ".float",
            ".large",
            ".yes",
            ".nothing",
            ".list",
            ".map",
            ".wide",
            ".empty",
            "3",
            "-7",
            "65",
            "'é'",
            "1e21",
            "0.000001",
            "\"it's\"",
            "(list)",
            "(dict)",
            "(dict \"a\" (list 1 nil))",
            "(splitList \",\" \"a,b\")",
            "true");
    StringBuilder call = new StringBuilder("printf \"<");
    int verbs = 1 + random.nextInt(2);
    for (int i = 0; i < verbs; i++) {
      call.append('%')
          .append(pick(random, flags))
          .append(pick(random, widths))
          .append(pick(random, precisions))
          .append("vvvsdqxXobceEfFgGtTUz%".charAt(random.nextInt(22)));
    }
    call.append(">\"");
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      call.append(' ').append(pick(random, operands));
    }
    return call.toString();
  }

  private static String pick(Random random, List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A definition cannot stand in another. */
  private static String inner(String template) {
    return template.substring(0, template.indexOf("{{ define"));
  }

  private static String definitions(String template) {
    return template.substring(template.indexOf("{{ define"));
  }

  private static String ours(String template, boolean isTracked) {
    TestRender render = TestRender.of(template).values(VALUES);
    String result = (isTracked ? render.tracked() : render).result();
    if (result.startsWith("error: ")) {
      return result;
    }
    String encoded = result.substring(result.indexOf("probe-t: \"") + 10, result.lastIndexOf('"'));
    return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
  }

  private static Answer helm(String template) {
    try {
      Path chart = Files.createTempDirectory("evaluation");
      try {
        HelmOracle.writeChart(chart, template);
        Files.writeString(chart.resolve("values.yaml"), VALUES);
        return HelmOracle.template(chart, List.of(), Map.of());
      } finally {
        delete(chart);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
