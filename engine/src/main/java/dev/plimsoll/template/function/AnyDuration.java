package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoFloats;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoQuotes;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import java.util.regex.Pattern;

/** What Helm 4 takes for a duration ({@code asDuration}): numbers are seconds. */
final class AnyDuration {

  private static final long MOST_SECONDS = Long.MAX_VALUE / GoDuration.SECOND;
  private static final double MOST = (double) Long.MAX_VALUE / GoDuration.SECOND;

  /** What {@code strconv.ParseFloat} takes, but for hexadecimal numbers and infinities. */
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

  private AnyDuration() {}

  /**
   * The nanoseconds.
   *
   * @throws GoFailure with the text of Helm's error
   */
  static long read(GoValue value) {
    return switch (value) {
      case GoInt number when number.type() == GoInt.Type.DURATION -> number.value();
      case GoInt number -> ofSeconds(number);
      case GoFloat number -> ofSeconds(number.value(), value);
      case GoString text -> ofText(text);
      case GoNil _ -> throw new GoFailure("invalid duration", value.trace());
      default ->
          throw new GoFailure("unsupported duration type " + value.typeName(), value.trace());
    };
  }

  private static long ofSeconds(GoInt number) {
    long seconds = number.value();
    boolean isSigned = number.type().isSigned();
    boolean isTooMuch = isSigned ? seconds > MOST_SECONDS : seconds < 0 || seconds > MOST_SECONDS;
    if (isTooMuch || (isSigned && seconds < -MOST_SECONDS)) {
      String shown = isSigned ? Long.toString(seconds) : Long.toUnsignedString(seconds);
      throw new GoFailure("duration seconds overflow: " + shown, number.trace());
    }
    return seconds * GoDuration.SECOND;
  }

  private static long ofSeconds(double seconds, GoValue value) {
    String shown = GoFloats.text(seconds);
    if (!Double.isFinite(seconds)) {
      throw new GoFailure("invalid duration seconds: " + shown, value.trace());
    }
    if (seconds > MOST || seconds < -MOST) {
      throw new GoFailure("duration seconds overflow: " + shown, value.trace());
    }
    return (long) (seconds * GoDuration.SECOND);
  }

  private static long ofText(GoString text) {
    String trimmed = text.text().strip();
    if (trimmed.isEmpty()) {
      throw new GoFailure("empty duration", text.trace());
    }
    try {
      return DurationText.parse(trimmed);
    } catch (GoFailure e) {
      if (FLOAT.matcher(trimmed).matches()) {
        return ofSeconds(Double.parseDouble(trimmed), text);
      }
      throw new GoFailure("could not parse duration " + GoQuotes.quote(text.text()), text.trace());
    }
  }
}
