package dev.plimsoll.template.function;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.Trace;
import java.util.List;

/** Dates ({@code date.go} of Sprig). */
final class DateFunctions {

  private static final String DATE_ONLY = "2006-01-02";

  private DateFunctions() {}

  static List<TemplateFunction> family() {
    Signature any = Signature.of(Parameter.ANY);
    Signature layoutAndDate = Signature.of(Parameter.STRING, Parameter.ANY);
    Signature inZone = Signature.of(Parameter.STRING, Parameter.ANY, Parameter.STRING);
    Signature modify = Signature.of(Parameter.STRING, Parameter.TIME);
    Signature texts = Signature.of(Parameter.STRING, Parameter.STRING);
    return List.of(
        new TemplateFunction("now", Signature.of(), DateFunctions::now),
        new TemplateFunction("ago", any, DateFunctions::ago),
        new TemplateFunction("date", layoutAndDate, DateFunctions::date),
        new TemplateFunction("dateInZone", inZone, DateFunctions::dateInZone),
        new TemplateFunction("date_in_zone", inZone, DateFunctions::dateInZone),
        new TemplateFunction("htmlDate", any, DateFunctions::htmlDate),
        new TemplateFunction(
            "htmlDateInZone",
            Signature.of(Parameter.ANY, Parameter.STRING),
            DateFunctions::htmlDateInZone),
        new TemplateFunction("dateModify", modify, DateFunctions::dateModify),
        new TemplateFunction("date_modify", modify, DateFunctions::dateModify),
        new TemplateFunction("mustDateModify", modify, DateFunctions::mustDateModify),
        new TemplateFunction("must_date_modify", modify, DateFunctions::mustDateModify),
        new TemplateFunction("toDate", texts, DateFunctions::toDate),
        new TemplateFunction("mustToDate", texts, DateFunctions::mustToDate),
        new TemplateFunction("unixEpoch", Signature.of(Parameter.TIME), DateFunctions::unixEpoch));
  }

  /** {@code time.Now}. */
  private static GoTime now(FunctionContext context, List<GoValue> arguments) {
    return now(context);
  }

  static GoTime now(FunctionContext context) {
    context.noteNonDeterminism("now");
    Trace trace = context.isTracked() ? Trace.of(new Source.Environment("now")) : Trace.NONE;
    return new GoTime(context.clock().instant(), GoLocation.local(context.zone()), trace);
  }

  /** {@code dateAgo}: how long ago it was, in whole seconds. */
  private static GoValue ago(FunctionContext context, List<GoValue> arguments) {
    GoValue date = arguments.getFirst();
    GoTime now = now(context);
    GoTime then =
        switch (date) {
          case GoTime time -> time;
          case GoInt seconds when isUnix(seconds) && seconds.type() != GoInt.Type.INT32 ->
              GoTime.ofUnix(seconds.value(), now.location(), seconds.trace());
          default -> now;
        };
    long rounded = GoDuration.round(now.minus(then.instant()), GoDuration.SECOND);
    return GoString.computed(GoDuration.print(rounded), now.trace().and(then.trace()));
  }

  private static boolean isUnix(GoInt seconds) {
    return switch (seconds.type()) {
      case INT, INT64, INT32 -> true;
      default -> false;
    };
  }

  /** {@code date}. */
  private static GoValue date(FunctionContext context, List<GoValue> arguments) {
    return format(context, (GoString) arguments.getFirst(), arguments.get(1), "Local");
  }

  /** {@code dateInZone}. */
  private static GoValue dateInZone(FunctionContext context, List<GoValue> arguments) {
    GoString zone = (GoString) arguments.get(2);
    return format(context, (GoString) arguments.getFirst(), arguments.get(1), zone.text())
        .because(zone.trace());
  }

  /** {@code htmlDate}. */
  private static GoValue htmlDate(FunctionContext context, List<GoValue> arguments) {
    return format(context, GoString.of(DATE_ONLY), arguments.getFirst(), "Local");
  }

  /** {@code htmlDateInZone}. */
  private static GoValue htmlDateInZone(FunctionContext context, List<GoValue> arguments) {
    GoString zone = (GoString) arguments.get(1);
    return format(context, GoString.of(DATE_ONLY), arguments.getFirst(), zone.text())
        .because(zone.trace());
  }

  private static GoString format(
      FunctionContext context, GoString layout, GoValue date, String zone) {
    GoLocation known = GoLocation.load(zone, context.zone());
    GoLocation location = known == null ? GoLocation.UTC : known;
    // Whatever is no date, such as the float64 of a values file, is taken for now.
    GoTime time =
        switch (date) {
          case GoTime given -> given;
          case GoInt seconds when isUnix(seconds) ->
              GoTime.ofUnix(seconds.value(), location, seconds.trace());
          default -> now(context);
        };
    String text = TimeText.format(time.instant(), location, layout.text());
    return GoString.computed(text, layout.trace().and(time.trace()));
  }

  /** {@code dateModify}: the date itself if the duration makes no sense. */
  private static GoValue dateModify(FunctionContext context, List<GoValue> arguments) {
    try {
      return mustDateModify(context, arguments);
    } catch (GoFailure e) {
      return arguments.get(1).because(arguments.getFirst().trace());
    }
  }

  /** {@code mustDateModify}. */
  private static GoValue mustDateModify(FunctionContext context, List<GoValue> arguments) {
    GoString duration = (GoString) arguments.getFirst();
    GoTime date = (GoTime) arguments.get(1);
    return date.plus(DurationText.parse(duration.text()), date.trace().and(duration.trace()));
  }

  /** {@code toDate}: the first of January of the year 1 if the text is no such date. */
  private static GoValue toDate(FunctionContext context, List<GoValue> arguments) {
    try {
      return mustToDate(context, arguments);
    } catch (GoFailure e) {
      return GoTime.zero(arguments.getFirst().trace().and(arguments.get(1).trace()));
    }
  }

  /** {@code mustToDate}. */
  private static GoValue mustToDate(FunctionContext context, List<GoValue> arguments) {
    GoString layout = (GoString) arguments.getFirst();
    GoString text = (GoString) arguments.get(1);
    GoTime time = TimeParser.parse(layout.text(), text.text(), GoLocation.local(context.zone()));
    return new GoTime(time.instant(), time.location(), layout.trace().and(text.trace()));
  }

  /** {@code unixEpoch}. */
  private static GoValue unixEpoch(FunctionContext context, List<GoValue> arguments) {
    GoTime time = (GoTime) arguments.getFirst();
    return GoString.computed(Long.toString(time.instant().getEpochSecond()), time.trace());
  }
}
