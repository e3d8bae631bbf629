package dev.plimsoll.cel.rule;

import dev.plimsoll.cel.value.CelValues;
import dev.plimsoll.cel.value.YamlView;
import dev.plimsoll.chart.ChartMetadata;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.source.Located;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What expressions see around an object: its release, and the others of the same environment on the
 * same cluster. Made when an expression asks for it, and once.
 */
final class Surroundings {

  static final String OBJECTS = "objects";
  static final String VALUES = "values";
  static final String RELEASE = "release";
  static final String ESTATE = "estate";
  static final String ENVIRONMENT = "environment";
  static final String CLUSTER = "cluster";

  /** What differs between the cells that share a render. */
  private static final Set<String> OF_CELL = Set.of(ESTATE, ENVIRONMENT, CLUSTER);

  private final ObjectIndex index;
  private final IdentityHashMap<ReleaseObjects, Map<String, Object>> releases =
      new IdentityHashMap<>();
  private final Map<ClusterObjects.Place, Object> estates = new HashMap<>();

  Surroundings(ObjectIndex index) {
    this.index = index;
  }

  static boolean isOfCell(String variable) {
    return OF_CELL.contains(variable);
  }

  /**
   * The value of a variable; null for one that is not ours.
   *
   * @param cell empty for an object of a file that no release owns
   */
  @Nullable Object get(String variable, ReleaseObjects release, Optional<Affected> cell) {
    return switch (variable) {
      case OBJECTS, VALUES -> release(release).get(variable);
      case RELEASE -> CelValues.of(release(release));
      case ESTATE -> cell.map(this::estate).orElseGet(() -> CelValues.of(List.of()));
      case ENVIRONMENT -> named(cell.map(Affected::environment).orElse(""));
      case CLUSTER -> named(cell.map(Affected::cluster).orElse(""));
      default -> null;
    };
  }

  private static Object named(String name) {
    return CelValues.of(Map.of("name", name));
  }

  private Object estate(Affected cell) {
    ClusterObjects.Place place = new ClusterObjects.Place(cell.environment(), cell.cluster());
    Object known = estates.get(place);
    if (known == null) {
      List<Object> all = new ArrayList<>();
      for (ClusterObjects cluster : index.clusters()) {
        if (cluster.place().equals(place)) {
          for (ReleaseObjects release : cluster.releases()) {
            if (release.release().isPresent()) {
              all.add(release(release));
            }
          }
        }
      }
      known = CelValues.of(all);
      estates.put(place, known);
    }
    return known;
  }

  private Map<String, Object> release(ReleaseObjects release) {
    return releases.computeIfAbsent(release, Surroundings::fields);
  }

  private static Map<String, Object> fields(ReleaseObjects release) {
    List<Object> objects = new ArrayList<>();
    for (KubernetesObject object : release.objects()) {
      objects.add(YamlView.ofObject(object.root().node().orElse(null), OBJECTS));
    }
    Optional<ReleaseInstance> instance = release.release();
    Optional<ChartMetadata> chart = instance.map(found -> found.chart().metadata());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", instance.map(ReleaseInstance::name).orElse(""));
    fields.put("namespace", release.namespace());
    fields.put("chart", chart.map(found -> found.name().value()).orElse(""));
    fields.put("version", chart.flatMap(ChartMetadata::version).map(Located::value).orElse(""));
    fields.put(
        "appVersion", chart.flatMap(ChartMetadata::appVersion).map(Located::value).orElse(""));
    fields.put(
        VALUES,
        CelValues.of(instance.map(found -> plain(found.effective().values())).orElse(Map.of())));
    fields.put(OBJECTS, CelValues.of(objects));
    return fields;
  }

  private static @Nullable Object plain(Value value) {
    return switch (value) {
      case MapValue map -> {
        Map<String, Object> entries = new LinkedHashMap<>();
        map.entries().forEach((key, item) -> entries.put(key, plain(item)));
        yield entries;
      }
      case ListValue list -> {
        List<Object> items = new ArrayList<>();
        list.items().forEach(item -> items.add(plain(item)));
        yield items;
      }
      case ScalarValue scalar -> plain(scalar.content());
    };
  }

  private static @Nullable Object plain(GoScalar scalar) {
    return switch (scalar) {
      case GoScalar.Nil _ -> null;
      case GoScalar.Bool(boolean truth) -> truth;
      case GoScalar.Int64(long number) -> number;
      case GoScalar.Text(String text) -> text;
      case GoScalar.Float64(double number) -> {
        // JSON writes whole numbers without a point, and CEL reads them as integers.
        boolean isWhole = number == Math.rint(number) && Math.abs(number) < 0x1p63;
        yield isWhole ? (Object) (long) number : (Object) number;
      }
    };
  }
}
