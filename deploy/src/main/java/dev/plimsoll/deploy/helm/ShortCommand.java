package dev.plimsoll.deploy.helm;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A program whose answer is waited for. */
final class ShortCommand {

  private ShortCommand() {}

  /** Where the PATH of an environment has a program. */
  static Optional<Path> onPath(Map<String, String> environment, String name) {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path candidate = Path.of(folder, name);
      if (!folder.isEmpty() && Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** How it is started: with this environment, and nothing of our own. */
  static ProcessBuilder builder(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  /**
   * What it prints.
   *
   * @param refusal makes a sentence of what it writes to standard error when it fails
   */
  static String output(ProcessBuilder builder, UnaryOperator<String> refusal) throws HelmFailure {
    String program = builder.command().getFirst();
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      // The common pool may have a single thread, which another program would keep waiting.
      CompletableFuture<String> problems =
          CompletableFuture.supplyAsync(
              () -> text(process.getErrorStream()), Thread::startVirtualThread);
      String out = text(process.getInputStream());
      if (process.waitFor() != 0) {
        throw new HelmFailure(refusal.apply(problems.join()));
      }
      return out;
    } catch (IOException e) {
      throw new HelmFailure("`" + program + "` cannot be started: " + e.getMessage() + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HelmFailure("The wait for `" + program + "` was interrupted.");
    }
  }

  private static String text(InputStream in) {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
