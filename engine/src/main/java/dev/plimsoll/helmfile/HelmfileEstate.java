package dev.plimsoll.helmfile;

import dev.plimsoll.source.Located;
import dev.plimsoll.source.Order;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every helmfile of a workspace for every environment.
 *
 * @param roots the helmfiles and folders that were loaded for themselves
 * @param environments one for each helmfile and environment
 * @param openEnvironments the {@code environments} keys that take any name that is asked for
 */
public record HelmfileEstate(
    Optional<HelmfileLoader> loader,
    List<String> roots,
    List<LoadedEnvironment> environments,
    List<Located<String>> openEnvironments) {

  /** A workspace without helmfiles. */
  public static final HelmfileEstate NONE =
      new HelmfileEstate(Optional.empty(), List.of(), List.of(), List.of());

  private static final String DEFAULT = "default";

  /** A name that nobody gives to an environment: who knows it knows every name. */
  private static final String PROBE = "plimsoll-undefined-environment";

  private static final int MAX_ENVIRONMENTS = 200;

  public HelmfileEstate {
    roots = List.copyOf(roots);
    environments = List.copyOf(environments);
    openEnvironments = List.copyOf(openEnvironments);
  }

  /** Loads helmfiles. */
  public static HelmfileEstate load(HelmfileSources sources) {
    if (sources.paths().isEmpty()) {
      return NONE;
    }
    HelmfileLoader loader = sources.loader();
    List<String> sorted = new ArrayList<>(sources.paths());
    sorted.sort(
        Order.<String>of(
            Order.byInt(path -> path.split("/", -1).length), Comparator.naturalOrder()));
    List<String> roots = new ArrayList<>();
    Set<String> wanted = new LinkedHashSet<>(sources.named());
    wanted.addAll(sources.request().environments());
    List<LoadedEnvironment> loaded = new ArrayList<>();
    List<Located<String>> open = new ArrayList<>();
    Set<String> visited = new LinkedHashSet<>();
    for (String path : sorted) {
      if (!visited.contains(path)) {
        roots.add(path);
        loadRoot(loader, path, wanted, loaded, open);
        loaded.forEach(each -> each.states().forEach(state -> visited.add(state.file().path())));
      }
    }
    return new HelmfileEstate(Optional.of(loader), roots, loaded, open);
  }

  /** Loads the helmfiles of a workspace, and may remember them. */
  @FunctionalInterface
  public interface Source {

    /** See {@link HelmfileEstate#load}. */
    HelmfileEstate load(HelmfileSources sources);
  }

  /** The same helmfiles, with a loader that reads the values of releases. */
  public HelmfileEstate withLoader(HelmfileLoader other) {
    return new HelmfileEstate(Optional.of(other), roots, environments, openEnvironments);
  }

  private static void loadRoot(
      HelmfileLoader loader,
      String path,
      Collection<String> named,
      List<LoadedEnvironment> loaded,
      List<Located<String>> open) {
    LoadedEnvironment probe = loader.load(path, PROBE);
    Map<String, LoadedEnvironment> byName = new LinkedHashMap<>();
    Deque<String> waiting = new ArrayDeque<>(probe.known().keySet());
    Located<String> any = probe.known().get(PROBE);
    if (any != null) {
      open.add(any);
      waiting.addAll(named);
    }
    waiting.remove(PROBE);
    LoadedEnvironment plain = loader.load(path, DEFAULT);
    waiting.addAll(plain.known().keySet());
    // It is good everywhere, but nobody means it where there are others, unless they say so.
    if (named.contains(DEFAULT)) {
      waiting.add(DEFAULT);
    }
    boolean isAlone = waiting.stream().allMatch(DEFAULT::equals);
    if (isAlone) {
      byName.put(DEFAULT, plain);
    }
    while (!waiting.isEmpty()) {
      List<String> names =
          waiting.stream()
              .distinct()
              // Where any name is good, `default` is only what happens when nobody names one.
              .filter(name -> !(any != null && !isAlone && name.equals(DEFAULT)))
              .filter(name -> !byName.containsKey(name))
              .limit(MAX_ENVIRONMENTS - byName.size())
              .toList();
      waiting.clear();
      // Environments have nothing to do with each other, and most have the same releases.
      List<LoadedEnvironment> now =
          names.parallelStream()
              .map(name -> name.equals(DEFAULT) ? plain : loader.load(path, name))
              .toList();
      for (LoadedEnvironment each : now) {
        byName.put(each.name(), each);
        if (any == null) {
          waiting.addAll(each.known().keySet());
        }
      }
    }
    loaded.addAll(byName.values());
  }
}
