package dev.plimsoll.index;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlFile;
import java.util.List;

/**
 * Files that belong to no release: objects that are applied by other hands, and what deploys.
 *
 * @param manifests YAML files outside charts that hold objects of Kubernetes
 * @param pipelines what a CI system or a shell runs
 */
public record PlainFiles(List<YamlFile> manifests, List<SourceFile> pipelines) {

  /** No such file. */
  public static final PlainFiles NONE = new PlainFiles(List.of(), List.of());

  public PlainFiles {
    manifests = List.copyOf(manifests);
    pipelines = List.copyOf(pipelines);
  }
}
