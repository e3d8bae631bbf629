package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisOptions;
import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.Analyzer;
import dev.plimsoll.analysis.Bug;
import dev.plimsoll.analysis.NamedRelease;
import dev.plimsoll.analysis.Shard;
import dev.plimsoll.analysis.Workspace;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.project.ProjectLoader;
import dev.plimsoll.rules.BuiltInRules;
import dev.plimsoll.source.DiskFileTree;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.MemoryFileTree;
import dev.plimsoll.source.OverlayFileTree;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.TextDecoder;
import dev.plimsoll.values.HelmVersion;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A workspace on disk as a command sees it: where it is, what of it was asked for, and how to
 * analyse it.
 */
final class Workplace {

  private static final String STANDARD_INPUT = "-";

  /** What diagnostics call the file that comes through a pipe. */
  private static final String PIPED = "stdin.yaml";

  private static final int MAX_PIPED = 64 << 20;

  private final Console console;
  private final Path root;
  private final FileTree files;
  private final Set<String> focus;

  private Workplace(Console console, Path root, FileTree files, Set<String> focus) {
    this.console = console;
    this.root = root;
    this.files = files;
    this.focus = focus;
  }

  /** The workspaces that the paths of a command line lead to; no path means the one around here. */
  static List<Workplace> of(Console console, List<String> paths) {
    if (paths.isEmpty()) {
      return List.of(around(console));
    }
    if (paths.equals(List.of(STANDARD_INPUT))) {
      return List.of(ofInput(console));
    }
    Map<Path, Set<String>> focusByRoot = new LinkedHashMap<>();
    for (String path : paths) {
      Path named = existing(console, path);
      if (Files.isDirectory(named)) {
        focusByRoot.put(named, Set.of());
        continue;
      }
      Path folder = Optional.ofNullable(named.getParent()).orElse(named);
      Path found =
          rootAround(folder)
              .orElse(folder.startsWith(console.directory()) ? console.directory() : folder);
      Set<String> focus = focusByRoot.computeIfAbsent(found, root -> new TreeSet<>());
      // A root that was named as a whole stays whole.
      if (focus instanceof TreeSet<String> files) {
        files.add(slashed(found.relativize(named)));
      }
    }
    List<Workplace> workplaces = new ArrayList<>();
    focusByRoot.forEach((root, focus) -> workplaces.add(open(console, root, focus)));
    return workplaces;
  }

  /**
   * The manifests that come through a pipe, and nothing else; rules and suppressions are those of
   * the project around here.
   */
  private static Workplace ofInput(Console console) {
    Path root = rootAround(console.directory()).orElse(console.directory());
    Map<String, byte[]> files = new LinkedHashMap<>();
    try {
      files.put(PIPED, console.in().readNBytes(MAX_PIPED));
      Path project = root.resolve(ProjectLoader.FILE);
      if (Files.isRegularFile(project)) {
        files.put(ProjectLoader.FILE, Files.readAllBytes(project));
      }
    } catch (IOException e) {
      throw new UsageError("The manifests cannot be read from standard input: " + e + ".");
    }
    return new Workplace(console, root, MemoryFileTree.ofBytes(files), Set.of());
  }

  /** The nearest folder upwards that has a project file, or else the working directory. */
  static Workplace around(Console console) {
    Path here = console.directory();
    return open(console, rootAround(here).orElse(here), Set.of());
  }

  /** The folder that a person named. */
  static Workplace at(Console console, String directory) {
    Path named = existing(console, directory);
    if (!Files.isDirectory(named)) {
      throw new UsageError("`" + directory + "` is a file; a workspace is a folder.");
    }
    return open(console, named, Set.of());
  }

  /**
   * A chart that a person named: the workspace is the working directory if the chart is below it,
   * or else the folder that holds the chart.
   */
  static Workplace ofChart(Console console, String chart) {
    Path named = existing(console, chart);
    Path here = console.directory();
    Path folder =
        named.startsWith(here) ? here : Optional.ofNullable(named.getParent()).orElse(named);
    return open(console, folder, Set.of());
  }

  /** The same workspace with other texts on top of its files. */
  Workplace withTexts(Map<String, String> texts) {
    return new Workplace(console, root, new OverlayFileTree(files, texts), focus);
  }

  /**
   * The way from the working directory to the workspace, ending with {@code /}; empty if it is
   * here.
   */
  String prefix() {
    Path way = root;
    if (root.startsWith(console.directory())) {
      way = console.directory().relativize(root);
    }
    String text = slashed(way);
    return text.isEmpty() ? "" : text + "/";
  }

  /** Analyses with the options of a command; says so if what they ask for is not there. */
  AnalysisResult analyze(LayerOptions layers) {
    return analyze(layers, Optional.empty());
  }

  /** The same for a part of the matrix. */
  AnalysisResult analyze(LayerOptions layers, Optional<Shard> shard) {
    AnalysisOptions options = layers.analysisOptions(console, root).withShard(shard);
    AnalysisResult result = checked(analyzer().analyze(workspace(layers, options)));
    return focus.isEmpty() ? result : Focus.on(result, focus);
  }

  /** The same with options that were completed. */
  AnalysisResult analyze(LayerOptions layers, AnalysisOptions options) {
    return checked(analyzer().analyze(workspace(layers, options)));
  }

  /**
   * Analyses everything.
   *
   * @param read takes the files that are read, relative to the workspace
   */
  AnalysisResult analyzeWatched(LayerOptions layers, Set<String> read) {
    AnalysisOptions options = layers.analysisOptions(console, root);
    Workspace workspace = workspace(layers, options);
    return checked(
        analyzer()
            .analyze(
                new Workspace(
                    new WatchedFileTree(workspace.files(), read),
                    workspace.options(),
                    workspace.today())));
  }

