package dev.plimsoll.conformance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Makes folders of the archives inside a chart, which is the same chart to Helm. */
final class Archives {

  private Archives() {}

  static void unpack(Path chart) throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.walk(chart)) {
      folders = all.filter(path -> path.endsWith("charts") && Files.isDirectory(path)).toList();
    }
    boolean found = false;
    for (Path folder : folders) {
      for (Path archive : archives(folder)) {
        unpack(archive, folder);
        Files.delete(archive);
        found = true;
      }
    }
    if (found) {
      // Archives may hold archives.
      unpack(chart);
    }
  }

  private static List<Path> archives(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".tgz")).toList();
    }
  }

  private static void unpack(Path archive, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile()) {
          write(folder, entry.getName(), tar.readAllBytes());
        }
      }
    }
  }

  private static void write(Path folder, String name, byte[] content) throws IOException {
    Path file = folder.resolve(name).normalize();
    Path parent = file.getParent();
    if (parent == null || !file.startsWith(folder)) {
      throw new IOException(name + " is outside of its folder.");
    }
    Files.createDirectories(parent);
    Files.write(file, content);
  }
}
