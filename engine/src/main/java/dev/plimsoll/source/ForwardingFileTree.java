package dev.plimsoll.source;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Another tree's files; a subclass changes what it says of some of them. */
public abstract class ForwardingFileTree implements FileTree {

  private final FileTree files;

  protected ForwardingFileTree(FileTree files) {
    this.files = files;
  }

  @Override
  public FileContent read(String path) {
    return files.read(path);
  }

  @Override
  public List<Entry> list(String folder) {
    return files.list(folder);
  }

  @Override
  public Kind kind(String path) {
    return files.kind(path);
  }

  @Override
  public OptionalLong size(String path) {
    return files.size(path);
  }

  @Override
  public Map<String, String> unreadFolders() {
    return files.unreadFolders();
  }

  @Override
  public String displayPath(String path) {
    return files.displayPath(path);
  }
}
