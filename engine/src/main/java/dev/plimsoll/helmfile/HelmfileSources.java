package dev.plimsoll.helmfile;

import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.yaml.YamlFile;
import java.util.List;
import java.util.function.Function;

/**
 * What the helmfiles of a workspace are loaded from.
 *
 * @param files the workspace
 * @param paths every helmfile of it; one that another leads to is loaded with that one
 * @param named environments that the project names
 * @param request how they are loaded
 * @param parser reads YAML that no template has made, and may remember it
 */
public record HelmfileSources(
    FileTree files,
    List<String> paths,
    List<String> named,
    HelmfileRequest request,
    HelmVersion helm,
    Function<SourceFile, YamlFile> parser) {

  public HelmfileSources {
    paths = List.copyOf(paths);
    named = List.copyOf(named);
  }

  /** The same, looked at through another view of the files. */
  public HelmfileSources in(FileTree view) {
    return new HelmfileSources(view, paths, named, request, helm, parser);
  }

  /** A loader of them. */
  public HelmfileLoader loader() {
    return new HelmfileLoader(files, request.permissions(), request.options(), helm, parser);
  }
}
