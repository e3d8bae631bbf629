package dev.plimsoll.cli.charts;

import dev.plimsoll.chart.RemoteChart;
import dev.plimsoll.chart.StructFields;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the index of a repository says of one chart. */
final class ChartIndex {

  private static final String DIGEST_PREFIX = "sha256:";
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /** By version, in the order of the index. */
  private final Map<String, YamlNode> entries = new LinkedHashMap<>();

  private ChartIndex() {}

  static ChartIndex of(RemoteChart chart, String index) {
    YamlNode root =
        YamlParser.parse(new SourceFile("index.yaml", section(index, chart.name()))).firstRoot();
    ChartIndex found = new ChartIndex();
    StructFields.find(root, "entries", chart.name())
        .ifPresent(list ->
            StructFields.items(list.value())
                .forEach(entry -> found.entries.putIfAbsent(text(entry, "version"), entry)));
    return found;
  }

  Set<String> versions() {
    return entries.keySet();
  }

  /** The first address of a version. */
  Optional<String> address(String version) {
    return Optional.ofNullable(entries.get(version))
        .flatMap(entry -> StructFields.find(entry, "urls"))
        .flatMap(urls -> StructFields.items(urls.value()).stream().findFirst())
        .map(ChartIndex::text);
  }

  /** The digest of a version without its algorithm, as it is written; empty if none is. */
  String digest(String version) {
    String digest =
        Optional.ofNullable(entries.get(version)).map(entry -> text(entry, "digest")).orElse("");
    return digest.startsWith(DIGEST_PREFIX) ? digest.substring(DIGEST_PREFIX.length()) : digest;
  }

  /** The SHA-256 of a version that may be written another way, in hexadecimal digits. */
  Optional<String> digestOfAny(String version) {
    return versions().stream()
        .filter(each -> Versions.plain(each).equals(Versions.plain(version)))
        .map(this::digest)
        .filter(digest -> DIGEST.matcher(digest).matches())
        .findFirst();
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
