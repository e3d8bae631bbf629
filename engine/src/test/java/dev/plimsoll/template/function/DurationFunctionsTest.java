package dev.plimsoll.template.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.values.HelmVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded from Helm 4.3.1. */
final class DurationFunctionsTest {

  private static final Calls CALLS = new Calls(DurationFunctions.family(HelmVersion.NEWEST));

  @Test
  void countsSecondsOfTextsAndInt64Alone() {
    assertThat(call("duration", GoString.of("95"))).isEqualTo("1m35s");
    assertThat(call("duration", GoString.of("1m"))).isEqualTo("0s");
    assertThat(call("duration", GoInt.int64(-3600, Trace.NONE))).isEqualTo("-1h0m0s");
    assertThat(call("duration", GoInt.of(95, Trace.NONE))).isEqualTo("0s");
    assertThat(call("duration", new GoFloat(95, Trace.NONE))).isEqualTo("0s");
  }

  @ParameterizedTest
  @CsvSource({
    "2h10m5s,2h",
    "24h,24h",
    "25h,1d",
    "2400h5s,3mo",
    "8761h,1y",
    "61s,1m",
    "60s,60s",
    "1s,0s",
    "-90m,1h",
    "x,0s"
  })
  void roundsToTheLargestUnit(String duration, String expected) {
    assertThat(call("durationRound", GoString.of(duration))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      textBlock =
          """
          durationSeconds      § 1h2m3.5s § 3723.5
          durationMilliseconds § 1.5      § 1500
          durationMicroseconds § 3µs      § 3
          durationNanoseconds  § 1ms      § 1000000
          durationMinutes      § 90s      § 1.5
          durationHours        § 90m      § 1.5
          durationDays         § 36h      § 1.5
          durationWeeks        § 84h      § 0.5
          durationSeconds      § soon     § 0
          mustToDuration       § 1.5      § 1.5s
          """)
  void helm4TellsTheSize(String function, String duration, String expected) {
    assertThat(call(function, GoString.of(duration))).isEqualTo(expected);
  }

  @Test
  void helm4RoundsAndTruncates() {
    GoString duration = GoString.of("2h13m45s");
    assertThat(call("durationRoundTo", duration, GoString.of("30m"))).isEqualTo("2h0m0s");
    assertThat(call("durationRoundTo", duration, GoString.of("1m"))).isEqualTo("2h14m0s");
    assertThat(call("durationTruncateTo", duration, GoString.of("1m"))).isEqualTo("2h13m0s");
    assertThat(call("durationTruncateTo", duration, GoString.of("?"))).isEqualTo("2h13m45s");
    assertThat(call("durationTruncateTo", GoString.of("?"), duration)).isEqualTo("0s");
  }

  @Test
  void helm4SaysWhatIsNoDuration() {
    assertThatThrownBy(() -> call("mustToDuration", GoString.of(" x ")))
        .isInstanceOf(GoFailure.class)
        .hasMessage("could not parse duration \" x \"");
    assertThatThrownBy(() -> call("mustToDuration", GoNil.LITERAL)).hasMessage("invalid duration");
    assertThatThrownBy(() -> call("mustToDuration", GoInt.int64(Long.MAX_VALUE, Trace.NONE)))
        .hasMessage("duration seconds overflow: 9223372036854775807");
  }

  @Test
  void helm3HasTwoFunctions() {
    assertThat(new FunctionTable(DurationFunctions.family(new HelmVersion(3, 22, 0))).names())
        .containsExactly("duration", "durationRound");
  }

  private static String call(String function, GoValue... arguments) {
    return GoPrinter.text(CALLS.call(PlainContext.untracked(), function, arguments));
  }
}
