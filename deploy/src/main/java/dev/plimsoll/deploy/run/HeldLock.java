package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ReleaseLock;
import java.time.Duration;
import java.util.Optional;

/** The lock while a deploy holds it: renewed now and then by whoever waits for something. */
final class HeldLock implements AutoCloseable {

  private static final Duration RENEWAL = Duration.ofSeconds(15);

  private final ReleaseLock lock;
  private long renewed = System.nanoTime();

  private HeldLock(ReleaseLock lock) {
    this.lock = lock;
  }

  /** Takes a lock; says who holds it otherwise. */
  static Attempt take(ReleaseLock lock, boolean takeOver) throws ClusterFailure {
    Optional<String> holder = lock.acquire(takeOver);
    return holder.isPresent()
        ? new Attempt.Held(holder.get())
        : new Attempt.Taken(new HeldLock(lock));
  }

  /** What became of an attempt to take a lock. */
  sealed interface Attempt {

    /** It is ours. */
    record Taken(HeldLock lock) implements Attempt {}

    /** It is another's. */
    record Held(String holder) implements Attempt {}
  }

  /** Renews the lock if it is time to; says who has taken it from us. */
  Optional<String> renew() throws ClusterFailure {
    if (System.nanoTime() - renewed < RENEWAL.toNanos()) {
      return Optional.empty();
    }
    Optional<String> holder = lock.acquire(false);
    renewed = System.nanoTime();
    return holder;
  }

  @Override
  public void close() {
    giveBack(lock);
  }

  /** Gives a lock back if it is still its owner's. */
  static void giveBack(ReleaseLock lock) {
    try {
      lock.release();
    } catch (ClusterFailure failure) {
      // It runs out by itself.
      return;
    }
  }
}
