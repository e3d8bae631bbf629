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

  private VirtualUris() {}

  /** What a document shows. */
  record Shown(String what, Affected cell) {}

  static String values(Affected cell) {
    return uri(VALUES, cell);
  }

  static String manifest(Affected cell) {
    return uri(MANIFEST, cell);
  }

  private static String uri(String what, Affected cell) {
    return SCHEME
        + ":/"
        + what
        + "/"
        + encoded(cell.release())
        + "/"
        + encoded(cell.environment())
        + "/"
        + encoded(cell.cluster().isEmpty() ? "-" : cell.cluster())
        + "/"
        + what
        + ".yaml";
  }

  static Optional<Shown> parse(String uri) {
    if (!uri.startsWith(SCHEME + ":/")) {
      return Optional.empty();
    }
    List<String> parts = List.of(uri.substring(SCHEME.length() + 2).split("/", -1));
    if (parts.size() != 5 || !List.of(VALUES, MANIFEST).contains(parts.getFirst())) {
      return Optional.empty();
    }
    String cluster = decoded(parts.get(3));
    return Optional.of(
        new Shown(
            parts.getFirst(),
            new Affected(
                decoded(parts.get(1)), decoded(parts.get(2)), cluster.equals("-") ? "" : cluster)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
