package dev.plimsoll.deploy.gate;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the reports that a project names. */
final class EvidenceFiles {

  private static final int DEPTH = 12;
  private static final int LARGEST = 64 << 20;

  private EvidenceFiles() {}

  /** The files that fit the patterns, in order. */
  static List<Path> find(GateContext context, List<String> patterns) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String pattern : patterns) {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
      // Only below the folder that the pattern begins with.
      String fixed = pattern.contains("*") ? pattern.substring(0, pattern.indexOf('*')) : pattern;
      Path start =
          context.directory().resolve(fixed.substring(0, Math.max(0, fixed.lastIndexOf('/'))));
      if (!Files.isDirectory(start)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(start, DEPTH)) {
        files
            .filter(Files::isRegularFile)
            .filter(file -> matcher.matches(context.directory().relativize(file)))
            .sorted()
            .forEach(found::add);
      }
    }
    return found;
  }

  static String text(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException("`" + file.getFileName() + "` is too large for a report");
    }
    return Files.readString(file);
  }

  /** Whether something is older than a project lets evidence be. */
  static boolean isTooOld(Instant time, Duration maxAge, Instant now) {
    return !maxAge.isZero() && time.plus(maxAge).isBefore(now);
  }
}
