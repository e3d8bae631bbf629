package dev.plimsoll.fuzz;

import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.eval.EvaluationFailure;
import dev.plimsoll.template.eval.EvaluationLimits;
import dev.plimsoll.template.eval.EvaluationOptions;
import dev.plimsoll.template.eval.Evaluator;
import dev.plimsoll.template.eval.MissingKey;
import dev.plimsoll.template.eval.TemplateSet;
import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.function.HelmFunctions;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.syntax.TemplateParser;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.template.value.ValuesView;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerReader;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.yaml.YamlParser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

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
        TemplateSet templates = TemplateSet.builder(functions).add(NAME, file).build();
        String plain = render(templates, helm, false);
        requireSame(plain, render(templates, helm, true));
        YamlParser.parse(new SourceFile(NAME, plain))
            .problems()
            .forEach(problem -> requireWithin(problem.span().end(), plain));
      }
    }
  }

  private static String render(TemplateSet templates, HelmVersion helm, boolean isTracked) {
    Random random = new Random(1);
    EvaluationOptions options =
        new EvaluationOptions(
            helm,
            isTracked,
            false,
            MissingKey.ZERO,
            () -> random,
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            () -> ZoneOffset.UTC,
            LIMITS);
    try {
      TracedText text = new Evaluator(templates, options).execute(NAME, data(helm, isTracked));
      return text.text();
    } catch (EvaluationFailure e) {
      return "error: " + e.text();
    }
  }

  private static GoMap data(HelmVersion helm, boolean isTracked) {
    Layer layer = new Layer(Layer.Kind.CHART_DEFAULTS, new SourceFile("values.yaml", VALUES));
    MapValue values = LayerReader.read(YamlParser.parse(layer.file()), layer, helm, _ -> {}).root();
    GoMap release = new GoMap(Trace.NONE);
    release.put("Name", GoString.of("fuzz"));
    GoMap data = new GoMap(Trace.NONE);
    data.put("Values", new ValuesView(isTracked).open(values));
    data.put("Release", release);
    return data;
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
