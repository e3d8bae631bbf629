package dev.plimsoll.template.value;

import java.util.List;
import java.util.function.LongConsumer;

/**
 * Values as text: Go's package {@code fmt}. Text that is printed as it is keeps its origins, what
 * is computed depends on what it was computed from.
 */
public final class GoPrinter {

  /** How much one call may print if nobody says how much. */
  private static final long MOST_CHARACTERS = 64L << 20;

  private GoPrinter() {}

  /** {@code fmt.Sprint} of one value. */
  public static String text(GoValue value) {
    return value instanceof GoString string ? string.text() : print(value).text();
  }

  /** {@code fmt.Sprint} of one value. */
  public static TracedText print(GoValue value) {
    return print(value, bound());
  }

  /**
   * The same within the bounds of a render.
   *
   * @param charge told how many characters are going to be written; throws if that is too much
   */
  public static TracedText print(GoValue value, LongConsumer charge) {
    if (value instanceof GoString string) {
      return string.content();
    }
    if (value instanceof GoBool || value instanceof GoInt || value instanceof GoFloat) {
      return scalar(value);
    }
    TextBuilder out = new TextBuilder();
    new ValueFormatter(out, new FormatFlags(), charge).argument(value, 'v');
    return out.build();
  }

  /** {@code fmt.Sprint}: blanks between operands of which neither is a string. */
  public static TracedText sprint(List<GoValue> values, LongConsumer charge) {
    TextBuilder out = new TextBuilder();
    ValueFormatter formatter = new ValueFormatter(out, new FormatFlags(), charge);
    boolean afterString = true;
    for (GoValue value : values) {
      boolean isString = value instanceof GoString;
      if (!isString && !afterString) {
        out.append(' ');
      }
      formatter.argument(value, 'v');
      afterString = isString;
    }
    return out.build();
  }

  /** {@code fmt.Sprintln}: blanks between all operands and a line end. */
  public static TracedText sprintln(List<GoValue> values, LongConsumer charge) {
    TextBuilder out = new TextBuilder();
    ValueFormatter formatter = new ValueFormatter(out, new FormatFlags(), charge);
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.append(' ');
      }
      formatter.argument(values.get(i), 'v');
    }
    return out.append('\n').build();
  }

  /** {@code fmt.Sprintf}. */
  public static TracedText sprintf(TracedText format, List<GoValue> values) {
    return sprintf(format, values, bound());
  }

  /** The same within the bounds of a render. */
  public static TracedText sprintf(TracedText format, List<GoValue> values, LongConsumer charge) {
    TracedText simple = SimpleFormat.print(format, values, charge);
    return simple == null ? new FormatReader(format, values, charge).print() : simple;
  }

  /** A number or boolean: verbatim, if it is what its source has. */
  static TracedText scalar(GoValue value) {
    String text =
        switch (value) {
          case GoBool(boolean truth, _) -> truth ? "true" : "false";
          case GoInt integer -> ValueFormatter.text(integer);
          case GoFloat(double number, _) -> GoFloats.text(number);
          case GoNil _, GoString _, GoBytes _, GoList _, GoMap _, GoObject _ ->
              throw new IllegalArgumentException("Not a scalar: " + value.typeName());
        };
    return scalar(text, value);
  }

  private static TracedText scalar(String text, GoValue value) {
    Trace trace = value.trace();
    if (trace.isNone()) {
      return TracedText.untracked(text);
    }
    return SourceText.isWhatSourceHas(value)
        ? TracedText.verbatim(text, trace)
        : TracedText.computed(text, trace);
  }

  private static LongConsumer bound() {
    long[] left = {MOST_CHARACTERS};
    return characters -> {
      left[0] -= characters;
      if (left[0] < 0) {
        throw new GoFailure("the text of a value is longer than " + MOST_CHARACTERS);
      }
    };
  }
}
