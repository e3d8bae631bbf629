package dev.plimsoll.cli.charts;

import dev.plimsoll.chart.RemoteChart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A repository with an {@code index.yaml}. */
final class HttpRepository {

  static final int LARGEST_INDEX = 128 << 20;

  private final Download download;
  private final Map<String, String> indexes = new ConcurrentHashMap<>();

  HttpRepository(Download download) {
    this.download = download;
  }

  Fetched fetch(RemoteChart chart) throws ChartUnavailable {
    URI base = address(chart.repository());
    ChartIndex entries = ChartIndex.of(chart, index(chart, base.resolve("index.yaml")));
    if (entries.versions().isEmpty()) {
      throw new ChartUnavailable("whose index has no chart `" + chart.name() + "`");
    }
    String version = Versions.choose(chart, entries.versions());
    String file =
        entries
            .address(version)
            .orElseThrow(
                () -> new ChartUnavailable("whose index says no address for version " + version));
    URI archive = resolve(base, file);
    boolean isSameHost = String.valueOf(archive.getHost()).equals(base.getHost());
    byte[] bytes = download.get(archive, isSameHost ? login(chart) : Map.of(), Fetched.LARGEST);
    Fetched fetched = new Fetched(version, bytes, archive.toString());
    check(entries.digest(version), fetched);
    return fetched;
  }

  private static void check(String digest, Fetched fetched) throws ChartUnavailable {
    if (!digest.isEmpty() && !digest.equalsIgnoreCase(fetched.digest())) {
      throw new ChartUnavailable(
          "whose `%s` has another digest than its index says".formatted(fetched.origin()));
    }
  }

  private String index(RemoteChart chart, URI address) throws ChartUnavailable {
    String known = indexes.get(address.toString());
    if (known == null) {
      known =
          new String(download.get(address, login(chart), LARGEST_INDEX), StandardCharsets.UTF_8);
      indexes.put(address.toString(), known);
    }
    return known;
  }

  private static URI address(String repository) throws ChartUnavailable {
    return parse(repository.endsWith("/") ? repository : repository + "/");
  }

  private static URI resolve(URI base, String file) throws ChartUnavailable {
    return base.resolve(parse(file));
  }

  private static URI parse(String address) throws ChartUnavailable {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new ChartUnavailable("whose address `" + address + "` is none");
    }
  }

  static Map<String, String> login(RemoteChart chart) {
    return chart
        .credentials()
        .map(each ->
            Map.of(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(
                            (each.user() + ":" + each.password())
                                .getBytes(StandardCharsets.UTF_8))))
        .orElse(Map.of());
  }
}
