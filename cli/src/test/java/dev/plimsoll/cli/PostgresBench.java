package dev.plimsoll.cli;

import dev.plimsoll.testkit.FreePorts;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL of Debian's package {@code postgresql}, in which helm keeps releases. */
final class PostgresBench implements AutoCloseable {

  static final String PASSWORD = "correct horse/battery";

  private static final String USER = "helm";

  private final Path folder;
  private final int port;
  private final Process server;

  private PostgresBench(Path folder, int port, Process server) {
    this.folder = folder;
    this.port = port;
    this.server = server;
  }

  static PostgresBench start() throws IOException, InterruptedException {
    // Not below a folder of JUnit, as only its own account may look into those.
    Path folder = Files.createTempDirectory(Path.of("/tmp"), "plimsoll-postgres");
    Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    if (isRoot()) {
      run(List.of("chown", "-R", "postgres", folder.toString()));
    }
    Path data = folder.resolve("data");
    run(
        asPostgres(
            "initdb",
            "-D",
            data.toString(),
            "-U",
            USER,
            "-A",
            "scram-sha-256",
            "--pwfile",
            password.toString(),
            "--no-sync"));
    int port = FreePorts.block(1);
    Process server =
        new ProcessBuilder(
                asPostgres(
                    "postgres",
                    "-D",
                    data.toString(),
                    "-h",
                    "127.0.0.1",
                    "-p",
                    Integer.toString(port),
                    "-k",
                    "",
                    "-F"))
            .redirectErrorStream(true)
            .redirectOutput(Files.createTempFile("plimsoll-postgres", ".log").toFile())
            .start();
    PostgresBench bench = new PostgresBench(folder, port, server);
    bench.await();
    return bench;
  }

  /** The variables that lead helm to a database of that name, which is made. */
  Map<String, String> database(String name) throws IOException, InterruptedException {
    psql("postgres", "CREATE DATABASE \"" + name + "\"");
    return variables(name);
  }

  private Map<String, String> variables(String name) {
    return Map.of(
        "HELM_DRIVER",
        "sql",
        "HELM_DRIVER_SQL_CONNECTION_STRING",
        "postgresql://%s:%s@127.0.0.1:%d/%s?sslmode=disable"
            .formatted(USER, PASSWORD.replace(" ", "%20").replace("/", "%2F"), port, name));
  }

  /** What a statement says, a line for each row. */
  String psql(String database, String statement) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "psql",
            "-h",
            "127.0.0.1",
            "-p",
            Integer.toString(port),
            "-U",
            USER,
            "-tA",
            "-c",
            statement,
            database);
    builder.environment().put("PGPASSWORD", PASSWORD);
    return run(builder);
  }

  private void await() throws InterruptedException {
    for (int i = 0; ; i++) {
      try {
        psql("postgres", "SELECT 1");
        return;
      } catch (IOException | AssertionError e) {
        if (i == 100) {
          throw new AssertionError("PostgreSQL does not become ready", e);
        }
        Thread.sleep(200);
      }
    }
  }

  /** A program of PostgreSQL, which root may not run. */
  private static List<String> asPostgres(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("setpriv", "--reuid", "postgres", "--regid", "postgres"));
      command.add("--clear-groups");
    }
    command.add(program(program));
    command.addAll(List.of(arguments));
    return command;
  }

  private static String program(String name) throws IOException {
    try (Stream<Path> found =
        Files.find(Path.of("/usr/lib/postgresql"), 3, (path, _) -> path.endsWith("bin/" + name))) {
      return found.findFirst().orElseThrow(() -> new AssertionError("no " + name)).toString();
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    run(new ProcessBuilder(command).directory(new File("/")));
  }

  private static String run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(builder.command().getFirst() + " failed: " + out);
    }
    return out.strip();
  }

  @Override
  public void close() throws IOException {
    try {
      if (server.isAlive()) {
        // A fast shutdown, which waits for no connection.
        run(List.of("kill", "-INT", Long.toString(server.pid())));
        server.onExit().join();
      }
      run(List.of("rm", "-rf", folder.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
