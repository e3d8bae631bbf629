package dev.plimsoll.index;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlFile;
import java.util.List;

/**
 * Files that no release uses and that say how releases are deployed.
 *
 * @param permissions manifests outside charts that hold objects of RBAC
 * @param pipelines what a CI system or a shell runs
 */
public record PlainFiles(List<YamlFile> permissions, List<SourceFile> pipelines) {

  /** No such file. */
  public static final PlainFiles NONE = new PlainFiles(List.of(), List.of());

  public PlainFiles {
    permissions = List.copyOf(permissions);
    pipelines = List.copyOf(pipelines);
  }
}
