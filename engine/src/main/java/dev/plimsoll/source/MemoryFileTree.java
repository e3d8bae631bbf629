package dev.plimsoll.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Files in memory; folders are what the paths of the files imply. */
public final class MemoryFileTree implements FileTree {

  private final NavigableMap<String, byte[]> files;
  private final Map<String, FileContent> read = new ConcurrentHashMap<>();

  private MemoryFileTree(NavigableMap<String, byte[]> files) {
    this.files = files;
  }

  /** Text files by path. */
  public static MemoryFileTree ofTexts(Map<String, String> texts) {
    NavigableMap<String, byte[]> files = new TreeMap<>();
    texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return new MemoryFileTree(files);
  }

  /** Files by path; the arrays must not be changed afterwards. */
  public static MemoryFileTree ofBytes(Map<String, byte[]> files) {
    return new MemoryFileTree(new TreeMap<>(files));
  }

  @Override
  public FileContent read(String path) {
    byte[] bytes = files.get(path);
    return bytes == null
        ? new FileContent.Missing()
        : read.computeIfAbsent(path, asked -> TextDecoder.decode(asked, bytes));
  }

  @Override
  public List<Entry> list(String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    NavigableMap<String, Kind> found = new TreeMap<>();
    for (String path : files.tailMap(prefix, true).keySet()) {
      if (!path.startsWith(prefix)) {
        break;
      }
      String rest = path.substring(prefix.length());
      int slash = rest.indexOf('/');
      found.put(slash < 0 ? rest : rest.substring(0, slash), slash < 0 ? Kind.FILE : Kind.FOLDER);
    }
    List<Entry> entries = new ArrayList<>();
    found.forEach((name, kind) -> entries.add(new Entry(name, kind)));
    return entries;
  }

  @Override
  public Kind kind(String path) {
    if (files.containsKey(path)) {
      return Kind.FILE;
    }
    String prefix = path.isEmpty() ? "" : path + "/";
    String next = files.ceilingKey(prefix);
    return next != null && next.startsWith(prefix) ? Kind.FOLDER : Kind.MISSING;
  }

  @Override
  public OptionalLong size(String path) {
    byte[] bytes = files.get(path);
    return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes.length);
  }
}
