package dev.plimsoll.helmfile;

import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.yaml.YamlFile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Loads helmfiles. One loader serves one state of the files; several threads may load environments
 * at the same time.
 */
public final class HelmfileLoader {

  private final FileTree files;
  private final Permissions permissions;
  private final LoadOptions options;
  private final HelmVersion helm;
  private final Function<SourceFile, YamlFile> parser;
  private final Map<SourceFile, ReleaseValues.PlainFile> layers = new ConcurrentHashMap<>();
  private final ParsedTexts parsedTemplates = new ParsedTexts();

  /**
   * @param parser reads YAML that no template has made, and may remember it
   */
  public HelmfileLoader(
      FileTree files,
      Permissions permissions,
      LoadOptions options,
      HelmVersion helm,
      Function<SourceFile, YamlFile> parser) {
    this.files = files;
    this.permissions = permissions;
    this.options = options;
    this.helm = helm;
    this.parser = parser;
  }

  /** Loads a helmfile, or a folder of them, for one environment. */
  public LoadedEnvironment load(String path, String environment) {
    Workbench bench = bench();
    return new Visit(bench, environment, options).start(path);
  }

  /** The values that helmfile gives to Helm for a release. */
  public ReleaseLayers layers(HelmfileRelease release) {
    return new ReleaseValues(bench(), release, helm, layers).layers();
  }

  /** Whether the chart of a release is a file or folder that its helmfile finds. */
  public boolean hasLocalChart(HelmfileRelease release) {
    String path = StatePaths.join(release.folder(), release.chart().value());
    return files.kind(path) != FileTree.Kind.MISSING;
  }

  private Workbench bench() {
    return new Workbench(files, new StateTemplates(files, permissions, parsedTemplates), parser);
  }

  /** The helmfiles that a workspace folder has, as helmfile without {@code -f} finds them. */
  public static List<String> candidates(FileTree files, String folder) {
    return Discovery.candidates(files, folder);
  }
}
