package dev.plimsoll.cli.terminal;

import dev.plimsoll.template.value.GoFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the commands that helmfiles call with {@code exec}, once a person has allowed it. */
public final class Commands {

  private static final int MAX_OUTPUT = 16 << 20;
  private static final long MAX_SECONDS = 60;

  private final Path root;

  /**
   * @param root of the workspace
   */
  public Commands(Path root) {
    this.root = root;
  }

  /** Runs a command in a folder of the workspace and gives what it writes. */
  public String run(
      List<String> command, Map<String, String> variables, String input, String folder) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(root.resolve(folder).toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(variables);
    try {
      Process process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
      byte[] output = process.getInputStream().readNBytes(MAX_OUTPUT);
      if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new GoFailure("command \"" + command.getFirst() + "\" took more than a minute");
      }
      if (process.exitValue() != 0) {
        throw new GoFailure("command \"" + command.getFirst() + "\" exited with non-zero status");
      }
      return new String(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new GoFailure(
          "exec: \"" + command.getFirst() + "\": executable file not found in $PATH");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GoFailure("command \"" + command.getFirst() + "\" was interrupted");
    }
  }
}
