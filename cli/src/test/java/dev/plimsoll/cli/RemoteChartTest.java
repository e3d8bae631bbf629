package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plimsoll.cli.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts of repositories and registries, from a server of this process. */
final class RemoteChartTest {

  private static final String CHART_LAYER = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";

  @TempDir private Path here;
  @TempDir private Path cache;

  private final Map<String, byte[]> served = new LinkedHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server = serve();

  @BeforeEach
  void publish() {
    StringBuilder index = new StringBuilder("apiVersion: v1\nentries:\n  other: []\n  web:\n");
    for (String version : List.of("2.0.0", "1.4.2", "1.4.0", "1.5.0-rc.1")) {
      byte[] archive = archive(version);
      served.put("/charts/files/web-" + version + ".tgz", archive);
      index
          .append("  - version: ")
          .append(version)
          .append("\n    digest: ")
          .append(sha256(archive))
          .append("\n    urls: [files/web-")
          .append(version)
          .append(".tgz]\n");
    }
    served.put("/charts/index.yaml", bytes(index.append("generated: now\n").toString()));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void asksNobodyWithoutPermission() throws IOException {
    helmfile("~1.4.0");

    CliRun run = run("check");

    assertThat(run.out())
        .contains("helmfile.yaml:6:12: The chart `own/web` lies in a registry or repository, which")
        .contains("`--allow network` permits it");
    assertThat(asked).isEmpty();
  }

  @Test
  void takesTheNewestOfARangeAndKeepsItWithItsDigest() throws IOException {
    helmfile("~1.4.0");

    assertThat(run("render", "--allow", "network").out()).contains("version: \"1.4.2\"");

    asked.clear();
    assertThat(Files.readString(kept("web-1.4.2.tgz.sha256")))
        .startsWith(sha256(archive("1.4.2")) + "  web-1.4.2.tgz\n")
        .contains("/charts/files/web-1.4.2.tgz");
    helmfile("1.4.2");
    assertThat(run("render").out()).contains("version: \"1.4.2\"");
    assertThat(asked).isEmpty();
  }

  @Test
  void withoutPermissionTheNewestOfARangeIsThatOfHelmsCopyOfTheIndex() throws IOException {
    helmfile("~1.4.0");
    Files.write(cache.resolve("own-index.yaml"), served.get("/charts/index.yaml"));
    Files.write(cache.resolve("web-1.4.0.tgz"), archive("1.4.0"));
    assertThat(run("render").out()).isEmpty();

    Files.write(cache.resolve("web-1.4.2.tgz"), archive("1.4.2"));

    assertThat(run("render").out()).contains("version: \"1.4.2\"");
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.4.2", "~1.4.0"})
  void whatHelm4HasPulledIsFoundByTheDigestOfTheIndex(String version) throws IOException {
    helmfile(version);
    Files.write(cache.resolve("own-index.yaml"), served.get("/charts/index.yaml"));
    String digest = sha256(archive("1.4.2"));
    Path pulled = cache.resolve("content").resolve(digest.substring(0, 2));
    Files.createDirectories(pulled);
    Files.write(pulled.resolve(digest + ".chart"), archive("1.4.0"));
    assertThat(run("render").out()).as("of another chart").isEmpty();

    Files.write(pulled.resolve(digest + ".chart"), archive("1.4.2"));

    assertThat(run("render").out()).contains("version: \"1.4.2\"");
    assertThat(asked).isEmpty();
  }

  @Test
  void aPrereleaseIsNotTheNewest() throws IOException {
    served.remove("/charts/files/web-2.0.0.tgz");
    helmfile(">1.4.0, <2.0.0");

    assertThat(run("render", "--allow", "network").out()).contains("version: \"1.4.2\"");
  }

  @Test
  void theLockIsStrongerThanTheRange() throws IOException {
    helmfile("~1.4.0");
    CliRun.write(
        here,
        "helmfile.lock",
        """
        version: 1.8.0
        dependencies:
        - name: web
          repository: %s
          version: 1.4.0
        digest: sha256:0
        generated: "2026-11-01T00:00:00Z"
        """
            .formatted(address("/charts")));

    assertThat(run("render", "--allow", "network").out()).contains("version: \"1.4.0\"");
  }

  @Test
  void anotherContentThanTheIndexSaysIsRefused() throws IOException {
    served.put("/charts/files/web-1.4.2.tgz", archive("9.9.9"));
    helmfile("~1.4.0");

    CliRun run = run("check", "--allow", "network");

    assertThat(run.out()).contains("web-1.4.2.tgz` has another digest than its index says");
    assertThat(run("render", "--allow", "network").out()).isEmpty();
  }

  @Test
  void whatWasChangedInTheCacheIsNotTaken() throws IOException {
    helmfile("1.4.2");
    run("render", "--allow", "network");
    Files.write(kept("web-1.4.2.tgz"), archive("6.6.6"));

    assertThat(run("render").out()).isEmpty();
    assertThat(run("render", "--allow", "network").out()).contains("version: \"1.4.2\"");
  }

  @Test
  void saysWhatTheRepositoryLacks() throws IOException {
    helmfile("~7.0.0");
    assertThat(run("check", "--allow", "network").out())
        .contains("which has 4 versions of `web` and none that fits `~7.0.0`");

    server.stop(0);
    assertThat(run("check", "--allow", "network").out()).contains("which cannot be reached at");
    server = serve();
  }

  @Test
  void takesChartsOfARegistry() throws IOException {
    byte[] archive = archive("1.4.2");
    String digest = "sha256:" + sha256(archive);
    served.put("/v2/team/web/tags/list", bytes("{\"tags\": [\"1.4.0\", \"1.4.2\", \"latest\"]}"));
    served.put(
        "/v2/team/web/manifests/1.4.2",
        bytes(
            "{\"layers\": [{\"mediaType\": \""
                + CHART_LAYER
                + "\", \"digest\": \""
                + digest
                + "\"}]}"));
    served.put("/v2/team/web/blobs/" + digest, archive);
    CliRun.write(
        here,
        "helmfile.yaml",
        """
        repositories:
          - name: own
            url: %s/team
            oci: true
            plainHttp: true
        releases:
          - name: web
            namespace: web
            chart: own/web
            version: ^1.4.0
        """
            .formatted(address("").substring("http://".length())));

    assertThat(run("render", "--allow", "network").out()).contains("version: \"1.4.2\"");

    served.put("/v2/team/web/blobs/" + digest, archive("9.9.9"));
    try (Stream<Path> files = Files.walk(cache)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    assertThat(run("check", "--allow", "network").out()).contains("has another digest");
  }

  private void helmfile(String version) throws IOException {
    CliRun.write(
        here,
        "helmfile.yaml",
        """
        repositories:
          - {name: own, url: %s}
        releases:
          - name: web
            namespace: web
            chart: own/web
            version: "%s"
        """
            .formatted(address("/charts"), version));
  }

  private CliRun run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(
                "PLIMSOLL_CHART_CACHE",
                cache.resolve("fresh").toString(),
                "HELM_REPOSITORY_CACHE",
                cache.toString(),
                "HELM_CONTENT_CACHE",
                cache.resolve("content").toString()),
            here,
            LocalDate.of(2026, 11, 23),
            false,
            false);
    int code = new Plimsoll(console).run(args);
    return new CliRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Path kept(String name) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  private HttpServer serve() {
    try {
      HttpServer fresh =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      fresh.createContext("/", this::answer);
      fresh.start();
      return fresh;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    byte[] body = served.get(path);
    exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body == null ? new byte[0] : body);
    }
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** A chart in the form of tar and gzip. */
  private static byte[] archive(String version) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      member(
          zip,
          "web/Chart.yaml",
          "apiVersion: v2\nname: web\nversion: %s\nicon: https://e.org/i.svg\n".formatted(version));
      member(zip, "web/values.yaml", "");
      member(
          zip,
          "web/templates/web.yaml",
          """
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: web
          data:
            version: {{ .Chart.Version | quote }}
          """);
      zip.write(new byte[1024]);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static void member(OutputStream out, String name, String text) throws IOException {
    byte[] content = bytes(text);
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "0000644\0");
    put(header, 124, "%011o\0".formatted(content.length));
    put(header, 136, "%011o\0".formatted(0));
    put(header, 148, "        ");
    header[156] = '0';
    put(header, 257, "ustar\00000");
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xFF;
    }
    put(header, 148, "%06o\0 ".formatted(sum));
    out.write(header);
    out.write(content);
    out.write(new byte[(512 - content.length % 512) % 512]);
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = bytes(text);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
