package dev.plimsoll.lsp.workspace;

import dev.plimsoll.analysis.AnalysisOptions;
import dev.plimsoll.analysis.Analyzer;
import dev.plimsoll.analysis.Workspace;
import dev.plimsoll.lsp.document.OpenDocument;
import dev.plimsoll.lsp.document.OpenDocuments;
import dev.plimsoll.lsp.protocol.FileUris;
import dev.plimsoll.rules.BuiltInRules;
import dev.plimsoll.source.DiskFileTree;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.MemoryFileTree;
import dev.plimsoll.source.OverlayFileTree;
import dev.plimsoll.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What is open and what is known of it. The thread that reads messages is the only one that changes
 * anything, in the order of the messages; everybody else reads {@link #state} once and goes on with
 * it.
 */
public final class Session implements AutoCloseable {

  private final Surroundings surroundings;
  private final AnalysisListener listener;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("plimsoll-analyses").daemon().factory());
  private final Map<Root, Analyses> analyses = new ConcurrentHashMap<>();
  private final Map<Root, DiskState> disks = new HashMap<>();
  private final Map<Root, AnalysisOptions> options = new HashMap<>();
  private volatile ServerState state =
      new ServerState(0, OpenDocuments.NONE, Map.of(), new Roots(List.of()), Settings.DEFAULT);

  public Session(Surroundings surroundings, AnalysisListener listener) {
    this.surroundings = surroundings;
    this.listener = listener;
  }

  public ServerState state() {
    return state;
  }

  /** Every root that is analysed. */
  public Collection<Root> roots() {
    return analyses.keySet();
  }

  /** The root that a file belongs to among those that are known: the nearest around it. */
  public Optional<Root> ownerOf(Path file) {
    return analyses.keySet().stream()
        .filter(root -> root.relative(file).isPresent())
        .max((one, other) ->
            Integer.compare(one.folder().getNameCount(), other.folder().getNameCount()));
  }

  /** The newest result for a root, whatever has been typed since; empty before the first. */
  public Optional<Analysed> latest(Root root) {
    return Optional.ofNullable(analyses.get(root)).flatMap(Analyses::latest);
  }

  /** The result for a root in a state, or in a later one. */
  public CompletableFuture<Analysed> at(Root root, ServerState asked) {
    if (!asked.settings().onType()) {
      // Nobody has looked at the last changes yet.
      analyse(root);
    }
    Analyses of = analyses.get(root);
    if (of == null) {
      CompletableFuture<Analysed> gone = new CompletableFuture<>();
      gone.cancel(false);
      return gone;
    }
    return of.at(asked.revision());
  }

  /** Takes the folders that the editor has open. */
  public void setFolders(List<Path> folders) {
    Roots roots = new Roots(folders);
    Map<String, ServerState.Place> places = new LinkedHashMap<>();
    for (OpenDocument document : state.documents().all()) {
      places.put(document.uri(), place(document.uri(), roots));
    }
    state = state.withRoots(roots, places);
    dropUnused();
    roots.ofFolders().forEach(this::analyse);
    usedRoots().forEach(this::analyse);
  }

  public void setSettings(Settings settings) {
    state = state.withSettings(settings);
    analyseAll();
  }

  public void open(String uri, String language, int version, String text) {
    ServerState.Place place = place(uri, state.roots());
    OpenDocument document =
        new OpenDocument(uri, language, version, new SourceFile(place.path(), text));
    state = state.withDocument(document, place);
    analyse(place.root());
  }

  /** Takes the next text of an open document. */
  public void change(OpenDocument document) {
    ServerState.Place place = state.places().get(document.uri());
    if (place != null) {
      state = state.withDocument(document, place);
      if (state.settings().onType()) {
        analyse(place.root());
      }
    }
  }

  public void close(String uri) {
    ServerState.Place place = state.places().get(uri);
    state = state.withoutDocument(uri);
    if (place != null) {
      // What is on disk counts again, and may be what the editor has just written.
      forget(place.root(), List.of(place.path()));
      dropUnused();
      analyse(place.root());
    }
  }

  /** A document has been written to disk. */
  public void save(String uri) {
    ServerState.Place place = state.places().get(uri);
    if (place != null) {
      state = state.next();
      forget(place.root(), List.of(place.path()));
      analyse(place.root());
    }
  }

  /** Files may have changed, appeared or gone. */
  public void filesChanged(List<Path> files) {
    state = state.next();
    for (Root root : List.copyOf(analyses.keySet())) {
      List<String> paths = new ArrayList<>();
      files.forEach(file -> root.relative(file).ifPresent(paths::add));
      if (!paths.isEmpty()) {
        forget(root, paths);
        analyse(root);
      }
    }
  }

  /** Anything may have changed on disk. */
  public void everythingChanged() {
    state = state.next();
    disks.clear();
    analyseAll();
  }

  /** Begins no more analyses. One that runs goes on: its thread may be writing to the client. */
  @Override
  public void close() {
    analyses.values().forEach(Analyses::close);
    analyses.clear();
    thread.shutdown();
  }

  /** Stops the analysis that runs as well, when there is nobody to write to any more. */
  public void interrupt() {
    thread.shutdownNow();
  }

  private void analyseAll() {
    List.copyOf(analyses.keySet()).forEach(this::analyse);
  }

  private void analyse(Root root) {
    ServerState now = state;
    Map<String, OpenDocument> overlay = now.overlay(root);
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, Integer> versions = new LinkedHashMap<>();
    overlay.forEach((path, document) -> {
      texts.put(path, document.source().text());
      versions.put(path, document.version());
    });
    FileTree files =
        new BoundedFileTree(new OverlayFileTree(disks.computeIfAbsent(root, this::newDisk), texts));
    analyses
        .computeIfAbsent(
            root,
            _ ->
                new Analyses(
                    root,
                    new Analyzer(BuiltInRules.catalog(), BuiltInRules.rules()),
                    thread,
                    listener))
        .submit(
            new Inputs(
                now.revision(),
                // The same options let an analysis find again what it made with them.
                new Workspace(
                    files,
                    options.computeIfAbsent(root, surroundings::options),
                    surroundings.today().get()),
                versions));
  }

  private DiskState newDisk(Root root) {
    return new DiskState(disk(root));
  }

  private FileTree disk(Root root) {
    if (root.only() == null) {
      try {
        return new DiskFileTree(root.folder(), surroundings.readable());
      } catch (IOException e) {
        // A folder that is not there has no files.
      }
    }
    return MemoryFileTree.ofTexts(Map.of());
  }

  /** What was known of these paths, of what is below them and of the folders around them. */
  private void forget(Root root, List<String> paths) {
    DiskState known = disks.get(root);
    if (known != null) {
      ChangedPaths changed = new ChangedPaths(paths);
      disks.put(root, known.without(disk(root), changed::contains));
    }
  }

  private List<Root> usedRoots() {
    return state.places().values().stream().map(ServerState.Place::root).distinct().toList();
  }

  private void dropUnused() {
    List<Root> used = new ArrayList<>(state.roots().ofFolders());
    used.addAll(usedRoots());
    for (Root root : List.copyOf(analyses.keySet())) {
      if (!used.contains(root)) {
        disks.remove(root);
        options.remove(root);
        Analyses gone = analyses.remove(root);
        if (gone != null) {
          gone.close();
        }
      }
    }
  }

  private static ServerState.Place place(String uri, Roots roots) {
    Optional<Path> file = FileUris.path(uri);
    if (file.isEmpty()) {
      String name = uri.substring(uri.lastIndexOf('/') + 1).replaceFirst("^untitled:", "");
      String path = name.matches(".*\\.[a-z]+") ? name : "untitled.yaml";
      return new ServerState.Place(new Root(ServerState.folderOfUntitled(uri), path), path);
    }
    Root root = roots.of(file.get());
    return new ServerState.Place(
        root, root.relative(file.get()).orElse(String.valueOf(file.get().getFileName())));
  }
}
