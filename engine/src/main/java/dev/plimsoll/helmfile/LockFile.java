package dev.plimsoll.helmfile;

import dev.plimsoll.chart.SemanticVersion;
import dev.plimsoll.chart.VersionRange;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The versions that {@code helmfile deps} has locked ({@code chart_dependency.go}). */
final class LockFile {

  /** One locked chart. */
  private record Locked(String name, String version) {}

  private final List<Locked> locked;

  private LockFile(List<Locked> locked) {
    this.locked = locked;
  }

  /** The path of the lock of a state file. */
  static String path(StateFile state) {
    String own = Nodes.string(state.spec(), "lockFilePath");
    if (!own.isEmpty()) {
      return StatePaths.join(state.folder(), own);
    }
    String name = StatePaths.name(state.file().path());
    for (String suffix : List.of(".gotmpl", ".yaml", ".yml")) {
      name = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }
    return StatePaths.join(state.folder(), name + ".lock");
  }

  /** Reads the lock of a state file; null if there is none. */
  static @Nullable LockFile read(FileTree files, StateFile state) {
    if (!(files.read(path(state)) instanceof FileContent.Text(SourceFile file))) {
      return null;
    }
    List<Locked> locked = new ArrayList<>();
    YamlNode root =
        YamlParser.parse(file).documents().stream()
            .findFirst()
            .map(document -> document.root())
            .orElse(null);
    if (root != null) {
      StateReader reader = new StateReader(StateText.of(file), _ -> {});
      Value value = reader.read(root, Shape.Scalar.ANY, "");
      if (value instanceof MapValue map) {
        for (Value item : Nodes.items(map, "dependencies")) {
          if (item instanceof MapValue entry) {
            locked.add(new Locked(Nodes.string(entry, "name"), Nodes.string(entry, "version")));
          }
        }
      }
    }
    return new LockFile(locked);
  }

  /** The locked version that fits a range; empty if there is none, for which helmfile stops. */
  Optional<String> version(String chart, String range) {
    String wanted = range.isEmpty() ? "*" : range;
    Optional<VersionRange> parsed = VersionRange.parse(wanted);
    for (Locked each : locked) {
      Optional<SemanticVersion> version = SemanticVersion.parseLoose(each.version);
      if (each.name.equals(chart)
          && parsed.isPresent()
          && version.isPresent()
          && parsed.get().includes(version.get())) {
        return Optional.of(each.version);
      }
    }
    return Optional.empty();
  }
}
