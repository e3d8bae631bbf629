package dev.plimsoll.rules.example;

import dev.plimsoll.analysis.AnalysisOptions;
import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.Analyzer;
import dev.plimsoll.analysis.Workspace;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rules.example.Expectation.Columns;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.MemoryFileTree;
import dev.plimsoll.source.Range;
import dev.plimsoll.source.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A small workspace in one text: {@code # file: <path>} begins a file, {@code # option: <name>} an
 * option of the command line, and {@code # absent: <path>} says what shall not be there.
 *
 * <p>What an example does not say is completed, so that it shows only what matters: a chart gets a
 * {@code Chart.yaml}, a {@code values.yaml} and a template that uses all values, and a workspace
 * without a chart gets one.
 */
public final class ExampleWorkspace {

  /** When examples are analysed. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final String FILE = "# file: ";
  private static final String OPTION = "# option: ";
  private static final String ABSENT = "# absent: ";
  private static final String LONE_CHART = "charts/app";

  private final Map<String, MarkedFile> files = new LinkedHashMap<>();
  private final List<MarkedFile> options = new ArrayList<>();

  /** The line of the example in which each file is named. */
  private final Map<String, Integer> starts = new HashMap<>();

  private final Set<String> absent = new TreeSet<>();

  private ExampleWorkspace() {}

  /**
   * Reads an example.
   *
   * @throws IllegalArgumentException if it is of no such form, or has a marker that is none
   */
  public static ExampleWorkspace parse(String text) {
    ExampleWorkspace workspace = new ExampleWorkspace();
    int line = 1;
    for (String part : text.split("(?m)^(?=# (?:file|option|absent): )", -1)) {
      workspace.part(part, line);
      line += (int) part.chars().filter(c -> c == '\n').count();
    }
    workspace.complete();
    return workspace;
  }

  /** Looks at this workspace. */
  public AnalysisResult analyze(Analyzer analyzer) {
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach((path, file) -> texts.put(path, file.text()));
    List<Layer> layers = new ArrayList<>();
    for (MarkedFile option : options) {
      layers.add(
          new Layer(kind(option.path()), new SourceFile(option.path(), option.text().strip())));
    }
    AnalysisOptions asked =
        new AnalysisOptions(
            List.of(), layers, Optional.empty(), Optional.empty(), Optional.empty());
    return analyzer.analyze(new Workspace(MemoryFileTree.ofTexts(texts), asked, TODAY));
  }

  /**
   * The differences between markers and diagnostics, a line for each.
   *
   * @param catalog the rules that a marker may name
   */
  public static List<String> differences(
      Collection<MarkedFile> marked,
      AnalysisResult result,
      RuleCatalog catalog,
      Predicate<Diagnostic> which) {
    List<Observed> observed =
        result.diagnostics().stream()
            .filter(diagnostic -> diagnostic.accepted().isEmpty())
            .filter(which)
            .map(ExampleWorkspace::observed)
            .toList();
    Set<String> known =
        catalog.rules().stream()
            .map(RuleMetadata::id)
            .map(Object::toString)
            .collect(Collectors.toUnmodifiableSet());
    return MarkerComparison.compare(marked, observed, known);
  }

  /** Every file and option with its markers. */
  public List<MarkedFile> marked() {
    List<MarkedFile> all = new ArrayList<>(files.values());
    all.addAll(options);
    return all;
  }

  private static Observed observed(Diagnostic diagnostic) {
    Range range = diagnostic.location().range();
    return new Observed(
        diagnostic.location().file().path(),
        range.start().line(),
        new Columns(range.start().column(), range.end().column()),
        diagnostic.severity().label(),
        diagnostic.rule().value(),
        diagnostic.message(),
        diagnostic.related().stream()
            .map(RelatedLocation::location)
            .map(ExampleWorkspace::place)
            .toList());
  }

  private static Observed.Place place(Location location) {
    return new Observed.Place(location.file().path(), location.position().line());
  }

  /**
   * The line of the example that a line of one of its files is; empty for a file that was
   * completed.
   */
  public OptionalInt line(String path, int line) {
    Integer start = starts.get(path);
    return start == null ? OptionalInt.empty() : OptionalInt.of(start + line);
  }

  private void part(String part, int line) {
    int end = part.indexOf('\n');
    String first = end < 0 ? part : part.substring(0, end);
    String text = part.substring(end + 1);
    String body = text.strip().isEmpty() ? "" : text.stripTrailing() + "\n";
    if (first.startsWith(FILE)) {
      String path = first.substring(FILE.length()).strip();
      files.put(path, MarkerParser.parse(path, body));
      starts.put(path, line);
    } else if (first.startsWith(OPTION)) {
      options.add(MarkerParser.parse(first.substring(OPTION.length()).strip(), body));
    } else if (first.startsWith(ABSENT)) {
      absent.add(first.substring(ABSENT.length()).strip());
    } else if (!part.isBlank()) {
      throw new IllegalArgumentException("An example begins with `# file:`, and not with " + first);
    }
  }

  private void complete() {
    Set<String> charts = new TreeSet<>();
    for (String path : files.keySet()) {
      for (int at = path.indexOf("charts/"); at >= 0; at = path.indexOf("charts/", at + 1)) {
        int end = path.indexOf('/', at + "charts/".length());
        if (end > 0) {
          charts.add(path.substring(0, end));
        }
      }
    }
    if (charts.isEmpty() && !absent.contains(LONE_CHART)) {
      charts.add(LONE_CHART);
    }
    charts.forEach(this::completeChart);
  }

  private void completeChart(String chart) {
    String name = chart.substring(chart.lastIndexOf('/') + 1);
    add(
        chart + "/Chart.yaml",
        """
        apiVersion: v2
        name: %s
        version: 1.0.0
        icon: https://charts.example.org/%s.svg
        """
            .formatted(name, name));
    add(chart + "/values.yaml", "");
    String templates = chart + "/templates";
    if (files.keySet().stream().noneMatch(path -> path.startsWith(templates))
        && !absent.contains(templates)) {
      add(templates + "/values.yaml", "{{ toYaml .Values }}\n");
    }
  }

  private void add(String path, String text) {
    if (!files.containsKey(path) && !absent.contains(path)) {
      files.put(path, MarkerParser.parse(path, text));
    }
  }

  private static Layer.Kind kind(String option) {
    for (Layer.Kind kind : Layer.Kind.values()) {
      if (kind.isOption() && kind.option().equals(option)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("There is no option " + option);
  }
}
