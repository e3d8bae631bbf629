package dev.plimsoll.analysis;

import dev.plimsoll.analysis.LayerShelf.Found;
import dev.plimsoll.analysis.LayerShelf.ReadLayer;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.helmfile.HelmfileLoader;
import dev.plimsoll.helmfile.ReleaseLayers;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.project.ProjectRules;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Located;
import dev.plimsoll.values.LayerValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The values files of cells, and what is to be said of them. */
final class CellLayers {

  private final EstateRequest request;
  private final Map<String, Found> found = new HashMap<>();
  private final Map<Affected, ReleaseLayers> helmfiles = new HashMap<>();
  private final List<ReadLayer> optionFiles = new ArrayList<>();

  private CellLayers(EstateRequest request) {
    this.request = request;
  }

  /** Reads every file once. */
  static CellLayers read(
      EstateRequest request, List<Cell> cells, LayerShelf shelf, Workers workers, Bugs bugs) {
    CellLayers layers = new CellLayers(request);
    Set<String> distinct = new LinkedHashSet<>();
    for (Cell cell : cells) {
      for (Located<String> layer : cell.layers()) {
        distinct.add(layer.value());
      }
    }
    List<String> paths = List.copyOf(distinct);
    List<Optional<Found>> read =
        workers.map(
            paths,
            path ->
                bugs.guard(
                    "values file " + path,
                    () -> shelf.find(request.files(), path, request.helm())));
    for (int i = 0; i < paths.size(); i++) {
      String path = paths.get(i);
      read.get(i).ifPresent(layer -> layers.found.put(path, layer));
    }
    layers.readHelmfiles(cells, workers, bugs);
    for (Layer option : request.options().layers()) {
      if (!option.kind().isOption()) {
        layers.optionFiles.add(shelf.read(option, request.helm()));
      }
    }
    return layers;
  }

  private void readHelmfiles(List<Cell> cells, Workers workers, Bugs bugs) {
    Optional<HelmfileLoader> loader = request.loaded().helmfiles().loader();
    if (loader.isEmpty()) {
      return;
    }
    List<Cell> own = cells.stream().filter(cell -> cell.helmfile() != null).toList();
    List<Optional<ReleaseLayers>> read =
        workers.map(
            own,
            cell ->
                bugs.guard(
                    "values of " + cell.id(),
                    () -> loader.get().layers(Objects.requireNonNull(cell.helmfile()))));
    for (int i = 0; i < own.size(); i++) {
      Affected id = own.get(i).id();
      read.get(i).ifPresent(layers -> helmfiles.put(id, layers));
    }
  }

  /** The options that a cell has beside those of the command line. */
  List<Layer> options(Cell cell) {
    ReleaseLayers own = helmfiles.get(cell.id());
    return own == null ? List.of() : own.options();
  }

  /** The files that cells use. */
  Set<String> paths(Collection<Cell> cells) {
    Set<String> used = new HashSet<>();
    for (Cell cell : cells) {
      for (Located<String> layer : cell.layers()) {
        used.add(layer.value());
      }
    }
    for (ReleaseLayers layers : helmfiles.values()) {
      for (LayerValues layer : layers.files()) {
        used.add(layer.layer().file().path());
      }
    }
    return used;
  }

  /** The values files of a cell that could be read, weakest first, then those of the options. */
  List<ReadLayer> of(Cell cell) {
    List<ReadLayer> layers = new ArrayList<>();
    for (Located<String> layer : cell.layers()) {
      if (found.get(layer.value()) instanceof Found.Read(ReadLayer read)) {
        layers.add(read);
      }
    }
    ReleaseLayers own = helmfiles.get(cell.id());
    if (own != null) {
      own.files().forEach(layer -> layers.add(new ReadLayer(layer, List.of())));
      own.set().forEach(layer -> layers.add(new ReadLayer(layer, List.of())));
    }
    layers.addAll(optionFiles);
    return layers;
  }

  /** Whether Helm stops at one of the files of a cell. */
  boolean isRefused(Cell cell) {
    ReleaseLayers own = helmfiles.get(cell.id());
    if (own != null
        && (!own.isComplete() || own.diagnostics().stream().anyMatch(Refusals::isOne))) {
      return true;
    }
    for (Located<String> layer : cell.layers()) {
      if (!(found.get(layer.value()) instanceof Found.Read(ReadLayer read))
          || read.diagnostics().stream().anyMatch(Refusals::isOne)) {
        return true;
      }
    }
    return optionFiles.stream()
        .anyMatch(file -> file.diagnostics().stream().anyMatch(Refusals::isOne));
  }

  /** Says what is wrong with files, each with the cells that use it. */
  void report(List<Cell> cells, Findings findings) {
    for (Cell cell : cells) {
      List<Affected> affects = List.of(cell.id());
      int below = 0;
      for (Located<String> layer : cell.layers()) {
        switch (found.get(layer.value())) {
          case null -> {}
          case Found.Read(ReadLayer read) -> {
            findings.addAll(read.diagnostics(), affects);
            below++;
          }
          case Found.Missing() -> {
            findings.add(missing(layer).withAffects(affects));
            findings.addMissingLayer(cell.id(), below);
          }
          case Found.Refused(String reason) ->
              findings.addNotChecked(
                  new NotChecked(
                      "The values file `" + layer.value() + "` was not read: " + reason,
                      layer.location(),
                      affects));
        }
      }
      ReleaseLayers own = helmfiles.get(cell.id());
      if (own != null) {
        findings.addAll(own.diagnostics(), affects);
        own.filesBelowMissing().ifPresent(files -> findings.addMissingLayer(cell.id(), files));
        own.notChecked().forEach(each -> findings.addNotChecked(each, affects));
      }
      optionFiles.forEach(file -> findings.addAll(file.diagnostics(), affects));
    }
  }

  private Diagnostic missing(Located<String> layer) {
    String path = layer.value();
    return Diagnostic.of(
            ProjectRules.MISSING_VALUES_LAYER,
            layer.location(),
            "There is no values file `"
                + path
                + "`, so Helm would stop"
                + near(path).map(name -> "; did you mean `" + name + "`?").orElse("."))
        .withFix(Fix.creation(path, "# What this layer says over those below it.\n"));
  }

  private Optional<String> near(String path) {
    String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    String prefix = folder.isEmpty() ? "" : folder + "/";
    List<String> names = new ArrayList<>();
    for (FileTree.Entry entry : request.files().list(folder)) {
      if (entry.kind() == FileTree.Kind.FILE) {
        names.add(entry.name());
      }
    }
    return NearestName.of(path.substring(prefix.length()), names).map(name -> prefix + name);
  }
}
