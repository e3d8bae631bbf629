package dev.plimsoll.project;

import java.util.ArrayList;
import java.util.List;

/** {@code {environment}} and {@code {cluster}} in the texts of a release. */
public final class Placeholders {

  private static final String CLUSTER = "{cluster}";

  private Placeholders() {}

  /** The text for one cell of the matrix. */
  public static String fill(String text, String environment, String cluster) {
    if (text.indexOf('{') < 0) {
      return text;
    }
    return text.replace("{environment}", environment).replace(CLUSTER, cluster);
  }

  /** Whether the text differs between the clusters of one environment. */
  public static boolean namesCluster(String text) {
    return text.contains(CLUSTER);
  }

  /** What stands in braces, in order. */
  static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    int open = text.indexOf('{');
    while (open >= 0) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      names.add(text.substring(open + 1, close));
      open = text.indexOf('{', close);
    }
    return names;
  }
}
