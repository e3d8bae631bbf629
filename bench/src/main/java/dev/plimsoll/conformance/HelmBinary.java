package dev.plimsoll.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real Helm.
 *
 * @param version as {@code --helm-version} takes it
 */
record HelmBinary(String version, Path binary) {

  static HelmBinary parse(String text) {
    String[] parts = text.split("=", 2);
    if (parts.length != 2 || !Files.isExecutable(Path.of(parts[1]))) {
      throw new IllegalArgumentException("`--helm " + text + "` is not VERSION=BINARY.");
    }
    return new HelmBinary(parts[0], Path.of(parts[1]).toAbsolutePath());
  }

  /** {@code helm template}. */
  Output template(RenderCase render) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(binary.toString(), "template"));
    command.addAll(render.arguments());
    Path error = Files.createTempFile("helm", ".err");
    try {
      Process process = new ProcessBuilder(command).redirectError(error.toFile()).start();
      process.getOutputStream().close();
      byte[] bytes = process.getInputStream().readAllBytes();
      boolean succeeded = process.waitFor() == 0;
      String message = Files.readString(error, StandardCharsets.UTF_8);
      return new Output(succeeded, succeeded ? bytes : new byte[0], succeeded ? "" : message);
    } finally {
      Files.delete(error);
    }
  }
}
