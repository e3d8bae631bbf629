package dev.plimsoll.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Tells state files by what they start with, where their names say nothing. */
final class HelmfileHead {

  private static final Pattern KEY =
      Pattern.compile("^(releases|helmfiles|environments|bases):", Pattern.MULTILINE);

  private HelmfileHead() {}

  static boolean isOne(Path file) {
    String path = file.toString();
    if (path.contains("/output")
        || path.contains("/recorded/")
        || path.endsWith("/plimsoll.yaml")) {
      return false;
    }
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return KEY.matcher(text).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
