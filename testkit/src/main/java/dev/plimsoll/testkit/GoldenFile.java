package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds what the software wrote when a person last looked at it. With {@code
 * -Dgolden.update=true} it is written anew; a missing one is written too, and fails, so that
 * nothing passes unseen.
 */
public final class GoldenFile {

  private static final String UPDATE = "golden.update";

  private GoldenFile() {}

  /** Whether golden files are to be written rather than compared. */
  public static boolean isUpdating() {
    return Boolean.getBoolean(UPDATE);
  }

  /** Fails unless {@code file} holds exactly {@code actual}. */
  public static void verify(Path file, String actual) {
    try {
      if (isUpdating()) {
        write(file, actual);
        return;
      }
      if (!Files.exists(file)) {
        write(file, actual);
        fail(file + " was not there; it is now: look at it and run the test again");
      }
      assertThat(Files.readString(file))
          .as("%s is stale; -D%s=true writes it anew", file, UPDATE)
          .isEqualTo(actual);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }
}
