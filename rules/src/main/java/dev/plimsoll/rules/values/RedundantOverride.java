package dev.plimsoll.rules.values;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.Remembered;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rules.estate.EstateShelf;
import dev.plimsoll.rules.estate.LayerStack;
import dev.plimsoll.rules.estate.OverrideWalk;
import dev.plimsoll.rules.estate.SopsFile;
import dev.plimsoll.schema.EntryDeletion;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An override that changes nothing, in any release that uses the file.
 *
 * <p>Environments that spell a setting out beside each other are left alone: where a sibling of the
 * release sets the same key to something else, the equal one is a decision too.
 */
public final class RedundantOverride implements Rule {

  private static final RuleId ID = new RuleId("redundant-override");

  private final EstateShelf shelf;
  private final Remembered<List<LayerStack.Key>, List<Found>> known = new Remembered<>();

  /**
   * @param shelf shared by the rules that look at the same estate
   */
  public RedundantOverride(EstateShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public synchronized void check(RuleContext context, DiagnosticSink sink) {
    known.nextAnalysis();
    List<LayerStack> stacks = shelf.stacks(context.estate());
    Verdict verdict = new Verdict(stacks);
    byRelease(stacks)
        .forEach(siblings ->
            known
                .of(
                    siblings.stream().map(LayerStack::key).toList(),
                    () -> new Search(siblings).run())
                .forEach(verdict::add));
    verdict.reportTo(sink);
  }

  /** The stacks of each release, which are siblings of each other. */
  private static Collection<List<LayerStack>> byRelease(List<LayerStack> stacks) {
    Map<String, List<LayerStack>> byRelease = new LinkedHashMap<>();
    for (LayerStack stack : stacks) {
      byRelease
          .computeIfAbsent(stack.release().cell().release(), _ -> new ArrayList<>())
          .add(stack);
    }
    return byRelease.values();
  }

  /**
   * A key of a file that changes nothing in a stack.
   *
   * @param parent of the map that the key is in; null at the top
   * @param cells of the stack
   */
  private record Found(Value written, Value below, @Nullable Origin parent, List<Affected> cells) {}

  /** Looks at the stacks of one release. */
  private static final class Search {

    private final List<LayerStack> siblings;
    private final List<Found> found = new ArrayList<>();

    Search(List<LayerStack> siblings) {
      this.siblings = siblings;
    }

    List<Found> run() {
      for (LayerStack stack : siblings) {
        for (LayerValues layer : stack.files()) {
          MapValue effective = stack.release().effective().values();
          map(stack, layer, ValuePath.ROOT, layer.root(), effective, null);
        }
      }
      return List.copyOf(found);
    }

    /** Whether every entry of a map changes nothing. */
    private boolean map(
        LayerStack stack,
        LayerValues layer,
        ValuePath path,
        MapValue written,
        MapValue effective,
        @Nullable Origin parent) {
      boolean all = true;
      for (Map.Entry<String, Value> entry : written.entries().entrySet()) {
        Value value = entry.getValue();
        List<Value> below = LayerStack.below(effective, entry.getKey(), value);
        ValuePath inner = path.key(entry.getKey());
        boolean isSame =
            OverrideWalk.isWrittenIn(written, value)
                && (value instanceof MapValue map
                    ? effective.get(entry.getKey()).orElse(null) instanceof MapValue deeper
                        && map(stack, layer, inner, map, deeper, value.origin())
                        && !below.isEmpty()
                        && below.getFirst() instanceof MapValue
                    : !below.isEmpty()
                        && !SopsFile.isEncrypted(value.origin())
                        && Content.of(value).equals(Content.of(below.getFirst()))
                        && !differsInSibling(stack, layer, inner, value));
        if (isSame) {
          found.add(new Found(value, below.getFirst(), parent, stack.cells()));
        }
        all &= isSame;
      }
      return all;
    }

    private boolean differsInSibling(
        LayerStack stack, LayerValues layer, ValuePath path, Value value) {
      Content content = Content.of(value);
      for (LayerStack sibling : siblings) {
        for (LayerValues other : sibling.files()) {
          boolean differs =
              other.layer().file() != layer.layer().file()
                  && !stack.files().contains(other)
                  && path.in(other.root())
                      .map(Content::of)
                      .filter(it -> !it.equals(content))
                      .isPresent();
          if (differs) {
            return true;
          }
        }
      }
      return false;
    }
  }

  /** A key of a file that changes nothing, as far as has been looked. */
  private static final class Entry {

    final Value written;
    final Value below;
    final @Nullable Origin parent;
    final List<Affected> cells = new ArrayList<>();
    int stacks;

    Entry(Found first) {
      this.written = first.written();
      this.below = first.below();
      this.parent = first.parent();
    }
  }

  /** What is to be said of a file, once all its users have been asked. */
  private static final class Verdict {

    private final Map<SourceFile, Integer> users = new HashMap<>();
    private final Map<Origin, Entry> redundant = new LinkedHashMap<>();

    Verdict(List<LayerStack> stacks) {
      for (LayerStack stack : stacks) {
        for (LayerValues layer : stack.files()) {
          users.merge(layer.layer().file(), 1, Integer::sum);
        }
      }
    }

    void add(Found found) {
      Entry entry = redundant.computeIfAbsent(found.written().origin(), _ -> new Entry(found));
      entry.stacks++;
      entry.cells.addAll(found.cells());
    }

    void reportTo(DiagnosticSink sink) {
      redundant.forEach((_, entry) -> report(entry, sink));
    }

    private void report(Entry entry, DiagnosticSink sink) {
      if (!isRedundantEverywhere(entry)) {
        return;
      }
      Entry outer = entry.parent == null ? null : redundant.get(entry.parent);
      if (outer != null && isRedundantEverywhere(outer)) {
        return;
      }
      boolean isEmptyMap = entry.written instanceof MapValue map && map.entries().isEmpty();
      String message =
          isEmptyMap && entry.below instanceof MapValue below && !below.entries().isEmpty()
              ? "An empty map changes nothing: Helm merges it with what is below."
              : "This is what the layer below says already, so it changes nothing.";
      Location place = place(entry.written);
      Diagnostic diagnostic =
          Diagnostic.of(ID, place, message)
              .withRelated(
                  RelatedLocation.Role.OVERRIDDEN_LAYER,
                  entry.below.origin().keyLocation(),
                  "This is the value without the line above.")
              .withAffects(entry.cells);
      diagnostic =
          EntryDeletion.of(entry.written.origin())
              .map(edit -> new Fix("Delete the override", Fix.Applicability.SAFE, List.of(edit)))
              .map(diagnostic::withFix)
              .orElse(diagnostic);
      sink.report(diagnostic);
    }

    /** The value; of a map with several the key, because all of them go together. */
    private static Location place(Value written) {
      Value value = written;
      while (value instanceof MapValue map && map.entries().size() == 1) {
        value = map.entries().values().iterator().next();
      }
      boolean isSeveral = value instanceof MapValue map && !map.entries().isEmpty();
      return isSeveral ? value.origin().keyLocation() : value.origin().location();
    }

    private boolean isRedundantEverywhere(Entry entry) {
      SourceFile file = entry.written.origin().layer().file();
      return entry.stacks == users.getOrDefault(file, 0);
    }
  }
}
