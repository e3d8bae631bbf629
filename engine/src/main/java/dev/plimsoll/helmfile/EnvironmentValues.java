package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.SecretsUri;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Loads the values that {@code environments}, {@code values} and sub-helmfiles name. */
final class EnvironmentValues {

  private static final String FALLBACK = "fallback";

  private static final Set<String> SILENT_HANDLERS = Set.of("Warn", "Info", "Debug");

  private final Workbench bench;
  private final String folder;

  /**
   * @param folder that relative paths start from
   */
  EnvironmentValues(Workbench bench, String folder) {
    this.bench = bench;
    this.folder = folder;
  }

  /**
   * Loads entries in order ({@code LoadEnvironmentValues}).
   *
   * @param handler what to do about a file that is not there
   * @param context what templates in the files see
   */
  MapValue load(List<Value> entries, String handler, StateEnvironment context, String mergeStrategy)
      throws StateFailure {
    boolean isFallback = mergeStrategy.equals(FALLBACK);
    MapValue result = Nodes.EMPTY;
    for (Value entry : entries) {
      switch (entry) {
        case MapValue map -> result = join(result, map, isFallback);
        case ScalarValue(GoScalar.Text(String path), var origin, var _) -> {
          for (String file : resolve(path, handler, origin.location(), "environment values")) {
            MapValue seen = context.merged();
            if (isFallback && !result.entries().isEmpty()) {
              seen = Mergo.OVERRIDE.merge(result, seen, Shapes.VALUES);
            }
            Optional<MapValue> values = file(file, origin.location(), context, seen);
            if (values.isPresent()) {
              result = join(result, values.get(), isFallback);
            }
          }
        }
        default -> throw bench.notes().failOnValuesEntry(entry.origin().location());
      }
    }
    return result;
  }

  private static MapValue join(MapValue result, MapValue more, boolean isFallback) {
    return isFallback
        ? ValueMaps.merge(more, result)
        : Mergo.OVERRIDE.merge(result, more, Shapes.VALUES);
  }

  /** The values of the secrets files of an environment, without their content. */
  MapValue secrets(List<Value> entries, String handler) throws StateFailure {
    MapValue result = Nodes.EMPTY;
    for (Value entry : entries) {
      if (!(entry instanceof ScalarValue(GoScalar.Text(String path), var origin, var _))) {
        continue;
      }
      for (String file : resolve(path, handler, origin.location(), "environment secrets")) {
        if (file.endsWith(".hcl")) {
          hcl(file, origin.location());
          continue;
        }
        SourceFile source = bench.read(file, origin.location());
        if (source != null) {
          MapValue values = bench.values(StateText.of(source));
          result =
              Mergo.OVERRIDE.merge(
                  result,
                  Secrets.isEncrypted(values) ? Secrets.opaque(values) : values,
                  Shapes.VALUES);
        }
      }
    }
    return result;
  }

  private Optional<MapValue> file(
      String path, Location place, StateEnvironment context, MapValue seen) throws StateFailure {
    if (path.endsWith(".hcl")) {
      hcl(path, place);
      return Optional.empty();
    }
    SourceFile source = bench.read(path, place);
    if (source == null) {
      return Optional.empty();
    }
    StateText text = StateText.of(source);
    if (path.endsWith(".gotmpl")) {
      text =
          bench
              .templates()
              .render(
                  text, StatePaths.folder(path), TemplateData.ofState(context, seen, ""), bench);
    }
    return Optional.of(bench.values(text));
  }

  private void hcl(String path, Location place) {
    bench
        .notes()
        .missingValues(
            place,
            "The values in `"
                + path
                + "` were not read, because HCL is not evaluated; what they say"
                + " is missing.");
  }

  /**
   * The files that an entry names ({@code resolveFile}).
   *
   * @return empty if there are none and the handler lets that pass
   */
  List<String> resolve(String path, String handler, Location place, String what)
      throws StateFailure {
    if (StatePaths.isRemote(path) && SecretsUri.file(path).isEmpty()) {
      bench
          .notes()
          .missingValues(
              place, "The " + what + " `" + path + "` were not fetched; nothing is downloaded.");
      return List.of();
    }
    List<String> found = StatePaths.expand(bench.files(), folder, path);
    if (!found.isEmpty()) {
      return found;
    }
    Optional<String> outside = outside(StatePaths.join(folder, path));
    if (outside.isPresent()) {
      bench
          .notes()
          .missingValues(
              place, "The " + what + " `" + path + "` were not looked for: " + outside.get());
      return List.of();
    }
    if (handler.isEmpty() || handler.equals("Error")) {
      throw missing(path, place, what);
    }
    if (SILENT_HANDLERS.contains(handler)) {
      return List.of();
    }
    throw bench
        .notes()
        .fail(
            HelmfileRules.INVALID_HELMFILE,
            place,
            "`missingFileHandler` is `"
                + handler
                + "`, and helmfile knows Error, Warn, Info and Debug only, so it stops.");
  }

  /** Why a place outside the workspace is not looked into; what is there differs by machine. */
  private Optional<String> outside(String path) {
    if (!path.startsWith("/") && !path.startsWith("..")) {
      return Optional.empty();
    }
    String at = StatePaths.folder(path);
    while (!at.isEmpty() && bench.files().kind(at) != FileTree.Kind.FOLDER) {
      at = StatePaths.folder(at);
    }
    String place = at.isEmpty() ? "/" : at;
    return bench.files().list(place).isEmpty()
        ? Optional.ofNullable(bench.files().unreadFolders().get(place))
        : Optional.empty();
  }

  private StateFailure missing(String path, Location place, String what) {
    Optional<String> encrypted = SecretsUri.file(path);
    if (encrypted.isPresent()) {
      bench
          .notes()
          .report(
              Diagnostic.of(
                  HelmfileRules.MISSING_VALUES,
                  place,
                  "helmfile does not know such addresses, so it looks for a file of this name and"
                      + " stops; name `"
                      + encrypted.get()
                      + "` among the `secrets`, which it decrypts."));
      return StateFailure.reported();
    }
    String full = StatePaths.join(folder, path);
    String parent = StatePaths.folder(full);
    List<String> names = new ArrayList<>();
    for (FileTree.Entry entry : bench.files().list(parent)) {
      if (entry.kind() == FileTree.Kind.FILE) {
        names.add(entry.name());
      }
    }
    Optional<String> near = NearestName.of(StatePaths.name(full), names);
    String meant =
        near.map(name -> "; did you mean `" + name + "`?").orElse(", so helmfile stops.");
    Diagnostic missing =
        Diagnostic.of(
            HelmfileRules.MISSING_VALUES,
            place,
            "There is no file `" + path + "` with " + what + meant);
    bench
        .notes()
        .report(
            isOneFile(full)
                ? missing.withFix(
                    Fix.creation(full, "# What this file says over those before it.\n"))
                : missing);
    return StateFailure.reported();
  }

  /** Whether a path names one file of the workspace. */
  private static boolean isOneFile(String path) {
    boolean isInside = !path.startsWith("/") && !path.startsWith("..");
    return isInside
        && !StatePaths.isRemote(path)
        && !StatePaths.hasMeta(path)
        && path.indexOf('{') < 0;
  }

  /** The place of an entry's text. */
  static Location start(SourceFile file) {
    return file.at(Span.at(0));
  }
}
