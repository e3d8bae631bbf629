package dev.plimsoll.schema;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges coalesced values by the schema of every chart of a tree, as Helm's {@code
 * ValidateAgainstSchema} does: each chart's schema sees that chart's subtree, globals included. A
 * schema is read once for each {@link SourceFile}. Thread-safe.
 */
public final class ValuesSchemaValidator {

  /** How many diagnostics one chart may have; one more says how many were left out. */
  static final int MAX_DIAGNOSTICS = 200;

  private static final int MAX_CACHED = 2_000;
  private static final int MAX_DEPTH = 200;

  private final Map<SourceFile, ValuesSchema> schemas = new ConcurrentHashMap<>();

  /** The schema in {@code file}, read once. */
  public ValuesSchema schema(SourceFile file) {
    if (schemas.size() > MAX_CACHED) {
      // An editor makes a new file with every keystroke; a rare fresh start costs nothing.
      schemas.clear();
    }
    return schemas.computeIfAbsent(file, ValuesSchema::of);
  }

  /**
   * Judges the values of a release.
   *
   * @param chart the top chart with its enabled subcharts
   * @param values what the top chart's templates see
   */
  public SchemaVerdict validate(SchemaScope chart, MapValue values) {
    Judgement judgement = new Judgement(values);
    judgement.judge(chart, ValuePath.ROOT, values);
    return new SchemaVerdict(judgement.diagnostics, judgement.notChecked);
  }

  /** One run over a chart tree. */
  private final class Judgement {

    private final MapValue root;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<NotChecked> notChecked = new ArrayList<>();

    Judgement(MapValue root) {
      this.root = root;
    }

    void judge(SchemaScope chart, ValuePath path, MapValue values) {
      chart.schema().ifPresent(file -> judgeBySchema(chart, file, path, values));
      for (SchemaScope dependency : chart.dependencies()) {
        Value subtree = values.entries().get(dependency.name());
        // Anything but a map was refused while the values were coalesced.
        if (subtree instanceof MapValue map) {
          judge(dependency, path.key(dependency.name()), map);
        }
      }
    }

    private void judgeBySchema(
        SchemaScope chart, SourceFile file, ValuePath path, MapValue values) {
      ValuesSchema schema = schema(file);
      diagnostics.addAll(schema.problems());
      notChecked.addAll(schema.notChecked());
      if (!schema.isUsable()) {
        return;
      }
      if (depth(values) > MAX_DEPTH) {
        notChecked.add(
            new NotChecked(
                "The values of chart `"
                    + Words.bounded(chart.name())
                    + "` were not checked against its schema, because they nest deeper than "
                    + MAX_DEPTH
                    + " levels, which is the limit.",
                file.start(),
                List.of()));
        return;
      }
      try {
        report(chart, schema, path, BranchChooser.choose(schema.evaluate(values)));
      } catch (BoundedExecution.TooMuchWork tooMuch) {
        notChecked.add(
            new NotChecked(
                "The values of chart `"
                    + Words.bounded(chart.name())
                    + "` were not checked against its schema, because its alternatives multiply"
                    + " beyond the limit of work.",
                file.start(),
                List.of()));
      }
    }

    private void report(
        SchemaScope chart, ValuesSchema schema, ValuePath path, List<Violation> violations) {
      ViolationDiagnostics words = new ViolationDiagnostics(root, path, schema, chart.name());
      int shown = Math.min(violations.size(), MAX_DIAGNOSTICS);
      for (Violation violation : violations.subList(0, shown)) {
        diagnostics.add(words.diagnostic(violation));
      }
      if (violations.size() > shown) {
        Location schemaStart = schema.file().at(Span.at(0));
        diagnostics.add(
            Diagnostic.of(
                SchemaRules.VIOLATION,
                schemaStart,
                (violations.size() - shown)
                    + " more violations of the schema of chart `"
                    + Words.bounded(chart.name())
                    + "` are not shown."));
      }
    }
  }

  private static int depth(Value value) {
    return switch (value) {
      case MapValue map -> 1 + deepest(map.entries().values());
      case ListValue list -> 1 + deepest(list.items());
      case ScalarValue scalar -> 1;
    };
  }

  private static int deepest(Iterable<Value> values) {
    int deepest = 0;
    for (Value value : values) {
      deepest = Math.max(deepest, depth(value));
    }
    return deepest;
  }
}
