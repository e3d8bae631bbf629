package dev.plimsoll.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does independent work on all processors. Little work is done at once by the thread that asks: to
 * start others would take longer.
 */
final class Workers implements AutoCloseable {

  private static final int WORTH_IT = 24;
  private static final int MAX_THREADS = 16;

  /**
   * How many tasks each thread gets: enough that one slow task does not keep the others waiting.
   */
  private static final int TASKS_PER_THREAD = 8;

  private final int threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
  private @Nullable ExecutorService executor;

  /** What {@code work} makes of each item, in the order of the items. */
  <T, R> List<R> map(List<T> items, Function<T, R> work) {
    return map(items, work, WORTH_IT);
  }

  /**
   * The same for work that takes longer.
   *
   * @param worthIt from how many items on several threads are faster
   */
  <T, R> List<R> map(List<T> items, Function<T, R> work, int worthIt) {
    if (threads < 2 || items.size() < worthIt) {
      List<R> results = new ArrayList<>(items.size());
      for (T item : items) {
        results.add(work.apply(item));
      }
      return results;
    }
    return inParallel(items, work);
  }

  @Override
  public void close() {
    if (executor != null) {
      executor.close();
    }
  }

  private <T, R> List<R> inParallel(List<T> items, Function<T, R> work) {
    int size = Math.max(1, items.size() / (threads * TASKS_PER_THREAD));
    List<Callable<List<R>>> tasks = new ArrayList<>();
    for (int start = 0; start < items.size(); start += size) {
      List<T> part = items.subList(start, Math.min(items.size(), start + size));
      tasks.add(() -> {
        List<R> results = new ArrayList<>(part.size());
        for (T item : part) {
          results.add(work.apply(item));
        }
        return results;
      });
    }
    List<R> results = new ArrayList<>(items.size());
    try {
      for (Future<List<R>> done : executor().invokeAll(tasks)) {
        results.addAll(done.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AnalysisInterrupted(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A part of the analysis failed", e.getCause());
    }
    return results;
  }

  private ExecutorService executor() {
    ExecutorService known = executor;
    if (known == null) {
      AtomicInteger count = new AtomicInteger();
      // A thread builder that counts by itself makes Java write classes for it at every start.
      known =
          Executors.newFixedThreadPool(
              threads,
              work ->
                  Thread.ofPlatform()
                      .name("analysis-" + count.getAndIncrement())
                      .daemon()
                      .unstarted(work));
      executor = known;
    }
    return known;
  }
}
