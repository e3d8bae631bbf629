package dev.plimsoll.render;

import dev.plimsoll.values.HelmVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What templates see as {@code .Capabilities}.
 *
 * @param apiVersions in Helm's order
 */
public record Capabilities(HelmVersion helm, KubeVersion kube, List<String> apiVersions) {

  private static final List<String> BUILT_IN = builtIn();

  public Capabilities {
    apiVersions = List.copyOf(apiVersions);
  }

  /** Those that a Helm has without a cluster: {@code DefaultCapabilities}. */
  public static Capabilities of(HelmVersion helm) {
    return new Capabilities(helm, KubeVersion.defaultOf(helm), BUILT_IN);
  }

  /** The same for another version of Kubernetes: {@code --kube-version}. */
  public Capabilities withKube(KubeVersion other) {
    return new Capabilities(helm, other, apiVersions);
  }

  /** The same with more API versions behind those that are there: {@code --api-versions}. */
  public Capabilities withApiVersions(List<String> more) {
    return new Capabilities(
        helm, kube, Stream.concat(apiVersions.stream(), more.stream()).toList());
  }

  private static List<String> builtIn() {
    try (InputStream in =
        Objects.requireNonNull(Capabilities.class.getResourceAsStream("api-versions.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
