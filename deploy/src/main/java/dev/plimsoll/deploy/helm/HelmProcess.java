package dev.plimsoll.deploy.helm;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A helm at work. */
public final class HelmProcess {

  private static final int KEPT_LINES = 200;
  private static final Duration GRACE = Duration.ofSeconds(15);

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final Thread reader;

  HelmProcess(Process process) {
    this.process = process;
    this.reader = Thread.ofVirtual().name("helm-output").start(this::read);
  }

  /** Which process it is, so that it can be found again when we are gone. */
  public HelmChild child() {
    return new HelmChild(
        process.pid(), process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Its exit code, once it has ended. */
  public Optional<Integer> exitCode() {
    return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
  }

  /** What it wrote, standard error included; the last lines of much. */
  public List<String> output() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** What it says went wrong, in one line. */
  public String problem() {
    List<String> said = output();
    return said.reversed().stream()
        .filter(line -> line.contains("Error:"))
        .findFirst()
        .map(line -> line.substring(line.indexOf("Error:") + "Error:".length()).strip())
        .orElse(said.isEmpty() ? "helm says nothing" : said.getLast());
  }

  /** Waits until it ends; false if it goes on for longer. */
  public boolean await(Duration time) throws InterruptedException {
    boolean ended = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    if (ended) {
      reader.join();
    }
    return ended;
  }

  /** Asks it to end, which lets it write down that the release failed; insists after a while. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!await(GRACE)) {
      process.destroyForcibly();
      await(GRACE);
    }
  }

  private void read() {
    try (BufferedReader in = process.inputReader()) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        synchronized (lines) {
          lines.add(line);
          if (lines.size() > KEPT_LINES) {
            lines.removeFirst();
          }
        }
      }
    } catch (IOException e) {
      // It was killed: there is no more to read.
      return;
    }
  }
}
