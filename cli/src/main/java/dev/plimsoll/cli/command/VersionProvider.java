package dev.plimsoll.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Tells the version that the build wrote into {@code version.txt}. */
public final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"plimsoll " + version()};
  }

  /** Returns the bare version, such as {@code 0.1.0}. */
  public static String version() {
    try (InputStream resource =
        Objects.requireNonNull(VersionProvider.class.getResourceAsStream("version.txt"))) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
