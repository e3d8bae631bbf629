package dev.plimsoll.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Looks at what every account of this machine may see of the processes that a deploy starts, and at
 * the environment, which only its own account may see.
 */
final class ProcessWatch implements AutoCloseable {

  private final Set<String> seen = new ConcurrentSkipListSet<>();
  private final Thread watcher = Thread.ofPlatform().unstarted(this::watch);
  private volatile boolean isOver;

  private ProcessWatch() {}

  /** Begins to look at all that this process starts. */
  static ProcessWatch begin() {
    ProcessWatch watch = new ProcessWatch();
    watch.watcher.start();
    return watch;
  }

  /** The command lines and environments so far. */
  Set<String> seen() {
    return Set.copyOf(seen);
  }

  private void watch() {
    while (!isOver) {
      ProcessHandle.current().descendants().forEach(this::look);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void look(ProcessHandle process) {
    for (String file : new String[] {"cmdline", "environ"}) {
      try {
        byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), file));
        seen.add(new String(bytes, StandardCharsets.UTF_8).replace('\0', ' '));
      } catch (IOException e) {
        // It has ended.
        return;
      }
    }
  }

  @Override
  public void close() {
    isOver = true;
    try {
      watcher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
