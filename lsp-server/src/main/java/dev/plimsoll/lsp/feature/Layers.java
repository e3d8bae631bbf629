package dev.plimsoll.lsp.feature;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.Location;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which releases a file takes part in, and what other files say of the same values. */
final class Layers {

  private final Estate estate;
  private final Context context;

  Layers(Context context) {
    this.context = context;
    this.estate = context.analysed().result().estate();
  }

  /**
   * A release that a file takes part in.
   *
   * @param prefix where the root of the file's values is among those of the release
   */
  record Use(ReleaseInstance release, ValuePath prefix) {

    /** The path of a value of the file among those of the release. */
    ValuePath absolute(ValuePath path) {
      return prefix.join(path);
    }
  }

  /**
   * A template of a release.
   *
   * @param scope the path of its chart's values among those of the release
   */
  record TemplateUse(ReleaseInstance release, ValuePath scope, Chart chart, ChartFile file) {}

  /** The releases whose values a file is a layer of. */
  List<Use> ofValues(String path) {
    List<Use> uses = new ArrayList<>();
    for (ReleaseInstance release : estate.releases()) {
      for (LayerValues layer : release.layers()) {
        if (isFile(layer, path)) {
          uses.add(new Use(release, ValuePath.ROOT));
          break;
        }
      }
      for (ReleaseInstance.ScopedLayer layer : release.chartDefaults()) {
        if (isFile(layer.values(), path)) {
          uses.add(new Use(release, ValuePath.ofScope(layer.scope())));
        }
      }
    }
    return uses;
  }

  /** The releases that render a template. */
  List<TemplateUse> ofTemplate(String path) {
    List<TemplateUse> uses = new ArrayList<>();
    for (ReleaseInstance release : estate.releases()) {
      for (ReleaseInstance.ScopedLayer layer : release.chartDefaults()) {
        Chart chart = layer.chart();
        if (!path.startsWith(chart.path() + "/") && !chart.path().isEmpty()) {
          continue;
        }
        for (ChartFile file : chart.templates()) {
          if (path.equals(filePath(chart, file))) {
            uses.add(new TemplateUse(release, ValuePath.ofScope(layer.scope()), chart, file));
          }
        }
      }
    }
    return uses;
  }

  /** The path of a chart's file in the workspace. */
  static String filePath(Chart chart, ChartFile file) {
    return chart.path().isEmpty() ? file.name() : chart.path() + "/" + file.name();
  }

  /** Where layers of any release of these charts say a value, each place once, strongest first. */
  Set<Location> sayings(Collection<Use> uses, ValuePath path) {
    Set<Location> places = new LinkedHashSet<>();
    Set<String> charts = new LinkedHashSet<>();
    for (Use use : uses) {
      charts.add(use.release().chart().path() + "\n" + use.prefix());
    }
    for (ReleaseInstance release : estate.releases()) {
      for (Use use : uses) {
        if (charts.contains(release.chart().path() + "\n" + use.prefix())) {
          places.addAll(sayings(release, use.absolute(path)));
          break;
        }
      }
    }
    return places;
  }

  /** The same for one release. */
  static List<Location> sayings(ReleaseInstance release, ValuePath path) {
    List<Location> places = new ArrayList<>();
    for (LayerValues layer : release.layers().reversed()) {
      key(layer, path).ifPresent(places::add);
    }
    for (ReleaseInstance.ScopedLayer layer : release.chartDefaults()) {
      below(ValuePath.ofScope(layer.scope()), path)
          .flatMap(rest -> key(layer.values(), rest))
          .ifPresent(places::add);
    }
    return places;
  }

  private static Optional<Location> key(LayerValues layer, ValuePath path) {
    if (layer.layer().kind().isOption() || path.steps().isEmpty()) {
      return Optional.empty();
    }
    Optional<Value> said = path.in(layer.root());
    if (said.isEmpty() && path.steps().getLast() instanceof ValuePath.Key(String key)) {
      // A null is no value of its layer, and says something all the same.
      said =
          new ValuePath(path.steps().subList(0, path.steps().size() - 1))
              .in(layer.root())
              .flatMap(parent ->
                  parent instanceof MapValue map
                      ? Optional.ofNullable(map.deleted().get(key))
                      : Optional.empty());
    }
    return said.map(value -> value.origin().keyLocation())
        .filter(place -> place.file().equals(layer.layer().file()));
  }

  /** The environment whose values are shown where there is room for one. */
  Optional<ReleaseInstance> shown(List<ReleaseInstance> releases) {
    Optional<String> chosen = context.state().settings().environment();
    Optional<ReleaseInstance> asked =
        chosen.flatMap(name ->
            releases.stream()
                .filter(release -> release.cell().environment().equals(name))
                .findFirst());
    return asked.or(() -> productive(releases)).or(() -> releases.stream().findFirst());
  }

  private static Optional<ReleaseInstance> productive(List<ReleaseInstance> releases) {
    return releases.stream()
        .filter(release -> release.cell().environment().startsWith("prod"))
        .findFirst();
  }

  /** The path behind a prefix; empty for one that does not begin with it. */
  static Optional<ValuePath> below(ValuePath prefix, ValuePath path) {
    int length = prefix.steps().size();
    return path.steps().size() >= length && path.steps().subList(0, length).equals(prefix.steps())
        ? Optional.of(new ValuePath(path.steps().subList(length, path.steps().size())))
        : Optional.empty();
  }

  private static boolean isFile(LayerValues layer, String path) {
    return layer.layer().kind() != Layer.Kind.SET_FILE
        && !layer.layer().kind().isOption()
        && layer.layer().file().path().equals(path);
  }
}
