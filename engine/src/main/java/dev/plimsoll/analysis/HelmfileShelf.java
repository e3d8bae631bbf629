package dev.plimsoll.analysis;

import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.helmfile.HelmfileRequest;
import dev.plimsoll.helmfile.HelmfileSources;
import dev.plimsoll.values.HelmVersion;
import java.util.List;
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

  /** What must be the same for what was loaded to hold, beside the files. */
  private record Question(
      List<String> paths, List<String> named, HelmfileRequest request, HelmVersion helm) {

    static Question of(HelmfileSources sources) {
      return new Question(sources.paths(), sources.named(), sources.request(), sources.helm());
    }
  }

  /**
   * What was loaded.
   *
   * @param files all that loading was told
   */
  private record Loaded(Question question, TrackedFiles files, HelmfileEstate estate) {}

  /** See {@link HelmfileEstate#load}. */
  HelmfileEstate load(HelmfileSources sources) {
    if (sources.paths().isEmpty()) {
      known = null;
      return HelmfileEstate.NONE;
    }
    Question question = Question.of(sources);
    Loaded loaded = known;
    if (loaded == null
        || !loaded.question().equals(question)
        || !loaded.files().standsIn(sources.files())) {
      TrackedFiles tracked = new TrackedFiles(sources.files(), memory);
      loaded = new Loaded(question, tracked, HelmfileEstate.load(sources.in(tracked)));
      known = loaded;
    }
    // What releases read is not what helmfiles are made of, so it is not read through their eyes.
    return loaded.estate().withLoader(sources.loader());
  }
}
