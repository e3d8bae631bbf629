package dev.plimsoll.cli.command;

import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Files that remember which of them were read. */
final class WatchedFileTree implements FileTree {

  private final FileTree base;
  private final Set<String> read;

  /**
   * @param read takes the paths; several threads add to it
   */
  WatchedFileTree(FileTree base, Set<String> read) {
    this.base = base;
    this.read = read;
  }

  @Override
  public FileContent read(String path) {
    read.add(path);
    return base.read(path);
  }

  @Override
  public List<Entry> list(String folder) {
    return base.list(folder);
  }

  @Override
  public Kind kind(String path) {
    return base.kind(path);
  }

  @Override
  public OptionalLong size(String path) {
    return base.size(path);
  }

  @Override
  public Map<String, String> unreadFolders() {
    return base.unreadFolders();
  }

  @Override
  public String displayPath(String path) {
    return base.displayPath(path);
  }
}
