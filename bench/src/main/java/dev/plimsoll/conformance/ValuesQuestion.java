package dev.plimsoll.conformance;

import dev.plimsoll.conformance.Comparison.Verdict;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.ReleaseLayers;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerReader;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.YamlDialect;
import dev.plimsoll.values.YamlPrinter;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of values of each release, merged, beside what {@code helmfile write-values} writes.
 * What both mean is compared, which is what Helm reads; whether the bytes are the same as well is
 * counted.
 */
final class ValuesQuestion implements HelmfileQuestion {

  private static final String NAMES =
      "{{ .State.AbsPathSHA1 }}~{{ .Release.Namespace }}~{{ .Release.KubeContext }}~{{"
          + " .Release.Name }}.yaml";

  /** What helmfile shows of the hash. */
  private static final int HASH_DIGITS = 8;

  @Override
  public List<HelmfileResult> ask(HelmfileCase each, HelmfileWorld world)
      throws IOException, InterruptedException {
    Path folder = world.folder();
    Output theirs =
        world.helmfile(
            each,
            List.of("write-values", "--skip-deps", "--output-file-template", folder + "/" + NAMES));
    LoadedHelmfile loaded = LoadedHelmfile.of(each, world);
    Output ours = loaded.values();
    if (!theirs.succeeded() || !ours.succeeded()) {
      return List.of(each.refusal(theirs, ours));
    }
    Map<String, String> written = written(folder);
    Map<String, ReleaseLayers> read = new TreeMap<>();
    loaded.layers().forEach((release, layers) -> read.put(path(each, release), layers));
    Set<String> all = new TreeSet<>(written.keySet());
    all.addAll(read.keySet());
    List<HelmfileResult> results = new ArrayList<>();
    for (String path : all) {
      String name = each.name() + ": " + path.substring(HASH_DIGITS + 1);
      results.add(compare(name, written.get(path), read.get(path)));
    }
    return results;
  }

  private static HelmfileResult compare(
      String name, @Nullable String theirs, @Nullable ReleaseLayers layers) {
    if (theirs == null || layers == null) {
      String cause = "only %s has the release".formatted(theirs == null ? "Plimsoll" : "helmfile");
      return new HelmfileResult.Different(name, cause, "", "");
    }
    String found = YamlPrinter.print(layers.written(), YamlDialect.V3);
    String expected = meaning(theirs);
    if (expected.equals(found)) {
      return new HelmfileResult.Equal(name, theirs.equals(found));
    }
    Verdict.Different difference = Difference.between(expected, found);
    String cause =
        layers.notChecked().stream()
            .findFirst()
            .map(each -> "not checked: " + each.reason())
            .orElse(difference.cause());
    return new HelmfileResult.Different(
        name, cause, "\n" + difference.helm(), "\n" + difference.plimsoll());
  }

  /** What Helm reads in a text, written once more. */
  private static String meaning(String text) {
    SourceFile file = new SourceFile("values.yaml", text);
    return YamlPrinter.print(
        LayerReader.read(
                YamlParser.parse(file),
                new Layer(Layer.Kind.VALUES_FILE, file),
                HelmVersion.NEWEST,
                _ -> {})
            .root(),
        YamlDialect.V3);
  }

  private static Map<String, String> written(Path folder) throws IOException {
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        written.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return written;
  }

  private static String path(HelmfileCase each, HelmfileRelease release) {
    String state = each.root().resolve(release.file()).normalize().toString();
    return String.join(
            "~",
            sha1(state).substring(0, HASH_DIGITS),
            release.namespace().value(),
            context(release),
            release.name().value())
        + ".yaml";
  }

  /** What the release itself or `helmDefaults` says; the environment's context is not in there. */
  private static String context(HelmfileRelease release) {
    return release.spec().entries().get("kubeContext")
            instanceof ScalarValue(GoScalar.Text(String text), _, _)
        ? text
        : "";
  }

  private static String sha1(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
