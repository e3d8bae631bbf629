package dev.plimsoll.deploy.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.deploy.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {

  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  @TempDir private Path runs;

  @Test
  void goesOnWhereItWasLeft() throws IOException, Json.Malformed {
    Path file;
    try (Journal journal = Journal.create(runs, () -> NOW)) {
      journal.write(Step.START, Json.object().put("deploy", "d1"));
      journal.write(Step.APPLY, Json.object().put("before", 4));
      file = journal.folder().resolve("journal.jsonl");
    }
    try (Journal journal = Journal.last(runs, () -> NOW).orElseThrow()) {
      assertThat(journal.entries())
          .extracting(JournalEntry::step)
          .containsExactly(Step.START, Step.APPLY);
      journal.write(Step.END, Json.object());
    }
    try (Journal journal = Journal.last(runs, () -> NOW).orElseThrow()) {
      assertThat(journal.find(Step.APPLY).orElseThrow().facts().path("before").asInt())
          .isEqualTo(4);
      assertThat(journal.has(Step.END)).isTrue();
    }
    assertThat(Files.size(file)).as("its room is taken from the start").isEqualTo(256 << 10);
  }

  @Test
  void passesOverALineThatWasBeingWritten() throws IOException, Json.Malformed {
    Path file;
    try (Journal journal = Journal.create(runs, () -> NOW)) {
      journal.write(Step.START, Json.object());
      file = journal.folder().resolve("journal.jsonl");
    }
    String text = Files.readString(file).stripTrailing() + "\n{\"step\":\"APP";
    Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING);

    try (Journal journal = Journal.last(runs, () -> NOW).orElseThrow()) {
      assertThat(journal.entries()).extracting(JournalEntry::step).containsExactly(Step.START);
      journal.write(Step.END, Json.object());
    }
    try (Journal journal = Journal.last(runs, () -> NOW).orElseThrow()) {
      assertThat(journal.has(Step.END)).isTrue();
    }
  }

  @Test
  void eachRunHasItsOwn() throws IOException, Json.Malformed {
    Journal.create(runs, () -> NOW).close();
    try (Journal second = Journal.create(runs, () -> NOW)) {
      second.write(Step.START, Json.object().put("deploy", "d2"));
    }
    try (Journal last = Journal.last(runs, () -> NOW).orElseThrow()) {
      assertThat(last.folder().getFileName()).hasToString("run-0002");
      assertThat(last.entries()).hasSize(1);
    }
  }
}
