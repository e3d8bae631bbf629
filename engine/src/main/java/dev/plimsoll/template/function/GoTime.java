package dev.plimsoll.template.function;

import dev.plimsoll.template.value.Encoded;
import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@code time.Time}. */
record GoTime(Instant instant, GoLocation location, Trace trace) implements GoObject {

  static final String TYPE = "time.Time";

  static final String RFC_3339 = "2006-01-02T15:04:05.999999999Z07:00";
  private static final BigInteger SECOND = BigInteger.valueOf(GoDuration.SECOND);

  /** The first second of the year 1, which is Go's zero. */
  private static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");

  private static final String DURATION = "time.Duration";

  private static final long MOST_DAYS = 100_000_000;

  /** About as many seconds as a million years have. */
  private static final long MOST_SECONDS = 31_557_600_000_000L;

  /** Which parameters the methods have that templates can call. */
  private static final Map<String, List<String>> METHODS =
      Map.ofEntries(
          Map.entry("String", List.of()),
          Map.entry("Format", List.of("string")),
          Map.entry("Unix", List.of()),
          Map.entry("UnixMilli", List.of()),
          Map.entry("UnixMicro", List.of()),
          Map.entry("UnixNano", List.of()),
          Map.entry("Year", List.of()),
          Map.entry("Month", List.of()),
          Map.entry("Day", List.of()),
          Map.entry("Hour", List.of()),
          Map.entry("Minute", List.of()),
          Map.entry("Second", List.of()),
          Map.entry("Nanosecond", List.of()),
          Map.entry("YearDay", List.of()),
          Map.entry("Weekday", List.of()),
          Map.entry("IsZero", List.of()),
          Map.entry("IsDST", List.of()),
          Map.entry("UTC", List.of()),
          Map.entry("Add", List.of(DURATION)),
          Map.entry("AddDate", List.of("int", "int", "int")),
          Map.entry("Sub", List.of(TYPE)),
          Map.entry("Before", List.of(TYPE)),
          Map.entry("After", List.of(TYPE)),
          Map.entry("Equal", List.of(TYPE)),
          Map.entry("Compare", List.of(TYPE)),
          Map.entry("Round", List.of(DURATION)),
          Map.entry("Truncate", List.of(DURATION)));

  /** {@code time.Time{}}. */
  static GoTime zero(Trace trace) {
    return new GoTime(ZERO, GoLocation.UTC, trace);
  }

  /** {@code time.Date}: a clock in a zone. */
  static GoTime of(LocalDateTime local, GoLocation location, Trace trace) {
    Instant asUtc = local.toInstant(ZoneOffset.UTC);
    int near = location.offset(asUtc);
    // As Go does it: the offset that holds at about that time, looked at once more.
    int offset = near == 0 ? 0 : location.offset(asUtc.minusSeconds(near));
    return new GoTime(asUtc.minusSeconds(offset), location, trace);
  }

  /** {@code time.Unix}. */
  static GoTime ofUnix(long seconds, GoLocation location, Trace trace) {
    long bounded = Math.clamp(seconds, -MOST_SECONDS, MOST_SECONDS);
    return new GoTime(Instant.ofEpochSecond(bounded), location, trace);
  }

  String format(String layout) {
    return TimeText.format(instant, location, layout);
  }

  /** {@code Time.Sub}: the difference, or the largest one that there is. */
  long minus(Instant other) {
    BigInteger nanoseconds =
        BigInteger.valueOf(instant.getEpochSecond())
            .subtract(BigInteger.valueOf(other.getEpochSecond()))
            .multiply(SECOND)
            .add(BigInteger.valueOf(instant.getNano() - (long) other.getNano()));
    if (nanoseconds.bitLength() < Long.SIZE) {
      return nanoseconds.longValue();
    }
    return nanoseconds.signum() > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
  }

  /** {@code Time.Add}. */
  GoTime plus(long nanoseconds, Trace depends) {
    return new GoTime(instant.plusNanos(nanoseconds), location, depends);
  }

  @Override
  public @Nullable GoValue field(String name) {
    return null;
  }

  @Override
  public boolean hasMethod(String name) {
    return METHODS.containsKey(name);
  }

  @Override
  public @Nullable List<String> parameters(String method) {
    return METHODS.get(method);
  }

  @Override
  public GoValue call(String method, List<GoValue> arguments) {
    return switch (arguments.size()) {
      case 0 -> part(method);
      case 3 -> addDate(arguments);
      default -> call(method, arguments.getFirst());
    };
  }

