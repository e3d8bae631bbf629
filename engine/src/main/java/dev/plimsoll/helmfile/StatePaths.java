package dev.plimsoll.helmfile;

import dev.plimsoll.chart.GoPathPattern;
import dev.plimsoll.source.FileTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Paths of a helmfile, relative to the workspace. */
final class StatePaths {

  private StatePaths() {}

  /** Whether a path is fetched from elsewhere ({@code remote.IsRemote}). */
  static boolean isRemote(String path) {
    return path.contains("://") || path.contains("::");
  }

  /** A path as seen from the folder it is written in; an absolute one stays. */
  static String join(String folder, String path) {
    return path.startsWith("/") || folder.isEmpty()
        ? normalised(path)
        : normalised(folder + "/" + path);
  }

  /** The folder of a path; empty for the workspace itself. */
  static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path without {@code .}, {@code ..} and empty parts. */
  static String normalised(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.peekLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    String joined = String.join("/", parts);
    return path.startsWith("/") ? "/" + joined : joined;
  }

  /** The files and folders that a pattern names, sorted ({@code filepath.Glob}). */
  static List<String> expand(FileTree files, String folder, String pattern) {
    String full = join(folder, pattern);
    if (!hasMeta(full)) {
      return files.kind(full) == FileTree.Kind.MISSING ? List.of() : List.of(full);
    }
    List<String> found = new ArrayList<>();
    found.add(full.startsWith("/") ? "/" : "");
    String[] parts = (full.startsWith("/") ? full.substring(1) : full).split("/", -1);
    for (String part : parts) {
      found = step(files, found, part);
    }
    found.sort(null);
    return found;
  }

  private static List<String> step(FileTree files, List<String> folders, String part) {
    List<String> found = new ArrayList<>();
    Optional<GoPathPattern> pattern = hasMeta(part) ? GoPathPattern.parse(part) : Optional.empty();
    for (String folder : folders) {
      String prefix = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
      if (!hasMeta(part)) {
        if (files.kind(prefix + part) != FileTree.Kind.MISSING) {
          found.add(prefix + part);
        }
        continue;
      }
      for (FileTree.Entry entry : files.list(folder)) {
        if (pattern.isPresent() && pattern.get().matches(entry.name())) {
          found.add(prefix + entry.name());
        }
      }
    }
    return found;
  }

  /** Whether a path is a pattern ({@code filepath.hasMeta}). */
  static boolean hasMeta(String path) {
    return path.indexOf('*') >= 0 || path.indexOf('?') >= 0 || path.indexOf('[') >= 0;
  }
}
