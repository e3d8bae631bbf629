package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** No freeze window is open. */
final class Freeze implements Gate {

  @Override
  public String id() {
    return "freeze";
  }

  @Override
  public Strictness strictness() {
    return Strictness.ALWAYS;
  }

  private static final int LONGEST_MINUTES = 31 * 24 * 60;

  @Override
  public Verdict judge(GateContext context) {
    Instant now = context.cluster().clock().now();
    int windows = 0;
    for (JsonNode window : context.settings().entries("freeze")) {
      windows++;
      try {
        if (isOpen(window, now)) {
          String reason = Json.text(window, "reason");
          return Verdict.deny(
              "Nothing is deployed now" + (reason.isEmpty() ? "." : ": " + reason + "."),
              "Wait until the window closes.");
        }
      } catch (DateTimeException e) {
        return Verdict.deny(
            "A freeze window cannot be read: " + e.getMessage() + ".",
            "Correct deploy.freeze in plimsoll.yaml and make a new plan.");
      }
    }
    return Verdict.allow(
        windows == 0 ? "There is no freeze window" : "None of " + windows + " windows is open");
  }

  static boolean isOpen(JsonNode window, Instant now) {
    String named = Json.text(window, "timeZone");
    ZonedDateTime here = now.atZone(ZoneId.of(named.isEmpty() ? "UTC" : named));
    String from = Json.text(window, "from");
    String until = Json.text(window, "until");
    if (!from.isEmpty() || !until.isEmpty()) {
      LocalDate today = here.toLocalDate();
      boolean begun = from.isEmpty() || !today.isBefore(LocalDate.parse(from));
      boolean over = !until.isEmpty() && today.isAfter(LocalDate.parse(until));
      return begun && !over;
    }
    Optional<CronTime> cron = CronTime.parse(Json.text(window, "cron"));
    if (cron.isEmpty()) {
      throw new DateTimeException("`" + Json.text(window, "cron") + "` is no cron");
    }
    long minutes = Math.min(LONGEST_MINUTES, Math.max(1, window.path("duration").asLong(60) / 60));
    ZonedDateTime minute = here.truncatedTo(ChronoUnit.MINUTES);
    for (long back = 0; back < minutes; back++) {
      if (cron.get().matches(minute.minusMinutes(back))) {
        return true;
      }
    }
    return false;
  }
}
