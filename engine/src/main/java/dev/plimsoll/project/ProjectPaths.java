package dev.plimsoll.project;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths as people write them, and as file trees want them. */
public final class ProjectPaths {

  private ProjectPaths() {}

  /** Whether a chart is named that is no file of the workspace: a registry's or a repository's. */
  public static boolean isRemote(String chart) {
    return chart.contains("://");
  }

  /** A path as seen from the folder it is written in; an absolute one stays. */
  public static String join(String folder, String path) {
    return folder.isEmpty() || path.startsWith("/") ? path : folder + "/" + path;
  }

  /**
   * The path without {@code .}, {@code ..} and empty parts. A path that leads out of the workspace
   * keeps its leading {@code ..}, and an absolute one its slash: it is the tree that refuses them.
   */
  public static String normalised(String path) {
    if (isRemote(path) || !needsWork(path)) {
      return path;
    }
    Deque<String> parts = new ArrayDeque<>();
    int start = 0;
    for (int end = path.indexOf('/'); start <= path.length(); end = path.indexOf('/', start)) {
      int stop = end < 0 ? path.length() : end;
      String part = path.substring(start, stop);
      if (part.equals("..") && !parts.isEmpty() && !parts.peekLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
      start = stop + 1;
    }
    String joined = String.join("/", parts);
    return path.startsWith("/") ? "/" + joined : joined;
  }

  private static boolean needsWork(String path) {
    return path.startsWith(".") || path.contains("/.") || path.contains("//") || path.endsWith("/");
  }
}
