package dev.plimsoll.lsp.workspace;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.Analyzer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The analyses of one root: the newest state is what counts, and states that nobody waits for are
 * passed over. While a person types, an analysis begins after a pause that is short where analyses
 * are, and never is put off for long; whoever asks for a result gets it without a pause.
 */
final class Analyses {

  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long LONGEST_DELAY = TimeUnit.MILLISECONDS.toNanos(600);

  /**
   * An editor that has just started says what is open, and nobody sees a result without those
   * texts: so long is waited for the first of them, and then for each more.
   */
  private static final long PAUSE_UNTIL_OPENED = TimeUnit.MILLISECONDS.toNanos(150);

  private static final long PAUSE_BETWEEN_OPENED = TimeUnit.MILLISECONDS.toNanos(10);

  /** An analysis that takes this long has a pause of a third of it before the next. */
  private static final int PART_OF_COST = 3;

  private final Root root;
  private final Analyzer analyzer;
  private final ScheduledExecutorService thread;
  private final AnalysisListener listener;

  private final List<Waiting> waiting = new ArrayList<>();
  private @Nullable Inputs wanted;
  private @Nullable Analysed latest;
  private @Nullable ScheduledFuture<?> planned;
  private boolean isRunning;
  private boolean isClosed;
  private long cost;
  private long unansweredSince;

  /** Somebody who needs the result of a state or a later one. */
  private record Waiting(long revision, CompletableFuture<Analysed> answer) {}

  Analyses(
      Root root, Analyzer analyzer, ScheduledExecutorService thread, AnalysisListener listener) {
    this.root = root;
    this.analyzer = analyzer;
    this.thread = thread;
    this.listener = listener;
  }

  /** The newest result; empty before the first. */
  synchronized Optional<Analysed> latest() {
    return Optional.ofNullable(latest);
  }

  /** Takes the newest state. */
  synchronized void submit(Inputs inputs) {
    if (isClosed) {
      return;
    }
    if (wanted == null) {
      unansweredSince = System.nanoTime();
    }
    wanted = inputs;
    plan(pause(inputs));
  }

  /** The result of the state with this revision, or of a later one; at once if it is there. */
  synchronized CompletableFuture<Analysed> at(long revision) {
    Analysed known = latest;
    if (known != null && (known.revision() >= revision || (wanted == null && !isRunning))) {
      return CompletableFuture.completedFuture(known);
    }
    CompletableFuture<Analysed> answer = new CompletableFuture<>();
    if (isClosed) {
      answer.cancel(false);
      return answer;
    }
    waiting.add(new Waiting(revision, answer));
    if (wanted != null) {
      plan(0);
    }
    return answer;
  }

  /** Ends everything that waits. */
  synchronized void close() {
    isClosed = true;
    wanted = null;
    if (planned != null) {
      planned.cancel(false);
    }
    waiting.forEach(each -> each.answer().cancel(false));
    waiting.clear();
  }

  private long pause(Inputs next) {
    if (waiting.stream().anyMatch(each -> !each.answer().isDone())) {
      return 0;
    }
    long pause =
        latest != null
            ? Math.min(LONGEST_PAUSE, cost / PART_OF_COST)
            : next.versions().isEmpty() ? PAUSE_UNTIL_OPENED : PAUSE_BETWEEN_OPENED;
    long delayed = System.nanoTime() - unansweredSince;
    return Math.max(0, Math.min(pause, LONGEST_DELAY - delayed));
  }

  private void plan(long delay) {
    if (isRunning) {
      return;
    }
    if (planned != null) {
      planned.cancel(false);
    }
    try {
      planned = thread.schedule(this::run, delay, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      close();
    }
  }

  private void run() {
    Inputs inputs;
    boolean isFirst;
    synchronized (this) {
      inputs = wanted;
      if (inputs == null || isRunning) {
        return;
      }
      wanted = null;
      isRunning = true;
      isFirst = latest == null;
    }
    long start = System.nanoTime();
    try {
      listener.began(root, isFirst);
      AnalysisResult result = analyzer.analyze(inputs.workspace());
      finish(
          new Analysed(
              root, inputs.revision(), inputs.workspace().files(), inputs.versions(), result),
          System.nanoTime() - start);
    } catch (RuntimeException | StackOverflowError bug) {
      fail(
          inputs.revision(),
          bug instanceof RuntimeException known ? known : new IllegalStateException(bug));
    }
  }

  private void finish(Analysed analysed, long duration) {
    boolean isCurrent;
    synchronized (this) {
      isCurrent = wanted == null;
      latest = analysed;
      cost = duration;
      unansweredSince = System.nanoTime();
    }
    listener.ended(analysed, isCurrent);
    answer(analysed.revision(), waiter -> waiter.complete(analysed));
  }

  private void fail(long revision, RuntimeException bug) {
    listener.failed(root, bug);
    answer(revision, waiter -> waiter.completeExceptionally(bug));
  }

  /** Answers those for whom this state is new enough, and goes on with the next. */
  private void answer(long revision, Consumer<CompletableFuture<Analysed>> answer) {
    List<CompletableFuture<Analysed>> answered = new ArrayList<>();
    synchronized (this) {
      isRunning = false;
      waiting.removeIf(each -> {
        boolean isAnswered = each.revision() <= revision || wanted == null;
        if (isAnswered) {
          answered.add(each.answer());
        }
        return isAnswered || each.answer().isDone();
      });
      if (wanted != null) {
        plan(pause(wanted));
      }
    }
    answered.forEach(answer);
  }
}