  private GoValue part(String method) {
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(
            instant.getEpochSecond() + location.offset(instant), instant.getNano(), ZoneOffset.UTC);
    long seconds = instant.getEpochSecond();
    long nanoseconds = instant.getNano();
    return switch (method) {
      case "Unix" -> GoInt.int64(seconds, trace);
      case "UnixMilli" -> GoInt.int64(seconds * 1_000 + nanoseconds / 1_000_000, trace);
      case "UnixMicro" -> GoInt.int64(seconds * 1_000_000 + nanoseconds / 1_000, trace);
      case "UnixNano" -> GoInt.int64(seconds * GoDuration.SECOND + nanoseconds, trace);
      case "Year" -> GoInt.of(local.getYear(), trace);
      case "Month" -> new GoInt(local.getMonthValue(), GoInt.Type.MONTH, trace);
      case "Day" -> GoInt.of(local.getDayOfMonth(), trace);
      case "Hour" -> GoInt.of(local.getHour(), trace);
      case "Minute" -> GoInt.of(local.getMinute(), trace);
      case "Second" -> GoInt.of(local.getSecond(), trace);
      case "Nanosecond" -> GoInt.of(nanoseconds, trace);
      case "YearDay" -> GoInt.of(local.getDayOfYear(), trace);
      case "Weekday" -> new GoInt(local.getDayOfWeek().getValue() % 7, GoInt.Type.WEEKDAY, trace);
      case "IsZero" -> new GoBool(instant.equals(ZERO), trace);
      case "IsDST" -> new GoBool(location.zone().getRules().isDaylightSavings(instant), trace);
      case "UTC" -> new GoTime(instant, GoLocation.UTC, trace);
      default -> GoString.computed(print(), trace);
    };
  }

  private GoValue call(String method, GoValue argument) {
    Trace both = trace.and(argument.trace());
    return switch (argument) {
      case GoString layout -> GoString.computed(format(layout.text()), both);
      case GoInt duration ->
          switch (method) {
            case "Add" -> plus(duration.value(), both);
            case "Round" -> rounded(duration.value(), true, both);
            default -> rounded(duration.value(), false, both);
          };
      case GoTime other -> compared(method, other, both);
      default ->
          throw new GoFailure("cannot call " + method + " with a " + argument.typeName(), both);
    };
  }

  private GoValue compared(String method, GoTime other, Trace both) {
    int order = Integer.signum(instant.compareTo(other.instant));
    return switch (method) {
      case "Sub" -> GoDuration.of(minus(other.instant), both);
      case "Before" -> new GoBool(order < 0, both);
      case "After" -> new GoBool(order > 0, both);
      case "Equal" -> new GoBool(order == 0, both);
      default -> GoInt.of(order, both);
    };
  }

  private GoTime addDate(List<GoValue> arguments) {
    Trace all = trace;
    long[] parts = new long[3];
    for (int i = 0; i < 3; i++) {
      // Nobody means more, and Java's years end at a billion.
      parts[i] = Math.clamp(((GoInt) arguments.get(i)).value(), -MOST_DAYS, MOST_DAYS);
      all = all.and(arguments.get(i).trace());
    }
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(
            instant.getEpochSecond() + location.offset(instant), instant.getNano(), ZoneOffset.UTC);
    // A day that the month does not have goes on into the next one, unlike in Java.
    LocalDateTime moved =
        local
            .withDayOfMonth(1)
            .plusYears(parts[0])
            .plusMonths(parts[1])
            .plusDays(local.getDayOfMonth() - 1L + parts[2]);
    return of(moved, location, all);
  }

  /** {@code Time.Round} and {@code Time.Truncate}: multiples count from Go's zero. */
  private GoTime rounded(long multiple, boolean isNearest, Trace both) {
    if (multiple <= 0) {
      return new GoTime(instant, location, both);
    }
    BigInteger since =
        BigInteger.valueOf(instant.getEpochSecond() - ZERO.getEpochSecond())
            .multiply(SECOND)
            .add(BigInteger.valueOf(instant.getNano()));
    long rest = since.mod(BigInteger.valueOf(multiple)).longValue();
    boolean isUp = isNearest && rest >= multiple - rest;
    return plus(isUp ? multiple - rest : -rest, both);
  }

  @Override
  public boolean isStringer() {
    return true;
  }

  @Override
  public String print() {
    return format("2006-01-02 15:04:05.999999999 -0700 MST");
  }

  @Override
  public Encoded encoded() {
    return new Encoded.Text(TracedText.computed(format(RFC_3339), trace));
  }

  @Override
  public GoTime because(Trace reason) {
    return new GoTime(instant, location, trace.because(reason));
  }

  @Override
  public String typeName() {
    return TYPE;
  }

  @Override
  public String kindName() {
    return "struct";
  }

  @Override
  public boolean isTrue() {
    return true;
  }
}
