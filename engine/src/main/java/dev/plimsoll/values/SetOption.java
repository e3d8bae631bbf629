package dev.plimsoll.values;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One {@code --set}, {@code --set-json}, {@code --set-string}, {@code --set-file} or {@code
 * --set-literal}.
 */
final class SetOption {

  private final Layer layer;
  private final SetValueReader values;
  private final boolean fourOrLater;

  SetOption(Layer layer, Function<String, FileContent> readFile, HelmVersion version) {
    this.layer = layer;
    this.fourOrLater = version.isAtLeast(4, 0, 0);
    this.values =
        switch (layer.kind()) {
          // JSON has types of its own and never asks.
          case SET, SET_JSON -> SetValueReader.typed();
          case SET_STRING, SET_LITERAL -> SetValueReader.texts();
          case SET_FILE -> SetValueReader.files(readFile);
          case CHART_DEFAULTS, PARENT_CHART, VALUES_FILE ->
              throw new IllegalArgumentException("Not an option: " + layer.kind());
        };
  }

  /**
   * Sets what the option says in {@code merged}.
   *
   * @return the option's values alone
   */
  LayerValues apply(Table merged, DiagnosticSink sink) {
    try {
      return isWholeObject() && fourOrLater ? applyObject(merged) : applyAll(merged, sink);
    } catch (SetFailure failure) {
      sink.report(refused(failure));
      return alone(new Table(whole()));
    }
  }

  private LayerValues applyObject(Table merged) throws SetFailure {
    JsonReader reader = new JsonReader(layer, firstOffset());
    Value value = reader.value(null);
    reader.end();
    if (!(value instanceof MapValue map)) {
      throw new IllegalStateException("An object that is no map");
    }
    UserValues.merge(merged, map);
    return new LayerValues(layer, map, Optional.empty());
  }

  private LayerValues applyAll(Table merged, DiagnosticSink sink) {
    SetParser parser = new SetParser(layer, values, fourOrLater);
    SetApplier applier = new SetApplier(layer);
    SetApplier applierAlone = new SetApplier(layer);
    Table own = new Table(whole());
    try {
      Optional<SetAssignment> next = parser.next();
      while (next.isPresent()) {
        applier.apply(next.get(), merged);
        applyAlone(applierAlone, next.get(), own);
        next = parser.next();
      }
    } catch (SetFailure failure) {
      sink.report(refused(failure));
    }
    LayerValues alone = alone(own);
    if (!alone.root().entries().isEmpty()) {
      sign(merged, alone.root());
    }
    return alone;
  }

  private static void applyAlone(SetApplier applier, SetAssignment assignment, Table own) {
    try {
      applier.apply(assignment, own);
    } catch (SetFailure failure) {
      // Only in the company of other layers does it make sense: `a.=1` needs an `a` to be there.
      return;
    }
  }

  private LayerValues alone(Table own) {
    return new LayerValues(layer, Freezer.freeze(own, whole()), Optional.empty());
  }

  /** Enters the option as the strongest layer of each map and list that it has changed. */
  private static void sign(Node changed, Value own) {
    switch (changed) {
      case Fixed _ -> {}
      case Table table -> {
        if (own instanceof MapValue map) {
          table.addStronger(List.of(map));
          signEntries(table, map);
        }
      }
      case Items items -> {
        if (own instanceof ListValue list) {
          items.addStronger(List.of(list));
          for (int i = 0; i < Math.min(items.nodes().size(), list.items().size()); i++) {
            sign(items.nodes().get(i), list.items().get(i));
          }
        }
      }
    }
  }

  private static void signEntries(Table table, MapValue own) {
    for (Map.Entry<String, Value> entry : own.entries().entrySet()) {
      Node node = table.get(entry.getKey());
      if (node != null) {
        sign(node, entry.getValue());
      }
    }
  }

  private Diagnostic refused(SetFailure failure) {
    String message =
        isWholeObject() && !fourOrLater
            ? "Only Helm 4 takes a whole JSON object here; Helm 3 wants `name=json` and refuses this."
            : failure.text();
    return Diagnostic.of(
        ValuesRules.INVALID_SET_EXPRESSION, layer.file().at(failure.span()), message);
  }

  private boolean isWholeObject() {
    int first = firstOffset();
    String text = layer.file().text();
    return layer.kind() == Layer.Kind.SET_JSON
        && first < text.length()
        && text.charAt(first) == '{';
  }

  private int firstOffset() {
    String text = layer.file().text();
    int first = 0;
    while (first < text.length() && SetScanner.isSpace(text.charAt(first))) {
      first++;
    }
    return first;
  }

  private Origin whole() {
    return new Origin(layer, null, new Span(0, layer.file().text().length()));
  }
}
