package dev.plimsoll.cli;

import dev.plimsoll.cli.terminal.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import picocli.CommandLine;

/**
 * One run of the command line in this process.
 *
 * @param code the exit code
 * @param out what went to standard output
 * @param err what went to standard error
 */
record CliRun(int code, String out, String err) {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** Runs a command line in a directory, as a pipe would see it. */
  static CliRun in(Path directory, String... args) {
    return piped(directory, "", args);
  }

  /** The same with something on standard input. */
  static CliRun piped(Path directory, String input, String... args) {
    return run(directory, input, Map.of(), args);
  }

  /** The same with environment variables. */
  static CliRun with(Map<String, String> environment, Path directory, String... args) {
    return run(directory, "", environment, args);
  }

  /** The commands that there are, as the help has them. */
  static CommandLine commands() {
    ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(nowhere, true, StandardCharsets.UTF_8);
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            out,
            out,
            Map.of(),
            Path.of("").toAbsolutePath(),
            TODAY,
            false,
            false);
    return new Plimsoll(console).line();
  }

  private static CliRun run(
      Path directory, String input, Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            directory,
            TODAY,
            false,
            false);
    int code = new Plimsoll(console).run(args);
    return new CliRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Writes a file below a directory. */
  static void write(Path directory, String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
