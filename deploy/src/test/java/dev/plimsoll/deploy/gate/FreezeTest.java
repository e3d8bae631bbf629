package dev.plimsoll.deploy.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.deploy.json.Json;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class FreezeTest {

  @ParameterizedTest
  @CsvSource({
    // From Friday 16:00 in Berlin (15:00 in winter, by UTC) for 64 hours.
    "0 16 * * FRI, 230400, Europe/Berlin, 2026-11-27T14:59:00Z, false",
    "0 16 * * FRI, 230400, Europe/Berlin, 2026-11-27T15:00:00Z, true",
    "0 16 * * FRI, 230400, Europe/Berlin, 2026-11-30T06:59:00Z, true",
    "0 16 * * FRI, 230400, Europe/Berlin, 2026-11-30T07:00:00Z, false",
    "*/15 8-17 * 12 1-5, 60, UTC, 2026-12-01T08:30:20Z, true",
    "*/15 8-17 * 12 1-5, 60, UTC, 2026-12-01T08:31:00Z, false",
    "*/15 8-17 * 12 1-5, 60, UTC, 2026-12-05T08:30:00Z, false",
  })
  void opensByTheClockOfItsZone(String cron, long duration, String zone, String now, boolean open) {
    JsonNode window =
        Json.object().put("cron", cron).put("duration", duration).put("timeZone", zone);

    assertThat(Freeze.isOpen(window, Instant.parse(now))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-19T23:59:00Z, false",
    "2026-12-20T00:00:00Z, true",
    "2027-01-03T23:59:00Z, true",
    "2027-01-04T00:00:00Z, false",
  })
  void opensOnceForDays(String now, boolean open) {
    JsonNode window = Json.object().put("from", "2026-12-20").put("until", "2027-01-03");

    assertThat(Freeze.isOpen(window, Instant.parse(now))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({"* * * *", "61 * * * *", "* * * * MOON", "5-1 * * * *", "*/0 * * * *"})
  void refusesWhatIsNoCron(String cron) {
    assertThat(CronTime.parse(cron)).isEmpty();
  }
}
