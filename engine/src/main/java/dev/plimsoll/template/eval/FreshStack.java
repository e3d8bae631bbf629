package dev.plimsoll.template.eval;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs deeply recursive work in a thread with a large stack, while this thread waits. Helm allows a
 * template to include itself a thousand times, which not every thread's stack is made for.
 */
final class FreshStack {

  private FreshStack() {}

  /** What a thread has computed, or how it failed. */
  private static final class Outcome<T> {
    @Nullable T result;
    @Nullable Throwable failure;
  }

  static <T> T call(Supplier<T> work, long stackSize) {
    Outcome<T> outcome = new Outcome<>();
    Thread thread = new Thread(null, () -> run(work, outcome), "template-evaluation", stackSize);
    thread.setDaemon(true);
    thread.start();
    await(thread);
    if (outcome.failure instanceof RuntimeException failure) {
      throw failure;
    }
    if (outcome.failure instanceof Error error) {
      throw error;
    }
    T result = outcome.result;
    if (result == null) {
      throw new IllegalStateException("No result");
    }
    return result;
  }

  private static <T> void run(Supplier<T> work, Outcome<T> outcome) {
    try {
      outcome.result = work.get();
    } catch (RuntimeException | Error e) {
      // Thrown again by the thread that waits.
      outcome.failure = e;
    }
  }

  /** An interrupt is passed on; the work notices it soon. */
  private static void await(Thread thread) {
    boolean isInterrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException _) {
        isInterrupted = true;
        thread.interrupt();
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
