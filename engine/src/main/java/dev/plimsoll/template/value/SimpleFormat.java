package dev.plimsoll.template.value;

import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Formats as most charts have them: {@code %s-%s} with text, {@code %v} and {@code %d}. */
final class SimpleFormat {

  private SimpleFormat() {}

  /** What such a format prints; null for every other one, and for operands it is not for. */
  static @Nullable TracedText print(
      TracedText format, List<GoValue> operands, LongConsumer charge) {
    String text = format.text();
    if (!isSimple(text, operands)) {
      return null;
    }
    TextBuilder out = new TextBuilder();
    int start = 0;
    for (GoValue operand : operands) {
      int percent = text.indexOf('%', start);
      TracedText printed =
          operand instanceof GoString string ? string.content() : GoPrinter.scalar(operand);
      charge.accept(percent - start + (long) printed.length());
      out.append(format, start, percent).append(printed);
      start = percent + 2;
    }
    charge.accept(text.length() - start);
    return out.append(format, start, text.length()).build();
  }

  private static boolean isSimple(String format, List<GoValue> operands) {
    int used = 0;
    int percent = format.indexOf('%');
    while (percent >= 0) {
      if (percent + 1 == format.length()
          || used == operands.size()
          || !fits(format.charAt(percent + 1), operands.get(used))) {
        return false;
      }
      used++;
      percent = format.indexOf('%', percent + 2);
    }
    return used == operands.size();
  }

  private static boolean fits(char verb, GoValue operand) {
    return switch (operand) {
      case GoString _ -> verb == 's' || verb == 'v';
      case GoInt integer ->
          verb == 'v' || (verb == 'd' && !ValueFormatter.hasStringMethod(integer));
      case GoBool _, GoFloat _ -> verb == 'v';
      case GoNil _, GoBytes _, GoList _, GoMap _, GoObject _ -> false;
    };
  }
}
