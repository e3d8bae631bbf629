package dev.plimsoll.deploy.helm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A helm that one of us has started, perhaps one that was killed since.
 *
 * @param started in milliseconds, as process numbers are used again; 0 if the system does not say
 */
public record HelmChild(long pid, long started) {

  /** Systems round start times. */
  private static final long TOLERANCE_MILLIS = 2_000;

  /** Waits until it has ended; false if it goes on for longer. */
  public boolean awaitEnd(Duration time) throws InterruptedException {
    Optional<ProcessHandle> handle = ProcessHandle.of(pid).filter(this::isSame);
    if (handle.isEmpty()) {
      return true;
    }
    try {
      handle.get().onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    }
  }

  /**
   * Waits until no process of ours is left that has an argument.
   *
   * @param argument which nobody else has, such as the path of a file of a plan
   */
  public static boolean awaitThoseWith(String argument, Duration time) throws InterruptedException {
    List<ProcessHandle> found =
        ProcessHandle.allProcesses()
            .filter(handle ->
                handle.info().arguments().stream()
                    .anyMatch(arguments -> List.of(arguments).contains(argument)))
            .toList();
    for (ProcessHandle handle : found) {
      if (!new HelmChild(handle.pid(), 0).awaitEnd(time)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(ProcessHandle handle) {
    long start = handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return handle.isAlive()
        && (started == 0 || start == 0 || Math.abs(start - started) <= TOLERANCE_MILLIS);
  }
}
