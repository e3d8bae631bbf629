package dev.plimsoll.chart;

import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.TextDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Files in memory that know their sizes and count who reads them. */
final class ChartTree implements FileTree {

  private final TreeMap<String, byte[]> files = new TreeMap<>();
  private final Map<String, Integer> reads = new HashMap<>();

  ChartTree with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  ChartTree with(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  Map<String, byte[]> files() {
    return files;
  }

  int reads(String path) {
    return reads.getOrDefault(path, 0);
  }

  @Override
  public FileContent read(String path) {
    reads.merge(path, 1, Integer::sum);
    byte[] bytes = files.get(path);
    return bytes == null ? new FileContent.Missing() : TextDecoder.decode(path, bytes);
  }

  @Override
  public List<Entry> list(String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    TreeMap<String, Kind> found = new TreeMap<>();
    for (String path : files.keySet()) {
      if (path.startsWith(prefix)) {
        String rest = path.substring(prefix.length());
        int cut = rest.indexOf('/');
        found.put(cut < 0 ? rest : rest.substring(0, cut), cut < 0 ? Kind.FILE : Kind.FOLDER);
      }
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
    return list(path).isEmpty() ? Kind.MISSING : Kind.FOLDER;
  }

  @Override
  public OptionalLong size(String path) {
    byte[] bytes = files.get(path);
    return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes.length);
  }
}
