package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Charts that Helm refuses to render, one mistake each: what a person reads about it. */
final class BrokenTemplatesTest {

  private static final Path CHARTS =
      Path.of(System.getProperty("plimsoll.root"), "fixtures/broken-templates");

  /**
   * A mistake.
   *
   * @param at where it must be found, below the chart
   * @param says a part of the message
   * @param related lines below the message: values, calls, rendered lines
   * @param helm a part of what Helm says, which people search for; empty if Helm crashes
   */
  record Mistake(String chart, String at, String says, List<String> related, String helm) {

    @Override
    public String toString() {
      return chart;
    }
  }

  static Stream<Mistake> mistakes() {
    return Stream.of(
        new Mistake(
            "bad-indent",
            "templates/pod.yaml:9:18",
            "`nindent` begins a new one.",
            List.of(
                "templates/pod.yaml:8:7: This wrote the line before it: `      image: shop`",
                "templates/pod.yaml:9:7: This wrote the line that is wrong: `      resources:         limits:`",
                "values.yaml:1:1: The value in it is set here."),
            "error converting YAML to JSON: yaml: line 9: mapping values are not allowed in this context"),
        new Mistake(
            "rendered-yaml",
            "templates/configmap.yaml:7:9",
            "put the value in quotes if it is text",
            List.of(
                "templates/configmap.yaml:7:3: This wrote the line that is wrong: `  motd: Sale today: 20 % off`",
                "prod.yaml:1:18: The value in it is set here."),
            "YAML parse error on rendered-yaml/templates/configmap.yaml: error converting YAML to JSON: yaml: line 6: mapping values are not allowed in this context"),
        new Mistake(
            "unknown-function",
            "templates/configmap.yaml:6:27",
            "Helm has no function `toUpper`; did you mean `upper`?",
            List.of(),
            "parse error at (unknown-function/templates/configmap.yaml:6): function \"toUpper\" not defined"),
        new Mistake(
            "missing-template",
            "templates/configmap.yaml:6:9",
            "did you mean `missing-template.labels`?",
            List.of(),
            "template: no template \"missing-template.lables\" associated with template \"gotpl\""),
        new Mistake(
            "missing-value",
            "templates/configmap.yaml:6:44",
            "`image.build` is not set, so the template cannot read `tag` of it",
            List.of("values.yaml:1:1: No layer sets `build` in `image`, which is here."),
            "nil pointer evaluating interface {}.tag"),
        new Mistake(
            "nil-pointer",
            "templates/_helpers.tpl:2:35",
            "`image.build` is null, so the template cannot read `tag` of it",
            List.of(
                "prod.yaml:2:3: This null removes `build`.",
                "templates/_helpers.tpl:7:13: The template is called here.",
                "templates/pod.yaml:7:9: The template is called here."),
            "nil pointer evaluating interface {}.tag"),
        new Mistake(
            "fail",
            "templates/configmap.yaml:2:5",
            "The chart refuses these values: database.kind must be postgres or mysql",
            List.of("prod.yaml:2:3: The value `database.kind` leads there and is set here."),
            "execution error at (fail/templates/configmap.yaml:2:4): database.kind must be"),
        new Mistake(
            "required",
            "templates/configmap.yaml:6:12",
            "requires a value that is not set: ingress.host is needed for links in e-mails",
            List.of("values.yaml:2:3: The value `ingress.host` is empty here."),
            "execution error at (required/templates/configmap.yaml:6:11): ingress.host is needed"),
        new Mistake(
            "include-recursion",
            "templates/_helpers.tpl:2:4",
            "The template `include-recursion.name` includes itself without end",
            List.of(
                "templates/_helpers.tpl:2:4: The template is called here, 1000 times over.",
                "templates/configmap.yaml:4:12: The template is called here."),
            "nested reference name: include-recursion.name"),
        new Mistake(
            "tpl-recursion",
            "values.yaml:1:36",
            "it calls itself without end, at which Helm itself crashes",
            List.of("templates/configmap.yaml:6:16: The template is called here."),
            ""),
        new Mistake(
            "wrong-type",
            "templates/configmap.yaml:6:22",
            "`range` goes through a list or a map, and this is neither",
            List.of("prod.yaml:1:1: The value `hosts` is set here."),
            "range can't iterate over shop.example"),
        new Mistake(
            "wrong-argument",
            "templates/configmap.yaml:6:43",
            "The template needs a map here and gets a list",
            List.of("prod.yaml:1:1: The value `annotations` is set here."),
            "wrong type for value; expected map[string]interface {}; got []interface {}"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void checkSaysItOnce(Mistake mistake) {
    CliRun run = check(mistake.chart());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertSaidOnce(run.out(), mistake);
    assertThat(run.out())
        .endsWith("\n1 error in 1 release × 1 environment (0 of 1 cell rendered)\n");
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void renderSaysItOnceAndQuotesHelm(Mistake mistake) {
    CliRun run = render(mistake.chart());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertSaidOnce(run.err(), mistake);
    if (!mistake.helm().isEmpty()) {
      assertThat(run.err()).contains("\nplimsoll: Helm 4.3.1 says:\nError: ", mistake.helm());
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void theJsonIsWhatTheSchemaSays(String chart) throws IOException {
    CliRun run = CliRun.in(CHARTS, arguments("check", chart, "--format", "json"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(CheckSchemaTest.judged(run.out())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void theWholeTextIsAsSomebodyReadIt(String chart) {
    GoldenFile.verify(
        CHARTS.resolve("expected/" + chart + ".txt"),
        "$ plimsoll check %s\n%s\n$ plimsoll render web %s\n%s"
            .formatted(chart, check(chart).out(), chart, render(chart).err()));
  }

  @Test
  void everySyntaxErrorOfAFileIsSaid() {
    CliRun run = check("syntax-errors");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .containsSubsequence(
            "an action ends with `}}`",
            "syntax-errors/templates/configmap.yaml:4:26",
            "this block has no `{{ end }}`",
            "syntax-errors/templates/configmap.yaml:6:5",
            "unexpected \"|\" in command",
            "syntax-errors/templates/configmap.yaml:9:35",
            "3 errors in 1 release");
  }

  @Test
  void everyChartIsTested() throws IOException {
    List<String> tested = new ArrayList<>(mistakes().map(Mistake::chart).toList());
    tested.add("syntax-errors");
    assertThat(charts()).containsExactlyInAnyOrderElementsOf(tested);
  }

  static List<String> charts() throws IOException {
    try (Stream<Path> folders = Files.list(CHARTS)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("Chart.yaml")))
          .map(folder -> folder.getFileName().toString())
          .toList();
    }
  }

  private static void assertSaidOnce(String text, Mistake mistake) {
    assertThat(text)
        .containsOnlyOnce("error[")
        .doesNotContain("warning[", "info[", "\tat ", "Exception")
        .contains(mistake.says(), "--> " + mistake.chart() + "/" + mistake.at() + "\n");
    for (String related : mistake.related()) {
      assertThat(text).contains("= " + mistake.chart() + "/" + related);
    }
  }

  private static CliRun check(String chart) {
    return CliRun.in(CHARTS, arguments("check", chart));
  }

  private static CliRun render(String chart) {
    return CliRun.in(CHARTS, arguments("render", "web", chart));
  }

  /** With the values of the chart's {@code prod.yaml}, if it has one. */
  private static String[] arguments(String... start) {
    List<String> arguments = new ArrayList<>(List.of(start));
    String chart = start[0].equals("render") ? start[2] : start[1];
    if (Files.exists(CHARTS.resolve(chart + "/prod.yaml"))) {
      arguments.addAll(List.of("-f", chart + "/prod.yaml"));
    }
    return arguments.toArray(String[]::new);
  }
}
