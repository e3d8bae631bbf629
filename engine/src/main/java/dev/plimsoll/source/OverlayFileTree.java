package dev.plimsoll.source;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Other files with some texts on top: the unsaved buffers of an editor, or what fixes would write.
 * A text that stands for no file below adds one.
 */
public final class OverlayFileTree implements FileTree {

  private final FileTree base;
  private final MemoryFileTree overlay;

  public OverlayFileTree(FileTree base, Map<String, String> texts) {
    this.base = base;
    this.overlay = MemoryFileTree.ofTexts(texts);
  }

  @Override
  public FileContent read(String path) {
    FileContent above = overlay.read(path);
    return above instanceof FileContent.Missing ? base.read(path) : above;
  }

  @Override
  public List<Entry> list(String folder) {
    Map<String, Entry> entries = new TreeMap<>();
    base.list(folder).forEach(entry -> entries.put(entry.name(), entry));
    overlay.list(folder).forEach(entry -> entries.put(entry.name(), entry));
    return List.copyOf(entries.values());
  }

  @Override
  public Kind kind(String path) {
    Kind above = overlay.kind(path);
    return above == Kind.MISSING ? base.kind(path) : above;
  }

  @Override
  public OptionalLong size(String path) {
    OptionalLong above = overlay.size(path);
    return above.isEmpty() ? base.size(path) : above;
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
