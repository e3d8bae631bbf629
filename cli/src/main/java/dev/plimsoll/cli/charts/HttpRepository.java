package dev.plimsoll.cli.charts;

import dev.plimsoll.chart.RemoteChart;
import dev.plimsoll.chart.StructFields;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A repository with an {@code index.yaml}. */
final class HttpRepository {

  static final int LARGEST_INDEX = 128 << 20;
  private static final String DIGEST_PREFIX = "sha256:";
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final Download download;
  private final Map<String, String> indexes = new ConcurrentHashMap<>();

  HttpRepository(Download download) {
    this.download = download;
  }

  Fetched fetch(RemoteChart chart) throws ChartUnavailable {
    URI base = address(chart.repository());
    Map<String, YamlNode> entries = entries(chart, index(chart, base.resolve("index.yaml")));
    if (entries.isEmpty()) {
      throw new ChartUnavailable("whose index has no chart `" + chart.name() + "`");
    }
    String version = Versions.choose(chart, entries.keySet());
    YamlNode entry = Objects.requireNonNull(entries.get(version));
    String file =
        StructFields.find(entry, "urls").stream()
            .flatMap(urls -> StructFields.items(urls.value()).stream())
            .map(HttpRepository::text)
            .findFirst()
            .orElseThrow(
                () -> new ChartUnavailable("whose index says no address for version " + version));
    URI archive = resolve(base, file);
    boolean isSameHost = String.valueOf(archive.getHost()).equals(base.getHost());
    byte[] bytes = download.get(archive, isSameHost ? login(chart) : Map.of(), Fetched.LARGEST);
    check(text(entry, "digest"), new Fetched(version, bytes, archive.toString()));
    return new Fetched(version, bytes, archive.toString());
  }

  /** The versions of a chart that an index knows. */
  static Set<String> versions(RemoteChart chart, String index) {
    return entries(chart, index).keySet();
  }

  /** The SHA-256 that an index says of the archive of a version, in hexadecimal digits. */
  static Optional<String> digest(RemoteChart chart, String index) {
    return entries(chart, index).entrySet().stream()
        .filter(entry -> Versions.plain(entry.getKey()).equals(Versions.plain(chart.version())))
        .map(entry -> plain(text(entry.getValue(), "digest")))
        .filter(digest -> DIGEST.matcher(digest).matches())
        .findFirst();
  }

  private static String plain(String digest) {
    return digest.startsWith(DIGEST_PREFIX) ? digest.substring(DIGEST_PREFIX.length()) : digest;
  }

  private static void check(String digest, Fetched fetched) throws ChartUnavailable {
    String wanted = plain(digest);
    if (!wanted.isEmpty() && !wanted.equalsIgnoreCase(fetched.digest())) {
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

  /** The entries of a chart by version, in the order of the index. */
  private static Map<String, YamlNode> entries(RemoteChart chart, String index) {
    YamlNode root =
        YamlParser.parse(new SourceFile("index.yaml", section(index, chart.name()))).firstRoot();
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    StructFields.find(root, "entries", chart.name())
        .ifPresent(list ->
            StructFields.items(list.value())
                .forEach(entry -> entries.putIfAbsent(text(entry, "version"), entry)));
    return entries;
  }

  /**
   * An index as Helm writes it has all of a chart in one block; what others write is read whole.
   */
  private static String section(String index, String name) {
    Matcher start =
        Pattern.compile("(?m)^  " + Pattern.quote(name) + ":[ \t]*\r?\n").matcher(index);
    if (!start.find()) {
      return index;
    }
    Matcher end = Pattern.compile("(?m)^ {0,2}[^ \\-#\r\n]").matcher(index);
    int stop = end.find(start.end()) ? end.start() : index.length();
    return "entries:\n" + index.substring(start.start(), stop);
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

  private static String text(YamlNode entry, String field) {
    return StructFields.find(entry, field).map(found -> text(found.value())).orElse("");
  }

  private static String text(YamlNode node) {
    return Optional.ofNullable(StructFields.resolve(node))
        .filter(YamlScalar.class::isInstance)
        .map(scalar -> ((YamlScalar) scalar).text())
        .orElse("");
  }
}
