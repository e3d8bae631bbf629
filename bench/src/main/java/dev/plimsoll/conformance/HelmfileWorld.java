package dev.plimsoll.conformance;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.plimsoll.cli.Plimsoll;
import dev.plimsoll.cli.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What surrounds helmfile and Plimsoll alike: the variables that both see, Helm with its caches,
 * repositories that are folders, and the plugin that opens secrets.
 */
final class HelmfileWorld implements AutoCloseable {

  private static final int SECONDS = 60;

  private final HelmfileArguments arguments;
  private final Path scratch = Files.createTempDirectory("helmfile-conformance");
  private final Map<String, String> variables = new HashMap<>(System.getenv());
  private final String helmVersion;
  private final Optional<HttpServer> server;

  HelmfileWorld(HelmfileArguments arguments) throws IOException, InterruptedException {
    this.arguments = arguments;
    variables.put("PATH", arguments.helm() + ":" + variables.getOrDefault("PATH", ""));
    this.helmVersion = version();
    this.server = arguments.repositories().isEmpty() ? Optional.empty() : Optional.of(serve());
    if (arguments.sops().isPresent()) {
      open(arguments.sops().get());
    }
  }

  Map<String, String> variables() {
    return Map.copyOf(variables);
  }

  /** As {@code --helm-version} takes it. */
  String helmVersion() {
    return helmVersion;
  }

  /** A folder that is new, and gone with this world. */
  Path folder() throws IOException {
    return Files.createTempDirectory(scratch, "out");
  }

  /** The real helmfile. */
  Output helmfile(HelmfileCase each, List<String> subcommand)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(arguments.helmfile(), "-f", each.file()));
    line.addAll(List.of("-e", each.environment(), "--quiet", "--disable-force-update"));
    line.addAll(subcommand);
    return run(each.root(), line);
  }

  /** Plimsoll in this process, which may read variables and run commands as helmfile does. */
  Output plimsoll(HelmfileCase each, List<String> subcommand) {
    List<String> line = new ArrayList<>(subcommand);
    line.addAll(List.of("-C", each.root().toString(), "-f", each.file()));
    line.addAll(List.of("-e", each.environment(), "--debug", "--allow", "env,exec"));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(text, true, StandardCharsets.UTF_8),
            new PrintStream(error, true, StandardCharsets.UTF_8),
            variables(),
            each.root(),
            LocalDate.now(ZoneId.systemDefault()),
            false,
            false);
    boolean succeeded = new Plimsoll(console).run(line.toArray(String[]::new)) == 0;
    return new Output(succeeded, text.toByteArray(), error.toString(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    server.ifPresent(each -> each.stop(0));
    Folders.delete(scratch);
  }

  private String version() throws IOException, InterruptedException {
    String text = helm("version", "--template", "{{.Version}}");
    Matcher number = Pattern.compile("v?(\\d+\\.\\d+)").matcher(text);
    if (!number.find()) {
      throw new IOException("`helm version` says `" + text + "`.");
    }
    return number.group(1);
  }

  private HttpServer serve() throws IOException, InterruptedException {
    Path root = Files.createDirectory(scratch.resolve("repositories"));
    HttpServer http =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            root,
            SimpleFileServer.OutputLevel.NONE);
    http.start();
    String address = "http://127.0.0.1:" + http.getAddress().getPort() + "/";
    variables.put("HELM_REPOSITORY_CONFIG", scratch.resolve("repositories.yaml").toString());
    variables.put("HELM_REPOSITORY_CACHE", scratch.resolve("cache").toString());
    for (Map.Entry<String, Path> each : arguments.repositories().entrySet()) {
      Path folder = Files.createDirectory(root.resolve(each.getKey()));
      try (Stream<Path> charts = Files.list(each.getValue())) {
        for (Path chart : charts.filter(Files::isDirectory).toList()) {
          helm("package", chart.toString(), "--destination", folder.toString());
        }
      }
      helm("repo", "index", folder.toString());
      helm("repo", "add", each.getKey(), address + each.getKey());
    }
    return http;
  }

  /**
   * Helmfile wants the plugin helm-secrets; what it needs of it is one command of sops. Plimsoll
   * knows no secret, so helmfile is given the same tokens.
   */
  private void open(Path sops) throws IOException, InterruptedException {
    Path plugins = scratch.resolve("plugins");
    Path plugin = Files.createDirectories(plugins.resolve("secrets"));
    SecretTokens.write(
        arguments.folders(),
        file ->
            run(
                scratch,
                List.of(sops.toString(), "--decrypt", "--output-type", "json", file.toString())),
        plugin);
    Path script = plugin.resolve("run");
    Files.writeString(
        script, "#!/bin/sh\nexec cat '%s'/$(sha256sum <\"$2\" | cut -c1-64)\n".formatted(plugin));
    if (!script.toFile().setExecutable(true)) {
      throw new IOException("`" + script + "` cannot be made executable.");
    }
    Files.writeString(
        plugin.resolve("plugin.yaml"),
        """
        name: secrets
        version: 4.6.0
        usage: decrypt
        description: decrypt
        command: %s
        """
            .formatted(script));
    variables.put("HELM_PLUGINS", plugins.toString());
  }

  private String helm(String... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(arguments.helm().resolve("helm").toString()));
    line.addAll(List.of(words));
    Output output = run(scratch, line);
    if (!output.succeeded()) {
      throw new IOException(String.join(" ", line) + ": " + output.error());
    }
    return output.text();
  }

  private Output run(Path folder, List<String> line) throws IOException, InterruptedException {
    Path error = Files.createTempFile(scratch, "run", ".err");
    Path text = Files.createTempFile(scratch, "run", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(text.toFile())
            .redirectError(error.toFile());
    builder.environment().putAll(variables);
    Process process = builder.start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return new Output(false, new byte[0], "took too long");
    }
    return new Output(process.exitValue() == 0, Files.readAllBytes(text), Files.readString(error));
  }
}
