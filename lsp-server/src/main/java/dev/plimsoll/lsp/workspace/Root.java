package dev.plimsoll.lsp.workspace;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is analysed together.
 *
 * @param folder what paths are relative to, as the client writes it
 * @param only the one file of a folder that is no workspace: its neighbours are nobody's business;
 *     null for a whole folder
 */
public record Root(Path folder, @Nullable String only) {

  /** A whole folder. */
  public Root(Path folder) {
    this(folder, null);
  }

  /** The path of a file in here; empty for one that is elsewhere. */
  public Optional<String> relative(Path file) {
    if (!file.startsWith(folder) || file.equals(folder)) {
      return Optional.empty();
    }
    String path = folder.relativize(file).toString().replace('\\', '/');
    return only == null || only.equals(path) ? Optional.of(path) : Optional.empty();
  }

  /** Where a path of this root is on disk. */
  public Path resolve(String path) {
    return folder.resolve(path);
  }
}
