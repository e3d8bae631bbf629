package dev.plimsoll.analysis;

import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files as one computation sees them, with a note of everything it was told: while a later state of
 * the files tells the same, its result stands. A result may ask for more later (charts read
 * templates when somebody wants them); it then gets the state in which it was last found to stand.
 */
final class TrackedFiles implements FileTree {

  private final FileMemory memory;
  private final Map<String, FileContent> reads = new ConcurrentHashMap<>();
  private final Map<String, List<Entry>> lists = new ConcurrentHashMap<>();
  private final Map<String, Kind> kinds = new ConcurrentHashMap<>();
  private volatile FileTree files;

  TrackedFiles(FileTree files, FileMemory memory) {
    this.files = files;
    this.memory = memory;
  }

  /** Whether {@code newer} tells all that was told; if so, it answers from now on. */
  boolean standsIn(FileTree newer) {
    if (newer.equals(files)) {
      return true;
    }
    for (Map.Entry<String, List<Entry>> told : lists.entrySet()) {
      if (!newer.list(told.getKey()).equals(told.getValue())) {
        return false;
      }
    }
    for (Map.Entry<String, Kind> told : kinds.entrySet()) {
      if (newer.kind(told.getKey()) != told.getValue()) {
        return false;
      }
    }
    for (Map.Entry<String, FileContent> told : reads.entrySet()) {
      if (!isSame(told.getValue(), memory.same(newer.read(told.getKey())))) {
        return false;
      }
    }
    files = newer;
    return true;
  }

  @Override
  public FileContent read(String path) {
    return reads.computeIfAbsent(path, asked -> memory.same(files.read(asked)));
  }

  @Override
  public List<Entry> list(String folder) {
    return lists.computeIfAbsent(folder, asked -> files.list(asked));
  }

  @Override
  public Map<String, String> unreadFolders() {
    return files.unreadFolders();
  }

  @Override
  public Kind kind(String path) {
    return kinds.computeIfAbsent(path, asked -> files.kind(asked));
  }

  @Override
  public OptionalLong size(String path) {
    // Who asks for a size reads the file afterwards, or lists it as too large, which no edit
    // undoes.
    return files.size(path);
  }

  @Override
  public String displayPath(String path) {
    return files.displayPath(path);
  }

  private static boolean isSame(FileContent told, FileContent now) {
    return switch (told) {
      case FileContent.Text(SourceFile file) ->
          now instanceof FileContent.Text(SourceFile newer) && newer == file;
      case FileContent.Binary(byte[] bytes) ->
          now instanceof FileContent.Binary(byte[] newer) && Arrays.equals(newer, bytes);
      case FileContent.Missing() -> now instanceof FileContent.Missing;
      case FileContent.Refused(String reason) ->
          now instanceof FileContent.Refused(String newer) && newer.equals(reason);
    };
  }
}
