package dev.plimsoll.analysis;

import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.helmfile.HelmfileLoader;
import dev.plimsoll.helmfile.HelmfileRequest;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.yaml.YamlFile;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The helmfiles of a workspace, loaded again only when a file that loading looked at is another
 * one: an edit of a release's values is none. Not thread-safe.
 */
final class HelmfileShelf {

  private final FileMemory memory;
  private @Nullable Loaded known;

  HelmfileShelf(FileMemory memory) {
    this.memory = memory;
  }

  private record Question(
      List<String> paths, List<String> named, HelmfileRequest request, HelmVersion helm) {}

  /**
   * What was loaded.
   *
   * @param files all that loading was told
   */
  private record Loaded(Question question, TrackedFiles files, HelmfileEstate estate) {}

  /** See {@link HelmfileEstate#load}. */
  HelmfileEstate load(
      FileTree files,
      List<String> paths,
      Collection<String> named,
      HelmfileRequest request,
      HelmVersion helm,
      Function<SourceFile, YamlFile> parser) {
    if (paths.isEmpty()) {
      known = null;
      return HelmfileEstate.NONE;
    }
    Question question = new Question(List.copyOf(paths), List.copyOf(named), request, helm);
    Loaded loaded = known;
    if (loaded == null || !loaded.question().equals(question) || !loaded.files().standsIn(files)) {
      TrackedFiles tracked = new TrackedFiles(files, memory);
      loaded =
          new Loaded(
              question, tracked, HelmfileEstate.load(tracked, paths, named, request, helm, parser));
      known = loaded;
    }
    // What releases read is not what helmfiles are made of, so it is not read through their eyes.
    return loaded
        .estate()
        .withLoader(
            new HelmfileLoader(files, request.permissions(), request.options(), helm, parser));
  }
}
