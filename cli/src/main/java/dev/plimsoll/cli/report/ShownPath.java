package dev.plimsoll.cli.report;

import dev.plimsoll.source.Location;
import java.nio.file.Path;

/** Places as a terminal can follow them. */
public final class ShownPath {

  private static final String OPTION = "--";
  private static final String UP = "..";

  private ShownPath() {}

  /**
   * A path of the workspace as it is from the working directory.
   *
   * @param prefix the way to the workspace, ending with {@code /}; or empty
   * @param path of a file, or the option that stands for an argument of the command line
   */
  public static String of(String prefix, String path) {
    if (path.startsWith(OPTION) || path.startsWith("/")) {
      return path;
    }
    String whole = prefix + path;
    return path.startsWith(UP) ? Path.of(whole).normalize().toString().replace('\\', '/') : whole;
  }

  /** The same with line and column. */
  public static String of(String prefix, Location location) {
    return of(prefix, location.file().path()) + ":" + location.position();
  }
}