  Path root() {
    return root;
  }

  /** The files that were named, relative to the workspace; empty if folders were. */
  Set<String> focus() {
    return focus;
  }

  /** Computes values and judges nothing. */
  AnalysisResult load(LayerOptions layers, List<String> environments) {
    return load(layers, layers.analysisOptions(console, root, environments));
  }

  /** The same as another Helm has it. */
  AnalysisResult load(LayerOptions layers, List<String> environments, HelmVersion helm) {
    return load(layers, layers.analysisOptions(console, root, environments).withHelm(helm));
  }

  /** Renders every release, reads the files beside charts, and asks no rule. */
  AnalysisResult render(LayerOptions layers) {
    AnalysisOptions options = layers.analysisOptions(console, root);
    Analyzer analyzer = new Analyzer(BuiltInRules.catalog(), List.of());
    return readable(checked(analyzer.analyze(workspace(layers, options))));
  }

  private AnalysisResult load(LayerOptions layers, AnalysisOptions options) {
    return readable(checked(analyzer().load(workspace(layers, options))));
  }

  private AnalysisResult readable(AnalysisResult result) {
    if (result.projectUnreadable()) {
      throw new UsageError(
          "The project file `"
              + prefix()
              + ProjectLoader.FILE
              + "` cannot be read; `plimsoll check` says why.");
    }
    return result;
  }

  /** The same for a chart alone, as {@code helm template NAME CHART} has it. */
  AnalysisResult loadChart(String name, String chart, LayerOptions layers) {
    return loadChart(name, chart, layers, layers.analysisOptions(console, root));
  }

  /** The same for a chart alone as another Helm has it. */
  AnalysisResult loadChart(String name, String chart, LayerOptions layers, HelmVersion helm) {
    return loadChart(name, chart, layers, layers.analysisOptions(console, root).withHelm(helm));
  }

  private AnalysisResult loadChart(
      String name, String chart, LayerOptions layers, AnalysisOptions options) {
    String path = slashed(root.relativize(console.directory().resolve(chart).normalize()));
    return checked(analyzer().load(workspace(layers, options), new NamedRelease(name, path)));
  }

  private Workspace workspace(LayerOptions layers, AnalysisOptions options) {
    Allowances allowances = layers.allowances(console);
    List<Path> paths = new ArrayList<>(allowances.paths());
    paths.addAll(allowances.charts(console).folders());
    return new Workspace(
        paths.isEmpty() || !(files instanceof DiskFileTree) ? files : disk(root, paths),
        options,
        console.today());
  }

  private static FileTree disk(Path root, List<Path> paths) {
    try {
      return new DiskFileTree(root, paths);
    } catch (IOException e) {
      throw new UsageError("The folder `" + root + "` cannot be read.");
    }
  }

  private static AnalysisResult checked(AnalysisResult result) {
    if (!result.usageErrors().isEmpty()) {
      throw new UsageError(String.join("\n", result.usageErrors()));
    }
    return result;
  }

  static Analyzer analyzer() {
    return new Analyzer(BuiltInRules.catalog(), BuiltInRules.rules());
  }

  FileTree files() {
    return files;
  }

  /** Says that we made a mistake, and how to report it. */
  void reportBugs(AnalysisResult result, OutputOptions output) {
    for (Bug bug : result.bugs()) {
      console
          .err()
          .println("plimsoll: This is a bug in plimsoll (" + bug.where() + "): " + bug.summary());
      if (output.debug()) {
        console.err().println(bug.stackTrace());
      }
    }
    if (!result.bugs().isEmpty()) {
      console
          .err()
          .println(
              "Please report it; --debug shows where it happened. The rest of the result stands.");
    }
  }

  /** Writes a text in the encoding that the file has. */
  void write(String path, String text) {
    Path file = root.resolve(path);
    try {
      byte[] original = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      Files.write(file, TextDecoder.encodeLike(original, text));
    } catch (IOException e) {
      throw new UsageError("`" + prefix() + path + "` cannot be written: " + e + ".");
    }
  }

  /**
   * Reads a file that the person named, wherever it is.
   *
   * @param root what its path is to be relative to
   */
  static FileContent readNamed(Console console, Path root, String file) {
    Path path = console.directory().resolve(file);
    try {
      Path folder = Optional.ofNullable(path.toAbsolutePath().normalize().getParent()).orElse(path);
      if (!Files.isDirectory(folder)) {
        return new FileContent.Missing();
      }
      FileContent content =
          new DiskFileTree(folder, List.of(folder.getRoot()))
              .read(String.valueOf(path.getFileName()));
      return content instanceof FileContent.Text text
          ? new FileContent.Text(
              new SourceFile(slashed(root.relativize(path.normalize())), text.file().text()))
          : content;
    } catch (IOException e) {
      return new FileContent.Refused("reading it failed: " + e.getMessage() + ".");
    }
  }

  private static Workplace open(Console console, Path root, Set<String> focus) {
    try {
      if (!Files.isReadable(root) || !Files.isExecutable(root)) {
        throw new AccessDeniedException(root.toString());
      }
      return new Workplace(
          console,
          root,
          new DiskFileTree(root, Allowances.of(console, List.of()).paths()),
          Set.copyOf(focus));
    } catch (IOException e) {
      throw new UsageError("The folder `" + root + "` cannot be read.");
    }
  }

  private static Path existing(Console console, String path) {
    Path named = console.directory().resolve(path).normalize();
    if (!Files.exists(named)) {
      throw new UsageError("There is no file or folder `" + path + "`.");
    }
    return named;
  }

  private static Optional<Path> rootAround(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(ProjectLoader.FILE))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}
