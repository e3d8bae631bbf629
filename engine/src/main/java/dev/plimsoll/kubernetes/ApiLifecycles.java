package dev.plimsoll.kubernetes;

import dev.plimsoll.render.KubeVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * When API versions are deprecated and removed. The table is made of the lifecycles in {@code
 * k8s.io/api}.
 */
public final class ApiLifecycles {

  private static final String TABLE = "deprecated-apis.tsv";
  private static final int LONGEST_MINOR = 3;

  private ApiLifecycles() {}

  /**
   * The end of an API version of a kind.
   *
   * @param deprecated the minor version of Kubernetes 1 that deprecates it
   * @param removed the one that no longer has it
   * @param replacement another API version of the same kind; empty if there is none
   */
  public record Lifecycle(int deprecated, int removed, String replacement) {}

  private static final class Holder {
    private static final Map<String, Lifecycle> ALL = read();
  }

  /** The end of an API version of a kind; empty if none is known. */
  public static Optional<Lifecycle> of(String apiVersion, String kind) {
    return Optional.ofNullable(Holder.ALL.get(apiVersion + " " + kind));
  }

  /** The minor version of Kubernetes 1; very large for a later Kubernetes. */
  public static int minor(KubeVersion version) {
    return version.major().equals("1") && version.minor().length() <= LONGEST_MINOR
        ? Integer.parseInt(version.minor())
        : Integer.MAX_VALUE;
  }

  private static Map<String, Lifecycle> read() {
    try (InputStream in = ApiLifecycles.class.getResourceAsStream(TABLE)) {
      Map<String, Lifecycle> all = new HashMap<>();
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        String[] fields = line.split("\t", -1);
        all.put(
            fields[0] + " " + fields[1],
            new Lifecycle(Integer.parseInt(fields[2]), Integer.parseInt(fields[3]), fields[4]));
      }
      return Map.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
