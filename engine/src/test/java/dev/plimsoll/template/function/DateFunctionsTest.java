package dev.plimsoll.template.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded from Helm 4.3.1. */
final class DateFunctionsTest {

  private static final Calls CALLS = new Calls(DateFunctions.family());

  /** 2001-09-09 01:46:40 UTC. */
  private static final GoInt BILLION = GoInt.int64(1_000_000_000, Trace.NONE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '~',
      textBlock =
          """
          2006-01-02T15:04:05Z07:00       § Europe/Berlin    § 2001-09-09T03:46:40+02:00
          Monday, 02-Jan-06 15:04:05 MST  § Europe/Berlin    § Sunday, 09-Sep-01 03:46:40 CEST
          Mon Jan _2 3:4:5 PM pm January  § UTC              § Sun Sep  9 1:46:40 AM am September
          2 1 __2 002 .000 ,999 Z0700     § UTC              § 9 9 252 252 .000  Z
          -0700 -07 -07:00:00 Z070000     § Asia/Kathmandu   § +0545 +05 +05:45:00 +054500
          MST                             § Asia/Dubai       § +04
          MST                             § America/New_York § EDT
          2006-01-02                      § No/Where         § 2001-09-09
          Janet Money _2006               § UTC              § Janet Money _2001
          """)
  void writesTheLayoutsOfGo(String layout, String zone, String expected) {
    assertThat(text("dateInZone", GoString.of(layout), BILLION, GoString.of(zone)))
        .isEqualTo(expected);
  }

  @Test
  void usesTheLocalZone() {
    PlainContext context = PlainContext.in(ZoneId.of("Asia/Tokyo"));
    GoValue date = CALLS.call(context, "date", GoString.of("15:04 MST"), BILLION);
    assertThat(GoPrinter.text(date)).isEqualTo("10:46 JST");
    GoString layout = GoString.of("2006-01-02 15:04");
    GoValue parsed = CALLS.call(context, "toDate", layout, GoString.of("2020-05-06 07:08"));
    assertThat(GoPrinter.text(parsed)).isEqualTo("2020-05-06 07:08:00 +0900 JST");
  }

  @Test
  void takesWhatIsNoDateForNow() {
    PlainContext context = PlainContext.untracked();
    GoValue number = new GoFloat(1_000_000_000, Trace.NONE);
    assertThat(GoPrinter.text(CALLS.call(context, "htmlDate", number))).isEqualTo("2026-03-04");
    assertThat(context.noted()).containsExactly("now");
    assertThat(text("htmlDate", BILLION)).isEqualTo("2001-09-09");
  }

  @Test
  void movesDates() {
    GoValue date = CALLS.call(PlainContext.untracked(), "now");
    assertThat(text("dateModify", GoString.of("-1.5h"), date))
        .isEqualTo("2026-03-04 03:36:07.08091 +0000 UTC");
    assertThat(text("dateModify", GoString.of("x"), date)).isEqualTo(GoPrinter.text(date));
    assertThatThrownBy(() -> text("mustDateModify", GoString.of("1y"), date))
        .isInstanceOf(GoFailure.class)
        .hasMessage("time: unknown unit \"y\" in duration \"1y\"");
    assertThat(text("ago", BILLION)).isEqualTo("214611h19m27s");
    assertThat(text("unixEpoch", date)).isEqualTo("1772600767");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '~',
      textBlock =
          """
          2006-01-02          § 2020-02-30   § ": day out of range"
          2006-01-02          § 2020-13-01   § ": month out of range"
          2006-01-02          § 2020-1-01    § " as "2006-01-02": cannot parse "1-01" as "01""
          2006-01-02          § 2020-01-02x  § ": extra text: "x""
          15:04               § 25:00        § ": hour out of range"
          Jan 2               § Foo 2        § " as "Jan 2": cannot parse "Foo 2" as "Jan""
          """)
  void refusesAsGoDoes(String layout, String date, String error) {
    assertThatThrownBy(() -> text("mustToDate", GoString.of(layout), GoString.of(date)))
        .isInstanceOf(GoFailure.class)
        .hasMessage("parsing time \"" + date + "\"" + error.substring(1, error.length() - 1));
    assertThat(text("toDate", GoString.of(layout), GoString.of(date)))
        .isEqualTo("0001-01-01 00:00:00 +0000 UTC");
  }

  @Test
  void hasTheMethodsOfGosTime() {
    GoObject date =
        (GoObject)
            CALLS.call(
                PlainContext.untracked(),
                "toDate",
                GoString.of("2006-01-02 15:04:05"),
                GoString.of("2024-01-31 10:20:30.5"));
    assertThat(method(date, "Year")).isEqualTo("2024");
    assertThat(method(date, "Month")).isEqualTo("January");
    assertThat(method(date, "Weekday")).isEqualTo("Wednesday");
    assertThat(method(date, "YearDay")).isEqualTo("31");
    assertThat(method(date, "Unix")).isEqualTo("1706696430");
    assertThat(method(date, "UnixMilli")).isEqualTo("1706696430500");
    assertThat(method(date, "Nanosecond")).isEqualTo("500000000");
    assertThat(method(date, "Format", GoString.of("Jan 2, 2006"))).isEqualTo("Jan 31, 2024");
    GoInt one = GoInt.of(1, Trace.NONE);
    GoInt zero = GoInt.of(0, Trace.NONE);
    assertThat(method(date, "AddDate", zero, one, zero))
        .isEqualTo("2024-03-02 10:20:30.5 +0000 UTC");
    GoValue later = date.call("AddDate", List.of(zero, zero, one));
    assertThat(method(date, "Sub", later)).isEqualTo("-24h0m0s");
    assertThat(method(date, "Before", later)).isEqualTo("true");
    assertThat(method(date, "IsZero")).isEqualTo("false");
  }

  private static String method(GoObject date, String method, GoValue... arguments) {
    return GoPrinter.text(date.call(method, List.of(arguments)));
  }

  private static String text(String function, GoValue... arguments) {
    return GoPrinter.text(CALLS.call(PlainContext.untracked(), function, arguments));
  }
}
