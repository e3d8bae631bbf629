package dev.plimsoll.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The working tree that the tests run in. */
final class Repository {

  static final Path ROOT = root();

  private Repository() {}

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("rules/catalog"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("Not run inside the repository");
      }
    }
    return folder;
  }
}
