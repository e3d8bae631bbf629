package dev.plimsoll.schema;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.MapValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chart's {@code values.schema.json}, read and linked once. Immutable and thread-safe. */
public final class ValuesSchema {

  private final SchemaDocument document;
  private final SchemaKnowledge knowledge;
  private volatile @Nullable CanonicalEvaluator evaluator;

  private ValuesSchema(SchemaDocument document) {
    this.document = document;
    this.knowledge = SchemaKnowledge.of(document);
  }

  /** Reads a schema; what is wrong with it is in {@link #problems()}. */
  public static ValuesSchema of(SourceFile file) {
    return new ValuesSchema(SchemaDocument.of(file));
  }

  public SourceFile file() {
    return document.file();
  }

  /** Why Helm refuses the schema; empty if it does not. Values cannot be judged otherwise. */
  public List<Diagnostic> problems() {
    return List.copyOf(document.problems());
  }

  /** Parts of the schema that lie elsewhere and were not fetched. */
  public List<NotChecked> notChecked() {
    return List.copyOf(document.notChecked());
  }

  /** The keys that the schema knows; nothing for a schema that cannot be used. */
  public SchemaKnowledge knowledge() {
    return knowledge;
  }

  /** Whether values can be judged at all. */
  boolean isUsable() {
    return document.isUsable();
  }

  SchemaDocument document() {
    return document;
  }

  List<Violation> evaluate(MapValue values) {
    CanonicalEvaluator ready = evaluator;
    if (ready == null) {
      // Two threads may both build it; either result serves.
      ready = new CanonicalEvaluator(document.rootNode());
      evaluator = ready;
    }
    return ready.evaluate(values);
  }
}
