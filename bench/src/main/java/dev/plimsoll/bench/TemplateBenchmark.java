package dev.plimsoll.bench;

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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One deployment with its helpers: to read its templates, and to evaluate them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TemplateBenchmark {

  private static final HelmVersion HELM = HelmVersion.NEWEST;
  private static final String TEMPLATE = "web/templates/deployment.yaml";

  private final FunctionTable functions = HelmFunctions.table(HELM);
  private String helpers = "";
  private String deployment = "";
  private MapValue values = emptyMap();
  private TemplateSet templates = TemplateSet.builder(functions).build();

  /** Reads the files. */
  @Setup
  public void read() throws IOException {
    helpers = resource("_helpers.tpl");
    deployment = resource("deployment.yaml");
    values = values(resource("values.yaml"));
    templates = parse();
  }

  /** From the text of the templates to something that can be executed. */
  @Benchmark
  public TemplateSet parse() {
    return TemplateSet.builder(functions)
        .add("web/templates/_helpers.tpl", parse("web/templates/_helpers.tpl", helpers))
        .add(TEMPLATE, parse(TEMPLATE, deployment))
        .build();
  }

  /** One render without origins. */
  @Benchmark
  public TracedText plain() throws EvaluationFailure {
    return evaluate(false);
  }

  /** One render with origins. */
  @Benchmark
  public TracedText tracked() throws EvaluationFailure {
    return evaluate(true);
  }

  private TracedText evaluate(boolean isTracked) throws EvaluationFailure {
    EvaluationOptions options =
        new EvaluationOptions(
            HELM,
            isTracked,
            false,
            MissingKey.ZERO,
            () -> new Random(1),
            Clock.systemUTC(),
            () -> ZoneOffset.UTC,
            EvaluationLimits.DEFAULT);
    return new Evaluator(templates, options).execute(TEMPLATE, data(isTracked));
  }

  private GoMap data(boolean isTracked) {
    GoMap chart = new GoMap(Trace.NONE);
    chart.put("Name", GoString.of("web"));
    chart.put("Version", GoString.of("0.1.0+1"));
    chart.put("AppVersion", GoString.of("1.24"));
    GoMap release = new GoMap(Trace.NONE);
    release.put("Name", GoString.of("shop"));
    release.put("Service", GoString.of("Helm"));
    GoMap data = new GoMap(Trace.NONE);
    data.put("Values", new ValuesView(isTracked).open(values));
    data.put("Chart", chart);
    data.put("Release", release);
    return data;
  }

  private TemplateFile parse(String name, String text) {
    return TemplateParser.parse(
        new SourceFile(name, text), function -> TemplateSet.isFunction(functions, function));
  }

  private static MapValue values(String text) {
    Layer layer = new Layer(Layer.Kind.CHART_DEFAULTS, new SourceFile("values.yaml", text));
    return LayerReader.read(YamlParser.parse(layer.file()), layer, HELM, _ -> {}).root();
  }

  private static MapValue emptyMap() {
    return values("{}");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TemplateBenchmark.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
