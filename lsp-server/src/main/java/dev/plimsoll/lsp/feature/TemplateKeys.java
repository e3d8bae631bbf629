package dev.plimsoll.lsp.feature;

import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.ValuePath;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;

/** The keys that templates read of a map, whether or not anything says them. */
final class TemplateKeys {

  /** Templates that stay as they are are read once. */
  private static final Map<SourceFile, Set<ValuePath>> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private TemplateKeys() {}

  static Set<String> of(Context context, ReleaseInstance release, ValuePath map, Span typed) {
    Set<String> keys = new LinkedHashSet<>();
    for (ReleaseInstance.ScopedLayer layer : release.chartDefaults()) {
      context.cancel().checkCanceled();
      Layers.below(ValuePath.ofScope(layer.scope()), map)
          .ifPresent(rest -> {
            for (ChartFile file : layer.chart().templates()) {
              if (file.content() instanceof FileContent.Text(SourceFile source)) {
                read(context, source, typed).forEach(path -> addChild(rest, path, keys));
              }
            }
          });
    }
    return keys;
  }

  /** What is being typed in the document itself is no news. */
  private static Set<ValuePath> read(Context context, SourceFile source, Span typed) {
    return source.path().equals(context.path())
        ? paths(source, reference -> !reference.span().touches(typed.start()))
        : KNOWN.computeIfAbsent(source, file -> paths(file, _ -> true));
  }

  private static Set<ValuePath> paths(
      SourceFile source, Predicate<TemplateScan.ValueReference> wanted) {
    Set<ValuePath> paths = new LinkedHashSet<>();
    for (TemplateScan.Reference reference : TemplateScan.of(source).references()) {
      if (reference instanceof TemplateScan.ValueReference value && wanted.test(value)) {
        paths.add(value.path());
      }
    }
    return paths;
  }

  private static void addChild(ValuePath map, ValuePath path, Set<String> keys) {
    List<ValuePath.Step> steps = path.steps();
    int depth = map.steps().size();
    if (steps.size() > depth
        && steps.subList(0, depth).equals(map.steps())
        && steps.get(depth) instanceof ValuePath.Key(String key)) {
      keys.add(key);
    }
  }
}
