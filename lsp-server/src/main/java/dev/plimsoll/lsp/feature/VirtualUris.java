package dev.plimsoll.lsp.feature;

import dev.plimsoll.diagnostic.Affected;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Addresses of documents that the server provides: {@code
 * plimsoll:/values/<release>/<environment>/<cluster>/values.yaml}.
 */
public final class VirtualUris {

  public static final String SCHEME = "plimsoll";

  static final String VALUES = "values";
  static final String MANIFEST = "manifest";

  private static final String COMPARED = "compared";
  private static final String LEFT = "left";
  private static final String RIGHT = "right";

  private VirtualUris() {}

  /** What a document shows. */
  sealed interface Shown {

    /** The effective values of a release. */
    record Values(Affected cell) implements Shown {}

    /** What is rendered of a release. */
    record Manifests(Affected cell) implements Shown {}

    /** One side of a comparison of effective values. */
    record Side(Affected left, Affected right, boolean isLeft) implements Shown {}
  }

  static String values(Affected cell) {
    return uri(VALUES, encoded(cell), VALUES + ".yaml");
  }

  static String manifest(Affected cell) {
    return uri(MANIFEST, encoded(cell), MANIFEST + ".yaml");
  }

  /** Both sides of a comparison, the left one first. */
  static List<String> compared(Affected left, Affected right) {
    String cells = encoded(left) + "/" + encoded(right);
    return List.of(
        uri(COMPARED, cells, LEFT + "/values.yaml"), uri(COMPARED, cells, RIGHT + "/values.yaml"));
  }

  private static String uri(String what, String cells, String rest) {
    return SCHEME + ":/" + what + "/" + cells + "/" + rest;
  }

  static Optional<Shown> parse(String uri) {
    if (!uri.startsWith(SCHEME + ":/")) {
      return Optional.empty();
    }
    List<String> parts = List.of(uri.substring(SCHEME.length() + 2).split("/", -1));
    String what = parts.getFirst();
    if (parts.size() == 5 && what.equals(VALUES)) {
      return Optional.of(new Shown.Values(cell(parts, 1)));
    }
    if (parts.size() == 5 && what.equals(MANIFEST)) {
      return Optional.of(new Shown.Manifests(cell(parts, 1)));
    }
    if (parts.size() == 9 && what.equals(COMPARED)) {
      return Optional.of(new Shown.Side(cell(parts, 1), cell(parts, 4), parts.get(7).equals(LEFT)));
    }
    return Optional.empty();
  }

  private static Affected cell(List<String> parts, int start) {
    String cluster = decoded(parts.get(start + 2));
    return new Affected(
        decoded(parts.get(start)),
        decoded(parts.get(start + 1)),
        cluster.equals("-") ? "" : cluster);
  }

  private static String encoded(Affected cell) {
    return encoded(cell.release())
        + "/"
        + encoded(cell.environment())
        + "/"
        + encoded(cell.cluster().isEmpty() ? "-" : cell.cluster());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
