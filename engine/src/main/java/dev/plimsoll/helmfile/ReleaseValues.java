package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerReader;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.YamlDiagnostics;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the values of a release ({@code namespaceAndValuesFlags} and what it calls). */
final class ReleaseValues {

  private final Workbench bench;
  private final HelmfileRelease release;
  private final HelmVersion helm;
  private final Map<SourceFile, PlainFile> known;
  private final EnvironmentValues loader;
  private final List<LayerValues> files = new ArrayList<>();
  private Optional<Integer> filesBelowMissing = Optional.empty();

  /**
   * A file that Helm reads as it stands; what is wrong with it is said by every release that names
   * it.
   */
  record PlainFile(LayerValues values, List<Diagnostic> diagnostics) {

    PlainFile {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * @param known files that were read before
   */
  ReleaseValues(
      Workbench bench,
      HelmfileRelease release,
      HelmVersion helm,
      Map<SourceFile, PlainFile> known) {
    this.bench = bench;
    this.release = release;
    this.helm = helm;
    this.known = known;
    this.loader = new EnvironmentValues(bench, release.folder());
  }

  ReleaseLayers layers() {
    MapValue spec = release.spec();
    for (Value entry : Nodes.items(spec, "values")) {
      load(entry, false);
    }
    for (Value entry : Nodes.items(spec, "secrets")) {
      load(entry, true);
    }
    Chartify.of(release)
        .ifPresent(change -> bench.notes().notChecked(change.location(), change.reason(release)));
    SetLayers set = new SetLayers(release, helm, bench.notes());
    return new ReleaseLayers(
        files,
        set.files(),
        set.options(),
        bench.notes().diagnostics(),
        bench.notes().notChecked(),
        filesBelowMissing);
  }

  private void load(Value entry, boolean isSecret) {
    try {
      if (isSecret) {
        secret(entry);
      } else {
        values(entry);
      }
    } catch (StateFailure e) {
      filesBelowMissing = Optional.of(files.size());
    }
  }

  private void values(Value entry) throws StateFailure {
    switch (entry) {
      case MapValue map -> {
        Value plain = Secrets.withoutReferences(HelmValues.of(map));
        if (plain instanceof MapValue root) {
          files.add(
              new LayerValues(
                  new Layer(Layer.Kind.VALUES_FILE, map.origin().layer().file()),
                  root,
                  Optional.empty()));
        }
      }
      case ScalarValue(GoScalar.Text(String path), Origin at, _) -> {
        if (Secrets.isReference(path)) {
          bench
              .notes()
              .notChecked(
                  at.location(),
                  "The values of `"
                      + release.name().value()
                      + "` that a secret store"
                      + " names were not read.");
          return;
        }
        String prefixed = Nodes.string(release.spec(), "valuesPathPrefix") + path;
        for (String file : one(prefixed, handler(true), at.location(), "values")) {
          file(file, at.location());
        }
      }
      default -> throw bench.notes().failOnValuesEntry(entry.origin().location());
    }
  }

  private void secret(Value entry) throws StateFailure {
    switch (entry) {
      case ScalarValue(GoScalar.Text(String path), Origin at, _) -> {
        String prefixed = Nodes.string(release.spec(), "valuesPathPrefix") + path;
        for (String file : one(prefixed, handler(false), at.location(), "secrets")) {
          file(file, at.location());
        }
      }
      case MapValue map -> inlineSecret(map);
      default ->
          throw bench
              .notes()
              .fail(
                  HelmfileRules.WRONG_TYPE,
                  entry.origin().location(),
                  "An entry of `secrets` is a file, and this is none, so helmfile stops.");
    }
  }

  /** A mapping among secrets is a document that sops has encrypted, whatever else was meant. */
  private void inlineSecret(MapValue map) throws StateFailure {
    if (Secrets.isEncrypted(map)) {
      files.add(
          new LayerValues(
              new Layer(Layer.Kind.VALUES_FILE, map.origin().layer().file()),
              HelmValues.of(Secrets.opaque(map)) instanceof MapValue root ? root : map,
              Optional.empty()));
      return;
    }
    throw InlineSecret.report(map, bench.notes());
  }

  private List<String> one(String path, String handler, Location place, String what)
      throws StateFailure {
    List<String> found = loader.resolve(path, handler, place, what);
    if (found.size() > 1) {
      throw bench
          .notes()
          .fail(
              HelmfileRules.INVALID_HELMFILE,
              place,
              "This pattern matches "
                  + found.size()
                  + " files, and a release takes one per entry, so helmfile stops.");
    }
    return found;
  }

  /** Values look at the state's handler as well, secrets do not. */
  private String handler(boolean asksState) {
    String own = Nodes.string(release.spec(), "missingFileHandler");
    return own.isEmpty() && asksState
        ? Nodes.string(release.stateSpec(), "missingFileHandler")
        : own;
  }

  private void file(String path, Location place) throws StateFailure {
    SourceFile source = bench.read(path, place);
    if (source == null) {
      return;
    }
    // helm-secrets writes what it decrypts under the same name, and helmfile renders only by name.
    if (path.endsWith(".gotmpl")) {
      files.add(rendered(source, path));
      return;
    }
    PlainFile plain = known.computeIfAbsent(source, this::plain);
    plain.diagnostics().forEach(bench.notes()::report);
    files.add(plain.values());
  }

  private PlainFile plain(SourceFile source) {
    StateText text = StateText.of(source);
    YamlFile yaml = bench.parse(text);
    List<Diagnostic> diagnostics = new ArrayList<>(YamlDiagnostics.of(yaml));
    LayerValues values = read(text, yaml, diagnostics::add);
    return new PlainFile(values, diagnostics);
  }

  private LayerValues rendered(SourceFile source, String path) throws StateFailure {
    StateText text =
        bench
            .templates()
            .render(
                StateText.of(source),
                StatePaths.folder(path),
                TemplateData.ofRelease(
                    release.state().environment(),
                    release.state().values(),
                    release.stateSpec(),
                    release.spec()),
                bench);
    YamlFile yaml = bench.parse(text);
    Optional<YamlProblem> problem = LayerReader.refusedFor(yaml, helm).stream().findFirst();
    if (problem.isPresent()) {
      throw bench.notYaml(text, problem.get());
    }
    LayerValues layer = read(text, yaml, bench.notes()::report);
    Layer named = new Layer(Layer.Kind.VALUES_FILE, source);
    return text.isRendered()
        ? new LayerValues(named, Relocated.of(layer.root(), text), Optional.empty())
        : layer;
  }

  private LayerValues read(StateText text, YamlFile yaml, DiagnosticSink sink) {
    Layer layer = new Layer(Layer.Kind.VALUES_FILE, text.source());
    LayerValues read =
        LayerReader.read(
            yaml,
            layer,
            helm,
            diagnostic ->
                sink.report(
                    text.isRendered()
                        ? Diagnostic.of(
                            diagnostic.rule(),
                            text.locate(diagnostic.location().span()),
                            diagnostic.message())
                        : diagnostic));
    MapValue root =
        Secrets.isEncrypted(read.root())
            ? Secrets.opaque(read.root())
            : Secrets.withoutReferences(read.root()) instanceof MapValue plain
                ? plain
                : read.root();
    return new LayerValues(read.layer(), HelmValues.floats(root), read.yaml());
  }
}
