package dev.plimsoll.template.function;

import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerReader;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of a template read as YAML ({@code sigs.k8s.io/yaml.Unmarshal}): the first document, every
 * number a {@code float64}. What is read keeps the origin of its characters.
 */
final class YamlReading {

  /** The first document alone counts, as with Helm 3's values files. */
  private static final HelmVersion FIRST_DOCUMENT = new HelmVersion(3, 0, 0);

  private static final long COST_OF_NODE = 32;

  private final TracedText text;
  private final FunctionContext context;
  private final YamlFile file;

  YamlReading(TracedText text, FunctionContext context) {
    this.text = text;
    this.context = context;
    context.charge(text.length());
    this.file = YamlParser.parse(new SourceFile("", text.text()));
  }

  /** Go's error for a text that is no YAML; null for one that is. */
  @Nullable String error() {
    List<YamlProblem> problems = LayerReader.refusedFor(file, FIRST_DOCUMENT);
    for (YamlProblem problem : problems) {
      if (problem.kind() != YamlProblem.Kind.IGNORED) {
        return YamlRefusal.of(file)
            .orElseGet(() -> "error converting YAML to JSON: yaml: " + problem.message());
      }
    }
    return null;
  }

  /** What the text says; nil for one without content. */
  GoValue value() {
    return LayerReader.first(file, new Layer(Layer.Kind.VALUES_FILE, file.source()))
        .map(this::convert)
        .orElseGet(() -> new GoNil(text.trace()));
  }

  private GoValue convert(Value value) {
    context.charge(COST_OF_NODE);
    Trace trace = trace(value.origin().span());
    return switch (value) {
      case ScalarValue scalar -> scalar(scalar, trace);
      case ListValue list -> {
        List<GoValue> items = new ArrayList<>(list.items().size());
        list.items().forEach(item -> items.add(convert(item)));
        yield new GoList(items, trace);
      }
      case MapValue map -> {
        GoMap read = new GoMap(trace);
        map.entries().forEach((key, entry) -> read.put(key(key, entry), convert(entry)));
        yield read;
      }
    };
  }

  private GoValue scalar(ScalarValue scalar, Trace trace) {
    return switch (scalar.content()) {
      case GoScalar.Nil _ -> new GoNil(trace);
      case GoScalar.Bool(boolean value) -> new GoBool(value, trace);
      case GoScalar.Int64(long value) -> GoInt.int64(value, trace);
      case GoScalar.Float64(double value) -> new GoFloat(value, trace);
      case GoScalar.Text(String value) -> new GoString(text(value, scalar.origin().span(), trace));
    };
  }

  /** The characters of a text scalar: copied where the text has them as they are. */
  private TracedText text(String value, Span span, Trace trace) {
    if (!text.isTracked()) {
      return TracedText.untracked(value);
    }
    int quote = span.length() - value.length() == 2 ? 1 : 0;
    boolean asWritten =
        span.length() - 2 * quote == value.length()
            && text.text().startsWith(value, span.start() + quote);
    return asWritten
        ? text.substring(span.start() + quote, span.end() - quote)
        : TracedText.computed(value, trace);
  }

  private Trace trace(Span span) {
    return text.isTracked() ? text.substring(span.start(), span.end()).trace() : Trace.NONE;
  }

  private TracedText key(String key, Value value) {
    Span span = value.origin().keySpan();
    return span == null || !text.isTracked()
        ? TracedText.untracked(key)
        : text(key, span, trace(span));
  }

  /**
   * Go's error for a document of the wrong type.
   *
   * @param wanted the Go type
   * @return null for nil, which Go takes for an empty one
   */
  static @Nullable String typeError(GoValue value, String wanted) {
    String kind =
        switch (value) {
          case GoNil _ -> null;
          case GoBool _ -> "bool";
          case GoFloat _ -> "number";
          case GoString _ -> "string";
          case GoList _ -> "array";
          case GoMap _ -> "object";
          default -> throw new GoFailure("not read from YAML: " + value.typeName());
        };
    return kind == null
        ? null
        : "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal "
            + kind
            + " into Go value of type "
            + wanted;
  }
}
