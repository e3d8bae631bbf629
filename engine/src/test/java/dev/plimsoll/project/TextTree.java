package dev.plimsoll.project;

import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A workspace written in one text block: each file after a line {@code # file: <path>}. */
public final class TextTree implements FileTree {

  private static final String FILE = "# file: ";

  private final Map<String, FileContent> files = new TreeMap<>();

  /** A workspace with the files of {@code text}. */
  public static TextTree of(String text) {
    TextTree tree = new TextTree();
    for (String part : text.split("(?m)^" + FILE, -1)) {
      int end = part.indexOf('\n');
      if (end > 0) {
        String path = part.substring(0, end).strip();
        tree.put(path, part.substring(end + 1));
      }
    }
    return tree;
  }

  /** Adds a file, or replaces it. */
  public TextTree put(String path, String text) {
    files.put(path, new FileContent.Text(new SourceFile(path, text)));
    return this;
  }

  /** Adds a file that cannot be read as text. */
  public TextTree put(String path, FileContent content) {
    files.put(path, content);
    return this;
  }

  @Override
  public FileContent read(String path) {
    return files.getOrDefault(path, new FileContent.Missing());
  }

  @Override
  public List<Entry> list(String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    Map<String, Kind> members = new TreeMap<>();
    for (String path : files.keySet()) {
      if (path.startsWith(prefix)) {
        String rest = path.substring(prefix.length());
        int slash = rest.indexOf('/');
        members.put(
            slash < 0 ? rest : rest.substring(0, slash), slash < 0 ? Kind.FILE : Kind.FOLDER);
      }
    }
    List<Entry> entries = new ArrayList<>();
    members.forEach((name, kind) -> entries.add(new Entry(name, kind)));
    return entries;
  }

  @Override
  public Kind kind(String path) {
    if (files.containsKey(path)) {
      return Kind.FILE;
    }
    return list(path).isEmpty() ? Kind.MISSING : Kind.FOLDER;
  }
}
