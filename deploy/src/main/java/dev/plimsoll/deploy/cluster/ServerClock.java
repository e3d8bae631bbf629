package dev.plimsoll.deploy.cluster;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The time of the API server. The clock of this machine may be wrong or jump; what several
 * deployers agree on is the time that all of them read from the same server.
 */
public final class ServerClock {

  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private @Nullable Instant said;
  private long saidAt;

  /** The time now; that of this machine as long as no server has answered. */
  public synchronized Instant now() {
    return said == null ? Instant.now() : said.plusNanos(System.nanoTime() - saidAt);
  }

  /** How far the clock of this machine is ahead. */
  public Duration drift() {
    return Duration.between(now(), Instant.now());
  }

  synchronized void read(@Nullable String date) {
    if (date == null) {
      return;
    }
    try {
      Instant answer = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      // The header has whole seconds; within one of them our own count is the finer one.
      if (said == null || Duration.between(answer, now()).abs().compareTo(TOLERANCE) > 0) {
        said = answer;
        saidAt = System.nanoTime();
      }
    } catch (DateTimeException e) {
      // Then the last one counts.
      return;
    }
  }
}
