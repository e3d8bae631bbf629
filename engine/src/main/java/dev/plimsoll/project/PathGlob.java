package dev.plimsoll.project;

/**
 * A pattern over paths: {@code *} is any text without a slash, {@code **} any text, {@code ?} one
 * character that is no slash. A pattern without any slash is tried against the file name as well.
 */
public final class PathGlob {

  private PathGlob() {}

  /** Whether the whole {@code path} fits {@code pattern}. */
  public static boolean matches(String pattern, String path) {
    if (fits(pattern, path)) {
      return true;
    }
    return pattern.indexOf('/') < 0 && fits(pattern, path.substring(path.lastIndexOf('/') + 1));
  }

  /**
   * Reads the pattern once and keeps which beginnings of the path fit what was read: the time is
   * bounded by the product of both lengths whatever somebody writes.
   */
  private static boolean fits(String pattern, String path) {
    boolean[] reached = new boolean[path.length() + 1];
    reached[0] = true;
    int i = 0;
    while (i < pattern.length()) {
      boolean isDouble = pattern.startsWith("**", i);
      char c = pattern.charAt(i);
      // `**/` also fits nothing, so that `**/values.yaml` finds the one at the root.
      boolean isFolders = pattern.startsWith("**/", i);
      boolean[] next = new boolean[path.length() + 1];
      boolean seen = false;
      for (int at = 0; at <= path.length(); at++) {
        seen |= reached[at];
        if (isFolders) {
          next[at] = reached[at] || (seen && at > 0 && path.charAt(at - 1) == '/');
        } else if (isDouble) {
          next[at] = seen;
        } else if (c == '*') {
          next[at] = reached[at] || (at > 0 && next[at - 1] && path.charAt(at - 1) != '/');
        } else if (at > 0 && reached[at - 1]) {
          char found = path.charAt(at - 1);
          next[at] = c == '?' ? found != '/' : found == c;
        }
      }
      reached = next;
      i += isFolders ? 3 : isDouble ? 2 : 1;
    }
    return reached[path.length()];
  }
}
