package dev.plimsoll.render.comparison;

import dev.plimsoll.render.HelmOutput;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.render.PrintOptions;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.template.value.TracedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two renders of one release, by different versions of Helm, held side by side.
 *
 * @param sameBytes whether {@code helm template} prints the same
 * @param changes the objects whose data differs, in the order of the installation
 * @param rewordings documents whose text differs and whose data does not, those without an object
 *     included
 * @param reordered whether the objects are installed in another order
 */
public record ChartComparison(
    boolean sameBytes, List<ObjectChange> changes, int rewordings, boolean reordered) {

  public ChartComparison {
    changes = List.copyOf(changes);
  }

  /** Compares what the one Helm renders with what the other does. */
  public static ChartComparison of(RenderedChart before, RenderedChart after) {
    Map<Key, Manifest> old = keyed(before);
    Map<Key, Manifest> now = keyed(after);
    List<ObjectChange> changes = new ArrayList<>();
    int rewordings = Math.abs(withoutObject(before) - withoutObject(after));
    for (Map.Entry<Key, Manifest> entry : now.entrySet()) {
      Manifest was = old.get(entry.getKey());
      Manifest is = entry.getValue();
      if (was == null) {
        changes.add(oneSided(entry.getKey(), is, ObjectChange.Effect.CREATES));
        continue;
      }
      List<FieldChange> fields = new ObjectDiff(was, is).changes();
      if (!fields.isEmpty()) {
        changes.add(UpgradeEffect.of(entry.getKey().id(), is, fields));
      } else if (!was.content().text().equals(is.content().text())) {
        rewordings++;
      }
    }
    for (Map.Entry<Key, Manifest> entry : old.entrySet()) {
      if (!now.containsKey(entry.getKey())) {
        changes.add(oneSided(entry.getKey(), entry.getValue(), ObjectChange.Effect.DELETES));
      }
    }
    boolean same = text(before).equals(text(after));
    return new ChartComparison(same, changes, same ? 0 : rewordings, isReordered(old, now));
  }

  private static ObjectChange oneSided(Key key, Manifest manifest, ObjectChange.Effect effect) {
    return new ObjectChange(
        key.id(), manifest.hook().isPresent(), effect, UpgradeEffect.pods(manifest), List.of());
  }

  private static String text(RenderedChart chart) {
    return HelmOutput.of(chart, PrintOptions.DEFAULT).map(TracedText::text).orElse("");
  }

  private static int withoutObject(RenderedChart chart) {
    return chart.manifests().size() + chart.hooks().size() - chart.objects().size();
  }

  private static boolean isReordered(Map<Key, Manifest> old, Map<Key, Manifest> now) {
    List<Key> one = new ArrayList<>(old.keySet());
    List<Key> other = new ArrayList<>(now.keySet());
    one.retainAll(now.keySet());
    other.retainAll(old.keySet());
    return !one.equals(other);
  }

  private static Map<Key, Manifest> keyed(RenderedChart chart) {
    Map<Key, Manifest> keyed = new LinkedHashMap<>();
    for (Manifest manifest : chart.objects()) {
      ObjectId id =
          new ObjectId(
              manifest.head().kind(),
              ObjectFields.text(manifest, "metadata", "namespace"),
              manifest.head().name());
      int occurrence = 0;
      while (keyed.putIfAbsent(new Key(id, occurrence), manifest) != null) {
        occurrence++;
      }
    }
    return keyed;
  }

  /** The same object may be there twice. */
  private record Key(ObjectId id, int occurrence) {}
}
