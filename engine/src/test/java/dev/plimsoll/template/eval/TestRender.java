package dev.plimsoll.template.eval;

import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.function.HelmFunctions;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.syntax.TemplateParser;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.template.value.ValuesView;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerReader;
import dev.plimsoll.yaml.YamlParser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Renders templates of a chart called {@code oracle}, as Helm would, without reading a chart. */
public final class TestRender {

  /** The only template, unless others are added. */
  static final String PROBE = "oracle/templates/probe.yaml";

  static final HelmVersion HELM_3 = new HelmVersion(3, 21, 0);
  static final HelmVersion HELM_4 = new HelmVersion(4, 3, 1);

  private final Map<String, String> templates = new LinkedHashMap<>();
  private String values = "{}";
  private HelmVersion helm = HELM_3;
  private boolean isTracked;
  private MissingKey missingKey = MissingKey.ZERO;
  private EvaluationLimits limits =
      new EvaluationLimits(16 << 20, 50_000, 10_000_000, Duration.ofSeconds(20));

  /** A chart with one template. */
  public static TestRender of(String template) {
    return new TestRender().add(PROBE, template);
  }

  TestRender add(String name, String template) {
    templates.put(name, template);
    return this;
  }

  /** With these values instead of none. */
  public TestRender values(String yaml) {
    values = yaml;
    return this;
  }

  /** By this Helm instead of 3.21. */
  public TestRender helm(HelmVersion version) {
    helm = version;
    return this;
  }

  /** With origins. */
  public TestRender tracked() {
    isTracked = true;
    return this;
  }

  TestRender missingKey(MissingKey mode) {
    missingKey = mode;
    return this;
  }

  /** Within these bounds. */
  public TestRender limits(EvaluationLimits bounds) {
    limits = bounds;
    return this;
  }

  TemplateSet set() {
    FunctionTable functions = HelmFunctions.table(helm);
    TemplateSet.Builder builder = TemplateSet.builder(functions);
    templates.forEach((name, text) -> builder.add(name, parse(name, text, functions)));
    return builder.build();
  }

  private static TemplateFile parse(String name, String text, FunctionTable functions) {
    TemplateFile file =
        TemplateParser.parse(
            new SourceFile(name, text), called -> TemplateSet.isFunction(functions, called));
    if (!file.errors().isEmpty()) {
      throw new IllegalArgumentException(file.errors().getFirst().message() + " in " + text);
    }
    return file;
  }

  Evaluator evaluator() {
    return new Evaluator(set(), options());
  }

  private EvaluationOptions options() {
    Random random = new Random(1);
    return new EvaluationOptions(
        helm,
        isTracked,
        false,
        missingKey,
        () -> random,
        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
        () -> ZoneOffset.UTC,
        limits);
  }

  /** What templates see. */
  GoMap data() {
    Layer layer = new Layer(Layer.Kind.CHART_DEFAULTS, new SourceFile("values.yaml", values));
    GoMap opened =
        new ValuesView(isTracked)
            .open(LayerReader.read(YamlParser.parse(layer.file()), layer, helm, _ -> {}).root());
    String type = helm.major() >= 4 ? "common.Values" : "chartutil.Values";
    Map<String, GoValue> entries = new HashMap<>();
    GoMap data = new GoMap(entries, type, Trace.NONE, _ -> Trace.NONE);
    data.put("Values", opened);
    GoMap release = new GoMap(Trace.NONE);
    release.put("Name", GoString.of("oracle"));
    data.put("Release", release);
    return data;
  }

  /** The output of the probe as Helm shows it. */
  TracedText traced() throws EvaluationFailure {
    return NoValue.remove(evaluator().execute(PROBE, data()));
  }

  /** The output of the probe, or the message of its failure. */
  public String result() {
    try {
      return traced().text();
    } catch (EvaluationFailure e) {
      return "error: " + e.text();
    }
  }

  EvaluationFailure failure() {
    try {
      throw new AssertionError("No failure, but: " + traced().text());
    } catch (EvaluationFailure e) {
      return e;
    }
  }
}
