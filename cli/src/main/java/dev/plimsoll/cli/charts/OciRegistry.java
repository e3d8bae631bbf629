package dev.plimsoll.cli.charts;

import dev.plimsoll.chart.RemoteChart;
import dev.plimsoll.chart.StructFields;
import dev.plimsoll.source.Sha256;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A registry that keeps charts as OCI artifacts. */
final class OciRegistry {

  private static final int LARGEST_ANSWER = 4 << 20;
  private static final int MOST_PAGES = 100;
  private static final int UNAUTHORIZED = 401;
  private static final int OK = 200;
  private static final String CHART = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String DIGEST_PREFIX = "sha256:";
  private static final Pattern CHALLENGE = Pattern.compile("(\\w+)=\"([^\"]*)\"");
  private static final Pattern NEXT_PAGE = Pattern.compile("<([^>]+)>; *rel=\"?next\"?");

  private final Download download;
  private final Map<String, Map<String, String>> logins = new HashMap<>();

  OciRegistry(Download download) {
    this.download = download;
  }

  synchronized Fetched fetch(RemoteChart chart) throws ChartUnavailable {
    Place place = Place.of(chart);
    String tag =
        chart.version().startsWith(DIGEST_PREFIX)
            ? chart.version()
            : Versions.isExact(chart)
                ? tag(chart.version())
                : tag(Versions.choose(chart, versions(chart, place)));
    byte[] manifest = get(chart, place, place.at("manifests/" + tag), LARGEST_ANSWER);
    String digest = layer(json(manifest));
    byte[] archive = get(chart, place, place.at("blobs/" + digest), Fetched.LARGEST);
    if (!digest.equals(DIGEST_PREFIX + Sha256.hex(archive))) {
      throw new ChartUnavailable("whose blob `" + digest + "` has another digest");
    }
    return new Fetched(tag.replace('_', '+'), archive, place.at("manifests/" + tag).toString());
  }

  /** Where a chart is. */
  private record Place(URI base) {

    static Place of(RemoteChart chart) throws ChartUnavailable {
      String rest = chart.repository().substring(RemoteChart.OCI.length());
      int slash = rest.indexOf('/');
      String host = slash < 0 ? rest : rest.substring(0, slash);
      String folder = slash < 0 ? "" : rest.substring(slash + 1) + "/";
      String scheme = chart.isPlainHttp() ? "http://" : "https://";
      try {
        return new Place(URI.create(scheme + host + "/v2/" + folder + chart.name() + "/"));
      } catch (IllegalArgumentException e) {
        throw new ChartUnavailable("whose address `" + chart.repository() + "` is none");
      }
    }

    URI at(String path) {
      return base.resolve(URI.create("./" + path.replace(":", "%3A")));
    }
  }

  /** Tags have no plus sign, so Helm writes an underscore. */
  private static String tag(String version) {
    return version.replace('+', '_');
  }

  private List<String> versions(RemoteChart chart, Place place) throws ChartUnavailable {
    List<String> versions = new ArrayList<>();
    URI page = place.at("tags/list");
    for (int i = 0; i < MOST_PAGES; i++) {
      Download.Reply reply = ask(chart, place, page, LARGEST_ANSWER);
      if (reply.status() != OK) {
        throw new ChartUnavailable("which answers %d for `%s`".formatted(reply.status(), page));
      }
      StructFields.find(json(reply.body()), "tags")
          .ifPresent(tags ->
              StructFields.items(tags.value())
                  .forEach(tag -> versions.add(text(tag).replace('_', '+'))));
      Matcher next = NEXT_PAGE.matcher(reply.headers().getOrDefault("link", ""));
      if (!next.find()) {
        break;
      }
      page = page.resolve(next.group(1));
    }
    return versions;
  }

  private static String layer(@Nullable YamlNode manifest) throws ChartUnavailable {
    for (YamlNode layer :
        StructFields.find(manifest, "layers")
            .map(layers -> StructFields.items(layers.value()))
            .orElse(List.of())) {
      if (field(layer, "mediaType").equals(CHART)) {
        return field(layer, "digest");
      }
    }
    throw new ChartUnavailable("which has something else than a chart there");
  }

  private byte[] get(RemoteChart chart, Place place, URI address, int most)
      throws ChartUnavailable {
    Download.Reply reply = ask(chart, place, address, most);
    if (reply.status() != OK) {
      throw new ChartUnavailable("which answers %d for `%s`".formatted(reply.status(), address));
    }
    return reply.body();
  }

  private Download.Reply ask(RemoteChart chart, Place place, URI address, int most)
      throws ChartUnavailable {
    String host = place.base().getAuthority();
    boolean isSame = String.valueOf(address.getAuthority()).equals(host);
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", MANIFEST + ", application/octet-stream, application/json");
    headers.putAll(isSame ? logins.getOrDefault(place.base().toString(), Map.of()) : Map.of());
    Download.Reply reply = download.ask(address, headers, most);
    if (reply.status() != UNAUTHORIZED || !isSame) {
      return reply;
    }
    Map<String, String> login = login(chart, reply.headers().getOrDefault("www-authenticate", ""));
    logins.put(place.base().toString(), login);
    headers.putAll(login);
    return download.ask(address, headers, most);
  }

  /** What a registry wants before it answers: a token, or the password itself. */
  private Map<String, String> login(RemoteChart chart, String challenge) throws ChartUnavailable {
    Map<String, String> own = HttpRepository.login(chart);
    if (!challenge.regionMatches(true, 0, "Bearer", 0, "Bearer".length())) {
      return own;
    }
    Map<String, String> says = new HashMap<>();
    Matcher matcher = CHALLENGE.matcher(challenge);
    while (matcher.find()) {
      says.put(matcher.group(1), matcher.group(2));
    }
    StringBuilder address = new StringBuilder(says.getOrDefault("realm", ""));
    char separator = address.indexOf("?") < 0 ? '?' : '&';
    for (String name : List.of("service", "scope")) {
      String value = says.get(name);
      if (value != null) {
        address
            .append(separator)
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        separator = '&';
      }
    }
    YamlNode answer;
    try {
      answer = json(download.get(URI.create(address.toString()), own, LARGEST_ANSWER));
    } catch (IllegalArgumentException e) {
      throw new ChartUnavailable("which asks for a login at no address");
    }
    String token = field(answer, "token");
    return Map.of(
        "Authorization", "Bearer " + (token.isEmpty() ? field(answer, "access_token") : token));
  }

  /** JSON is YAML. */
  private static @Nullable YamlNode json(byte[] text) {
    return YamlParser.parse(new SourceFile("answer", new String(text, StandardCharsets.UTF_8)))
        .firstRoot();
  }

  private static String field(@Nullable YamlNode node, String name) {
    return StructFields.find(node, name).map(found -> text(found.value())).orElse("");
  }

  private static String text(YamlNode node) {
    return Optional.ofNullable(StructFields.resolve(node))
        .filter(YamlScalar.class::isInstance)
        .map(scalar -> ((YamlScalar) scalar).text())
        .orElse("");
  }
}
