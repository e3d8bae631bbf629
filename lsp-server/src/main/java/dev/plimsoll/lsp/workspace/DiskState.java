package dev.plimsoll.lsp.workspace;

import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The files on disk as they were when they were first asked for, until somebody says that they have
 * changed: then {@link #without} is the next state. Thread-safe.
 */
final class DiskState implements FileTree {

  private final FileTree disk;
  private final Map<String, FileContent> contents = new ConcurrentHashMap<>();
  private final Map<String, List<Entry>> lists = new ConcurrentHashMap<>();
  private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

  /**
   * @param disk asked at most once for each path
   */
  DiskState(FileTree disk) {
    this.disk = disk;
  }

  /**
   * What is still known after a change.
   *
   * @param fresh the disk, without a memory of its own
   * @param hasChanged says of a path whether it may be another now
   */
  DiskState without(FileTree fresh, Predicate<String> hasChanged) {
    DiskState next = new DiskState(fresh);
    contents.forEach((path, content) -> keep(next.contents, path, content, hasChanged));
    lists.forEach((path, list) -> keep(next.lists, path, list, hasChanged));
    kinds.forEach((path, kind) -> keep(next.kinds, path, kind, hasChanged));
    return next;
  }

  private static <T> void keep(
      Map<String, T> known, String path, T value, Predicate<String> hasChanged) {
    if (!hasChanged.test(path)) {
      known.put(path, value);
    }
  }

  @Override
  public FileContent read(String path) {
    return contents.computeIfAbsent(path, disk::read);
  }

  @Override
  public List<Entry> list(String folder) {
    return lists.computeIfAbsent(folder, disk::list);
  }

  @Override
  public Kind kind(String path) {
    return kinds.computeIfAbsent(path, disk::kind);
  }

  @Override
  public OptionalLong size(String path) {
    return disk.size(path);
  }

  @Override
  public Map<String, String> unreadFolders() {
    return disk.unreadFolders();
  }

  @Override
  public String displayPath(String path) {
    return disk.displayPath(path);
  }
}
