package dev.plimsoll.analysis;

import dev.plimsoll.analysis.ChartShelf.LoadedChart;
import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartRules;
import dev.plimsoll.chart.ChartSource.Answer;
import dev.plimsoll.chart.Dependency;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.project.ProjectRules;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The charts of the workspace and of its cells, and what is to be said of them. */
final class CellCharts {

  /** A chart is many files, and its templates. */
  private static final int WORTH_IT = 4;

  private final EstateRequest request;
  private final Map<String, LoadedChart> loaded = new TreeMap<>();

  private CellCharts(EstateRequest request) {
    this.request = request;
  }

  /** Loads every chart once. */
  static CellCharts load(
      EstateRequest request, List<Cell> cells, ChartShelf shelf, Workers workers, Bugs bugs) {
    CellCharts charts = new CellCharts(request);
    List<String> paths = charts.paths(cells);
    List<Optional<LoadedChart>> found =
        workers.map(
            paths,
            path ->
                bugs.guard(
                    "chart " + path, () -> shelf.load(request.files(), path, request.helm())),
            WORTH_IT);
    for (int i = 0; i < paths.size(); i++) {
      String path = paths.get(i);
      found.get(i).ifPresent(chart -> charts.loaded.put(path, chart));
    }
    return charts;
  }

  /** The chart of a cell; empty if it could not be loaded, which {@link #report} says. */
  Optional<LoadedChart> of(Cell cell) {
    return Optional.ofNullable(loaded.get(cell.chart().value()))
        .filter(chart -> chart.chart().isPresent());
  }

  /** Every chart that could be loaded, by path. */
  List<Chart> all() {
    List<Chart> charts = new ArrayList<>(loaded.size());
    for (LoadedChart each : loaded.values()) {
      each.chart().ifPresent(charts::add);
    }
    return charts;
  }

  /** Says what is wrong with charts, each with the cells that use it. */
  void report(List<Cell> cells, Findings findings) {
    Map<String, List<Affected>> users = new LinkedHashMap<>();
    for (Cell cell : cells) {
      String path = cell.chart().value();
      users.computeIfAbsent(path, ignored -> new ArrayList<>()).add(cell.id());
      if (cell.isRemote()) {
        findings.addNotChecked(remote(cell));
      } else if (isMissing(path)) {
        findings.add(missing(cell));
      } else {
        refusal(cell).ifPresent(reason -> findings.addNotChecked(refused(cell, reason)));
      }
    }
    loaded.forEach((path, chart) -> {
      List<Affected> using = users.getOrDefault(path, List.of());
      findings.addAll(chart.diagnostics(), using);
      absent(chart).forEach(dependency -> findings.addNotChecked(notChecked(dependency), using));
    });
  }

  /** The dependencies of which {@link ChartRules#MISSING_DEPENDENCY} is said. */
  private static List<Located<String>> absent(LoadedChart chart) {
    Set<Location> places = new HashSet<>();
    for (Diagnostic diagnostic : chart.diagnostics()) {
      if (diagnostic.rule().equals(ChartRules.MISSING_DEPENDENCY)) {
        places.add(diagnostic.location());
      }
    }
    return chart.chart().stream()
        .flatMap(found -> found.metadata().dependencies().stream())
        .map(Dependency::name)
        .filter(name -> places.contains(name.location()))
        .toList();
  }

  private static NotChecked notChecked(Located<String> dependency) {
    return new NotChecked(
        "The chart `"
            + dependency.value()
            + "` is not in `charts`, so this chart is not rendered and what is set for it is not checked; `helm dependency build`"
            + " fetches it.",
        dependency.location(),
        List.of());
  }

  private List<String> paths(Collection<Cell> cells) {
    Map<String, Boolean> paths = new TreeMap<>();
    for (String path : request.loaded().charts()) {
      paths.put(path, true);
    }
    for (Cell cell : cells) {
      String path = cell.chart().value();
      if (!cell.isRemote()
          && !paths.containsKey(path)
          && !isMissing(path)
          && refusal(cell).isEmpty()) {
        paths.put(path, true);
      }
    }
    return List.copyOf(paths.keySet());
  }

  private boolean isMissing(String path) {
    return request.files().kind(path) == FileTree.Kind.MISSING;
  }

  /** Why a chart that is there is not looked at. */
  private Optional<String> refusal(Cell cell) {
    String path = cell.chart().value();
    boolean isOutside = path.startsWith("/") || path.startsWith("..");
    Optional<String> outside = isOutside ? outside(path) : Optional.empty();
    return outside.isEmpty() && cell.helmfile() != null && isMadeAChart(path)
        ? Optional.of("it holds manifests or a kustomization, of which helmfile makes a chart.")
        : outside;
  }

  private boolean isMadeAChart(String folder) {
    return request.files().kind(folder) == FileTree.Kind.FOLDER
        && request.files().kind(folder + "/Chart.yaml") == FileTree.Kind.MISSING
        && request.files().list(folder).stream()
            .anyMatch(entry -> entry.name().endsWith(".yaml") || entry.name().endsWith(".yml"));
  }

  private Optional<String> outside(String path) {
    if (request.files().kind(path) == FileTree.Kind.FOLDER) {
      return request.files().list(path).isEmpty()
          ? Optional.ofNullable(request.files().unreadFolders().get(path))
          : Optional.empty();
    }
    return request.files().read(path) instanceof FileContent.Refused(String reason)
        ? Optional.of(reason)
        : Optional.empty();
  }

  private static NotChecked refused(Cell cell, String reason) {
    return new NotChecked(
        "The chart `" + cell.chart().value() + "` was not looked at: " + reason,
        cell.chart().location(),
        List.of(cell.id()));
  }

  private NotChecked remote(Cell cell) {
    String reason =
        Optional.ofNullable(cell.helmfile())
            .flatMap(release -> RemoteCharts.find(request, release))
            .map(answer -> answer instanceof Answer.Absent(String why) ? why : "")
            .orElse("which is not known here; vendor the chart into the workspace");
    return new NotChecked(
        "The chart `"
            + cell.chart().value().replaceFirst("^" + HelmfileCells.REMOTE, "")
            + "` lies in a registry or repository, "
            + reason
            + ".",
        cell.chart().location(),
        List.of(cell.id()));
  }

  private Diagnostic missing(Cell cell) {
    String path = cell.chart().value();
    String meant =
        NearestName.of(path, request.loaded().charts())
            .map(near -> "; did you mean `" + near + "`?")
            .orElse(", so the release cannot be installed.");
    return Diagnostic.of(
            ProjectRules.INVALID_PROJECT_FILE,
            cell.chart().location(),
            "There is no chart `" + path + "`" + meant)
        .withAffects(List.of(cell.id()));
  }
}
