package dev.plimsoll.source;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Files by path: a workspace on disk, the same with unsaved editor buffers on top, or a chart
 * archive in memory. Paths are relative with {@code /} and normalised ({@code .} and {@code ..}
 * resolved); the root is the empty path.
 *
 * <p>Implementations answer the same question the same way for as long as they live: an analysis
 * sees one state of the files.
 */
public interface FileTree {

  /**
   * Reads one file.
   *
   * @return its content, or why there is none
   */
  FileContent read(String path);

  /**
   * The files and folders directly inside {@code folder}, sorted by name; empty where there is no
   * such folder.
   */
  List<Entry> list(String folder);

  /** Whether {@code path} is a file, a folder, or not there. */
  Kind kind(String path);

  /** How many bytes a file has, without reading it; empty where that is not known. */
  default OptionalLong size(String path) {
    return OptionalLong.empty();
  }

  /**
   * Folders that are there and could not be looked into when they were asked for, sorted by path,
   * each with why: a sentence that begins with {@code it}.
   */
  default Map<String, String> unreadFolders() {
    return Map.of();
  }

  /** How people should see {@code path} in messages; the same as {@code path} for a workspace. */
  default String displayPath(String path) {
    return path;
  }

  /** What a path names. */
  enum Kind {
    FILE,
    FOLDER,
    MISSING
  }

  /**
   * One member of a folder.
   *
   * @param name without any {@code /}
   * @param kind never {@link Kind#MISSING}
   */
  record Entry(String name, Kind kind) {}
}
