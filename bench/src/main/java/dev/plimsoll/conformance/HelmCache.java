package dev.plimsoll.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Keeps what Helm printed, by all that it depends on: the binary, the arguments, every file of the
 * chart as it is (masked or not), and the how-manieth answer it is, as random charts give another
 * each time.
 */
final class HelmCache {

  private final Optional<Path> folder;
  private final Map<Path, String> binaries = new ConcurrentHashMap<>();

  HelmCache(Optional<Path> folder) {
    this.folder = folder;
  }

  /**
   * What Helm prints for a render.
   *
   * @param attempt which of the answers to the same question is wanted
   */
  Output get(HelmBinary helm, RenderCase render, int attempt)
      throws IOException, InterruptedException {
    if (folder.isEmpty()) {
      return helm.template(render);
    }
    Files.createDirectories(folder.get());
    String name = key(helm, render, attempt);
    Path output = folder.get().resolve(name + ".out");
    Path error = folder.get().resolve(name + ".err");
    if (Files.exists(output)) {
      return new Output(true, Files.readAllBytes(output), "");
    }
    if (Files.exists(error)) {
      return new Output(false, new byte[0], Files.readString(error));
    }
    Output answer = helm.template(render);
    if (answer.succeeded()) {
      Files.write(output, answer.bytes());
    } else {
      Files.writeString(error, answer.error());
    }
    return answer;
  }

  private String key(HelmBinary helm, RenderCase render, int attempt) throws IOException {
    MessageDigest digest = sha256();
    add(digest, binaries.computeIfAbsent(helm.binary(), HelmCache::hash));
    add(digest, Integer.toString(attempt));
    String chart = render.chart().toString();
    render.arguments().forEach(argument -> add(digest, argument.replace(chart, "CHART")));
    add(digest, render.chart().getFileName().toString());
    List<Path> files;
    try (Stream<Path> all = Files.walk(render.chart())) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      add(digest, render.chart().relativize(file).toString());
      add(digest, hash(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String hash(Path file) {
    try {
      return HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
