package dev.plimsoll.render;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.template.value.ReadSet;
import dev.plimsoll.values.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the templates of a chart wrote, to be found again for other values that are alike in
 * everything that a template looked at: most changes of a value concern few templates, and editors
 * make one change after another. A text is forgotten when no render holds it any more. Thread-safe.
 */
final class TemplateMemory {

  /** A name that is being typed is another release with every key. */
  private static final int MOST_SETTINGS = 4096;

  private final Map<Setting, Outputs> known = new ConcurrentHashMap<>();

  /**
   * What decides about all templates of a render, beside the values and the rest of the release.
   */
  private record Setting(String release, Capabilities capabilities, List<Part> parts) {}

  /** An enabled chart; charts are told apart by identity. */
  private record Part(Chart chart, String name, String fullPath) {

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Part that
          && chart == that.chart
          && name.equals(that.name)
          && fullPath.equals(that.fullPath);
    }

    @Override
    public int hashCode() {
      return fullPath.hashCode();
    }
  }

  /** What is known of a release of a chart. */
  Outputs of(EnabledChart chart, RenderOptions options) {
    List<Part> parts = new ArrayList<>();
    add(chart, parts);
    if (known.size() > MOST_SETTINGS) {
      known.clear();
    }
    return known.computeIfAbsent(
        new Setting(options.release().name(), options.capabilities(), List.copyOf(parts)),
        _ -> new Outputs());
  }

  private static void add(EnabledChart chart, List<Part> parts) {
    parts.add(new Part(chart.chart(), chart.name(), chart.fullPath()));
    chart.subcharts().forEach(subchart -> add(subchart, parts));
  }

  /** What a template has looked at in its values and in {@code .Release}. */
  record Reads(ReadSet values, ReadSet release) {

    private List<Object> in(MapValue from, ReleaseOptions options) {
      List<Object> found = new ArrayList<>();
      values.collect(from, found);
      Map<String, Object> fields = options.fields();
      for (ReadSet.Read read : release.reads()) {
        found.add(fields.getOrDefault(read.key(), ""));
      }
      return found;
    }
  }

  /** The outputs of the templates of one release, for values of any environment and moment. */
  static final class Outputs {

    /** What a template looks at may depend on what it has seen; so many ways are kept. */
    private static final int MOST_WAYS = 4;

    private final Map<String, List<Reads>> ways = new ConcurrentHashMap<>();
    private final WeakValues<Key, TemplateOutput> outputs = new WeakValues<>();

    /** Ways are told apart by identity: each is kept once, and comparing them takes long. */
    private record Key(String template, Reads way, List<Object> found) {

      @Override
      @SuppressWarnings("ReferenceEquality")
      public boolean equals(@Nullable Object other) {
        return other instanceof Key that
            && way == that.way
            && template.equals(that.template)
            && found.equals(that.found);
      }

      @Override
      public int hashCode() {
        return 31 * template.hashCode() + found.hashCode();
      }
    }

    /** What the template writes for these values; null if that is not known. */
    @Nullable TemplateOutput find(String template, MapValue values, ReleaseOptions release) {
      for (Reads reads : ways.getOrDefault(template, List.of())) {
        TemplateOutput found = outputs.get(key(template, reads, values, release));
        if (found != null) {
          return found;
        }
      }
      return null;
    }

    /** Keeps what the template wrote for these values, of which it looked at {@code reads}. */
    void keep(
        String template,
        MapValue values,
        ReleaseOptions release,
        Reads reads,
        TemplateOutput output) {
      List<Reads> all = ways.merge(template, List.of(reads), Outputs::newestFirst);
      int known = all.indexOf(reads);
      if (known >= 0) {
        outputs.put(key(template, all.get(known), values, release), output);
      }
    }

    private static Key key(String template, Reads reads, MapValue values, ReleaseOptions release) {
      return new Key(template, reads, reads.in(values, release));
    }

    private static List<Reads> newestFirst(List<Reads> known, List<Reads> more) {
      if (known.containsAll(more)) {
        return known;
      }
      List<Reads> all = new ArrayList<>(more);
      all.addAll(known);
      return List.copyOf(all.subList(0, Math.min(all.size(), MOST_WAYS)));
    }
  }
}
