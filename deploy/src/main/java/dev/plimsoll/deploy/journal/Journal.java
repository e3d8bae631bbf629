package dev.plimsoll.deploy.journal;

import dev.plimsoll.deploy.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The journal of one run: a JSON object a line, on the disk before the step that it names is done.
 *
 * <p>Its room is taken when it is made. A disk that is full stops a deploy before it begins, and
 * never in its middle.
 */
public final class Journal implements AutoCloseable {

  private static final String FILE = "journal.jsonl";
  private static final int ROOM = 256 << 10;
  private static final byte BLANK = '\n';

  private final Path folder;
  private final FileChannel channel;
  private final Supplier<Instant> clock;
  private final List<JournalEntry> entries;

  private Journal(
      Path folder, FileChannel channel, Supplier<Instant> clock, List<JournalEntry> entries) {
    this.folder = folder;
    this.channel = channel;
    this.clock = clock;
    this.entries = new ArrayList<>(entries);
  }

  /** Begins a new run below {@code runs}. */
  public static Journal create(Path runs, Supplier<Instant> clock) throws IOException {
    Files.createDirectories(runs);
    int number = 1;
    while (Files.exists(runs.resolve(name(number)))) {
      number++;
    }
    Path folder = Files.createDirectory(runs.resolve(name(number)));
    try {
      return new Journal(folder, blank(folder.resolve(FILE)), clock, List.of());
    } catch (IOException e) {
      // A disk that is full must not become fuller with every attempt.
      Files.deleteIfExists(folder.resolve(FILE));
      Files.deleteIfExists(folder);
      throw e;
    }
  }

  /** A file that has the room that it will need. */
  private static FileChannel blank(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      byte[] blank = new byte[ROOM];
      Arrays.fill(blank, BLANK);
      writeFully(channel, blank);
      channel.force(true);
      channel.position(0);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Opens the newest run below {@code runs} again; empty if there is none. */
  public static Optional<Journal> last(Path runs, Supplier<Instant> clock)
      throws IOException, Json.Malformed {
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    Optional<Path> newest;
    try (Stream<Path> folders = Files.list(runs)) {
      newest = folders.filter(folder -> Files.exists(folder.resolve(FILE))).max(Path::compareTo);
    }
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    Path file = newest.get().resolve(FILE);
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<JournalEntry> entries = new ArrayList<>();
    int end = 0;
    for (int at = 0; at < text.length(); ) {
      int stop = text.indexOf('\n', at);
      // A line without an end was being written when we were killed: its step was not begun.
      if (stop <= at) {
        break;
      }
      entries.add(entry(Json.parse(text.substring(at, stop))));
      at = stop + 1;
      end = at;
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    channel.position(text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
    return Optional.of(new Journal(newest.get(), channel, clock, entries));
  }

  /** The folder of this run, where its backup and record are too. */
  public Path folder() {
    return folder;
  }

  /** The file with the records of the release as they were before. */
  public Path backup() {
    return folder.resolve("backup.json");
  }

  public List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  /** The newest entry of a step; empty if it was not reached. */
  public Optional<JournalEntry> find(Step step) {
    return entries.reversed().stream().filter(entry -> entry.step() == step).findFirst();
  }

  public boolean has(Step step) {
    return find(step).isPresent();
  }

  /** Whether the cluster may be another than before. */
  public boolean hasChanged() {
    return has(Step.CANARY) || has(Step.APPLY);
  }

  /** Writes that a step is about to be done, and returns when the disk has it. */
  public void write(Step step, ObjectNode facts) throws IOException {
    String time = clock.get().toString();
    ObjectNode line = Json.object().put("step", step.name()).put("time", time);
    line.set("facts", facts);
    writeFully(channel, (Json.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
    channel.force(false);
    entries.add(new JournalEntry(step, time, facts));
  }

  private static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static JournalEntry entry(JsonNode line) throws Json.Malformed {
    try {
      return new JournalEntry(
          Step.valueOf(Json.text(line, "step")), Json.text(line, "time"), line.path("facts"));
    } catch (IllegalArgumentException e) {
      throw new Json.Malformed("a step of it is unknown");
    }
  }

  private static String name(int number) {
    return "run-%04d".formatted(number);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
