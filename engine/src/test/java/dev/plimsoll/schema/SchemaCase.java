package dev.plimsoll.schema;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.ChartScope;
import dev.plimsoll.values.Coalescer;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerReader;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.MergedLayers;
import dev.plimsoll.yaml.YamlParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A chart called {@code shop} with a schema and layers, judged: what tests of this package share.
 */
final class SchemaCase {

  static final String SHOP =
      """
      {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "additionalProperties": false,
        "required": ["image"],
        "properties": {
          "replicaCount": {"type": "integer", "minimum": 1, "description": "How many pods run."},
          "image": {
            "type": "object",
            "required": ["tag"],
            "properties": {
              "tag": {"type": "string", "pattern": "^[0-9.]+$"},
              "pullPolicy": {"enum": ["Always", "IfNotPresent", "Never"]},
              "profile": {"type": "string", "default": "small"}
            }
          },
          "adminPassword": {"type": "string", "minLength": 12},
          "debug": {"type": "boolean"},
          "hosts": {"type": "array", "uniqueItems": true, "items": {"$ref": "#/definitions/host"}},
          "global": {}
        },
        "definitions": {
          "host": {
            "type": "object",
            "required": ["name"],
            "properties": {"name": {"type": "string", "format": "hostname"}}
          }
        }
      }
      """;

  private final SourceFile schema;
  private final List<MapValue> files = new ArrayList<>();
  private HelmVersion version = HelmVersion.NEWEST;
  private String defaults = "{}";

  private SchemaCase(String schema) {
    this.schema = new SourceFile("values.schema.json", schema);
  }

  static SchemaCase schema(String json) {
    return new SchemaCase(json);
  }

  /** A shop whose production has these values. */
  static SchemaCase shop(String values) {
    return schema(SHOP)
        .defaults("image:\n  tag: \"1.0\"\n")
        .file("environments/prod/values.yaml", values);
  }

  /** The chart's own {@code values.yaml}. */
  SchemaCase defaults(String yaml) {
    defaults = yaml;
    return this;
  }

  /** The next {@code -f} file, stronger than those before. */
  SchemaCase file(String path, String yaml) {
    files.add(read(Layer.Kind.VALUES_FILE, path, yaml));
    return this;
  }

  SchemaCase helm(String text) {
    version = HelmVersion.parse(text).orElseThrow();
    return this;
  }

  SchemaVerdict judge() {
    return new ValuesSchemaValidator()
        .validate(new SchemaScope("shop", Optional.of(schema), List.of()), values());
  }

  MapValue values() {
    MapValue own = read(Layer.Kind.CHART_DEFAULTS, "values.yaml", defaults);
    MapValue user = MergedLayers.of(files);
    return new Coalescer(version)
        .coalesce(new ChartScope("shop", own, List.of()), user, SchemaCase::unexpected)
        .values();
  }

  /** Each diagnostic as {@code file:line:column-line:column rule message}. */
  List<String> lines() {
    return judge().diagnostics().stream().map(SchemaCase::line).toList();
  }

  /** The messages alone. */
  List<String> messages() {
    return judge().diagnostics().stream().map(Diagnostic::message).toList();
  }

  static String line(Diagnostic diagnostic) {
    return "%s-%s %s %s"
        .formatted(
            diagnostic.location(),
            diagnostic.location().range().end(),
            diagnostic.rule(),
            diagnostic.message());
  }

  /** The text of a file after a fix. */
  static String applied(Fix fix) {
    SourceFile file = fix.edits().getFirst().location().file();
    String text = file.text();
    List<TextEdit> edits =
        fix.edits().stream()
            .filter(edit -> edit.location().file() == file)
            .sorted(Comparator.comparing(TextEdit::location).reversed())
            .toList();
    for (TextEdit edit : edits) {
      int start = edit.location().span().start();
      int end = edit.location().span().end();
      text = text.substring(0, start) + edit.newText() + text.substring(end);
    }
    return text;
  }

  private MapValue read(Layer.Kind kind, String path, String yaml) {
    Layer layer = new Layer(kind, new SourceFile(path, yaml));
    return LayerReader.read(YamlParser.parse(layer.file()), layer, version, SchemaCase::unexpected)
        .root();
  }

  private static void unexpected(Diagnostic diagnostic) {
    throw new AssertionError(line(diagnostic));
  }
}
