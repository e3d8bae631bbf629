package dev.plimsoll.cli.command;

import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.ForwardingFileTree;
import java.util.Set;

/** Files that remember which of them were read. */
final class WatchedFileTree extends ForwardingFileTree {

  private final Set<String> read;

  /**
   * @param read takes the paths; several threads add to it
   */
  WatchedFileTree(FileTree base, Set<String> read) {
    super(base);
    this.read = read;
  }

  @Override
  public FileContent read(String path) {
    read.add(path);
    return super.read(path);
  }
}
