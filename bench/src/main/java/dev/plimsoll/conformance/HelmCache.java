package dev.plimsoll.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Keeps what Helm printed, by the name of the render; charts are supposed to stay as they are. */
final class HelmCache {

  private final Optional<Path> folder;

  HelmCache(Optional<Path> folder) {
    this.folder = folder;
  }

  /** How Helm is asked. */
  @FunctionalInterface
  interface Question {
    Output ask() throws IOException, InterruptedException;
  }

  Output get(String key, Question question) throws IOException, InterruptedException {
    if (folder.isEmpty()) {
      return question.ask();
    }
    Files.createDirectories(folder.get());
    String name = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    Path output = folder.get().resolve(name + ".out");
    Path error = folder.get().resolve(name + ".err");
    if (Files.exists(output)) {
      return new Output(true, Files.readAllBytes(output), "");
    }
    if (Files.exists(error)) {
      return new Output(false, new byte[0], Files.readString(error));
    }
    Output answer = question.ask();
    if (answer.succeeded()) {
      Files.write(output, answer.bytes());
    } else {
      Files.writeString(error, answer.error());
    }
    return answer;
  }
}
