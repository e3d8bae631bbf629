package dev.plimsoll.fuzz;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.eval.EvaluationLimits;
import dev.plimsoll.template.eval.TemplateSet;
import dev.plimsoll.template.eval.TestRender;
import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.function.HelmFunctions;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.syntax.TemplateParser;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.yaml.YamlParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Any text is a template: it is parsed, evaluated within its bounds by both Helms, with and without
 * origins, and what it writes is read as YAML. Both ways write the same.
 */
public final class TemplateTarget {

  private static final String NAME = "chart/templates/fuzz.yaml";
  private static final List<HelmVersion> HELMS =
      List.of(new HelmVersion(3, 22, 0), new HelmVersion(4, 3, 1));
  private static final EvaluationLimits LIMITS =
      new EvaluationLimits(1 << 20, 3_000, 100_000, Duration.ofSeconds(5));

  private static final String VALUES =
      """
      a: {b: {c: deep, count: 5, nothing: null}}
      text: hello
      number: 42
      float: 1.5
      yes: true
      empty: ""
      nothing: null
      list: [1, two, null, true, {k: v}]
      map: {x: 1, w: two, z: null}
      wide: "h\u00e9llo <w>"
      template: "{{ .text }}!{{ .missing }}"
      """;

  private TemplateTarget() {}

  /** Called by the fuzzer with each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    for (HelmVersion helm : HELMS) {
      FunctionTable functions = HelmFunctions.table(helm);
      TemplateFile file =
          TemplateParser.parse(
              new SourceFile(NAME, text), name -> TemplateSet.isFunction(functions, name));
      file.errors().forEach(error -> requireWithin(error.span().end(), text));
      if (file.errors().isEmpty()) {
        TestRender render = TestRender.of(text).values(VALUES).helm(helm).limits(LIMITS);
        String plain = render.result();
        requireSame(plain, render.tracked().result());
        YamlParser.parse(new SourceFile(NAME, plain))
            .problems()
            .forEach(problem -> requireWithin(problem.span().end(), plain));
      }
    }
  }

  private static void requireWithin(int end, String text) {
    if (end > text.length()) {
      throw new IllegalStateException("A place behind the end: " + end + " of " + text.length());
    }
  }

  private static void requireSame(String plain, String tracked) {
    if (!plain.equals(tracked)) {
      throw new IllegalStateException("Origins change the text: " + plain + " | " + tracked);
    }
  }
}
