package dev.plimsoll.project;

import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the environments and releases of a workspace whose project file does not say them.
 *
 * <ol>
 *   <li>{@code environments/<env>/values.yaml} beside {@code charts/*}: every chart there that can
 *       be installed and is no part of another one is a release in every such environment. On top
 *       of {@code values.yaml} come {@code <chart>.yaml} and then {@code secrets*.yaml} of the same
 *       folder, as helm-secrets is used.
 *   <li>Every other chart that can be installed is a release in the environment {@code default},
 *       and in {@code ci/<name>} for each {@code ci/<name>-values.yaml}, as chart-testing installs
 *       it.
 * </ol>
 */
final class ProjectDiscovery {

  static final String DEFAULT_ENVIRONMENT = "default";

  private static final String NAMESPACE = "default";
  private static final String CI_SUFFIX = "-values.yaml";

  private final FileTree files;
  private final WorkspaceFiles found;
  private final ChartHeads heads;
  private final boolean environmentsDeclared;
  private final List<ReleaseSpec> releases = new ArrayList<>();
  private final Map<String, Located<String>> environments = new LinkedHashMap<>();

  private ProjectDiscovery(
      FileTree files, WorkspaceFiles found, ChartHeads heads, boolean environmentsDeclared) {
    this.files = files;
    this.found = found;
    this.heads = heads;
    this.environmentsDeclared = environmentsDeclared;
  }

  /**
   * @param environments in the order of their first use
   */
  record Discovered(List<ReleaseSpec> releases, List<Located<String>> environments) {}

  /**
   * Finds releases with their environments.
   *
   * @param environmentsDeclared whether the project file names environments: a chart on its own is
   *     then a release in each of them
   */
  static Discovered releases(
      FileTree files, WorkspaceFiles found, ChartHeads heads, boolean environmentsDeclared) {
    ProjectDiscovery discovery = new ProjectDiscovery(files, found, heads, environmentsDeclared);
    discovery.discover();
    return new Discovered(
        List.copyOf(discovery.releases), List.copyOf(discovery.environments.values()));
  }

  /** Finds environments alone, for releases that the project file names. */
  static List<Located<String>> environments(FileTree files, WorkspaceFiles found) {
    Map<String, Located<String>> environments = new LinkedHashMap<>();
    for (String estate : found.estates()) {
      for (Located<String> each : environmentsOf(files, estate)) {
        environments.putIfAbsent(each.value(), each);
      }
    }
    String folder = "environments";
    if (environments.isEmpty() && files.kind(folder) == FileTree.Kind.FOLDER) {
      for (Located<String> each : environmentsOf(files, "")) {
        environments.putIfAbsent(each.value(), each);
      }
    }
    return List.copyOf(environments.values());
  }

  private void discover() {
    Set<String> used = new LinkedHashSet<>();
    for (String estate : found.estates()) {
      List<Located<String>> inEstate = environmentsOf(files, estate);
      if (!inEstate.isEmpty()) {
        estate(estate, inEstate, used);
      }
    }
    Map<String, Integer> names = new HashMap<>();
    for (String chart : found.charts()) {
      if (!used.contains(chart) && heads.isInstallable(chart)) {
        names.merge(heads.name(chart).value(), 1, Integer::sum);
      }
    }
    for (String chart : found.charts()) {
      if (!used.contains(chart) && heads.isInstallable(chart)) {
        Located<String> name = heads.name(chart);
        boolean isUnique = names.getOrDefault(name.value(), 0) < 2;
        loneChart(chart, isUnique ? name : new Located<>(chart, name.location()));
      }
    }
  }

  private void estate(String estate, List<Located<String>> inEstate, Set<String> used) {
    String charts = WorkspaceFiles.join(estate, "charts");
    inEstate.forEach(each -> environments.putIfAbsent(each.value(), each));
    for (String chart : found.charts()) {
      if (!WorkspaceFiles.folder(chart).equals(charts)) {
        continue;
      }
      used.add(chart);
      if (!heads.isInstallable(chart)) {
        continue;
      }
      for (Located<String> environment : inEstate) {
        String folder = WorkspaceFiles.folder(environment.location().file().path());
        releases.add(
            release(heads.name(chart), chart, layers(folder, chart), List.of(environment)));
      }
    }
  }

  private List<Located<String>> layers(String folder, String chart) {
    Set<String> paths = new LinkedHashSet<>();
    paths.add(WorkspaceFiles.join(folder, "values.yaml"));
    String ownFile = WorkspaceFiles.join(folder, WorkspaceFiles.fileName(chart) + ".yaml");
    if (files.kind(ownFile) == FileTree.Kind.FILE) {
      paths.add(ownFile);
    }
    for (FileTree.Entry entry : files.list(folder)) {
      if (entry.kind() == FileTree.Kind.FILE
          && entry.name().startsWith("secrets")
          && WorkspaceFiles.isYaml(entry.name())) {
        paths.add(WorkspaceFiles.join(folder, entry.name()));
      }
    }
    List<Located<String>> layers = new ArrayList<>();
    paths.forEach(path -> layers.add(new Located<>(path, start(files, path))));
    return layers;
  }

  private void loneChart(String chart, Located<String> name) {
    Located<String> none = new Located<>(DEFAULT_ENVIRONMENT, name.location());
    List<Located<String>> where = environmentsDeclared ? List.of() : List.of(none);
    where.forEach(each -> environments.putIfAbsent(each.value(), each));
    releases.add(release(name, chart, List.of(), where));
    String folder = WorkspaceFiles.join(chart, "ci");
    for (String path : found.ciValues()) {
      if (!WorkspaceFiles.folder(path).equals(folder)) {
        continue;
      }
      String file = WorkspaceFiles.fileName(path);
      String variant = "ci/" + file.substring(0, file.length() - CI_SUFFIX.length());
      Location start = start(files, path);
      Located<String> environment = new Located<>(variant, start);
      environments.putIfAbsent(variant, environment);
      releases.add(release(name, chart, List.of(new Located<>(path, start)), List.of(environment)));
    }
  }

  private static ReleaseSpec release(
      Located<String> name,
      String chart,
      List<Located<String>> values,
      List<Located<String>> environments) {
    return new ReleaseSpec(
        name,
        new Located<>(chart, name.location()),
        new Located<>(NAMESPACE, name.location()),
        values,
        environments);
  }

  private static List<Located<String>> environmentsOf(FileTree files, String estate) {
    List<Located<String>> environments = new ArrayList<>();
    String folder = WorkspaceFiles.join(estate, "environments");
    for (FileTree.Entry entry : files.list(folder)) {
      String values = WorkspaceFiles.join(WorkspaceFiles.join(folder, entry.name()), "values.yaml");
      if (entry.kind() == FileTree.Kind.FOLDER && files.kind(values) == FileTree.Kind.FILE) {
        environments.add(new Located<>(entry.name(), start(files, values)));
      }
    }
    return environments;
  }

  /** The beginning of a file, which may be unreadable: what reads it will say so. */
  private static Location start(FileTree files, String path) {
    return files.read(path) instanceof FileContent.Text(SourceFile file)
        ? file.start()
        : new SourceFile(path, "").start();
  }
}
