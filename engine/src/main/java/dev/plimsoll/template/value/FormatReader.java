package dev.plimsoll.template.value;

import java.util.List;
import java.util.function.LongConsumer;

/** Walks over a format: {@code fmt.Sprintf}. One object per call. */
final class FormatReader {

  /** The largest width, precision or number of an operand. */
  private static final int LARGEST = 1_000_000;

  private final TracedText content;
  private final String format;
  private final List<GoValue> operands;
  private final LongConsumer charge;
  private final TextBuilder out = new TextBuilder();
  private final FormatFlags flags = new FormatFlags();
  private final ValueFormatter formatter;

  private int at;
  private int operand;
  private boolean afterIndex;
  private boolean isReordered;
  private boolean isGoodIndex;

  FormatReader(TracedText content, List<GoValue> operands, LongConsumer charge) {
    this.content = content;
    this.format = content.text();
    this.operands = operands;
    this.charge = charge;
    this.formatter = new ValueFormatter(out, flags, charge);
  }

  TracedText print() {
    charge.accept(format.length());
    while (at < format.length()) {
      int percent = format.indexOf('%', at);
      int end = percent < 0 ? format.length() : percent;
      out.append(content, at, end);
      at = end + 1;
      if (percent >= 0) {
        directive();
      }
    }
    extraOperands();
    return out.build();
  }

  private void directive() {
    isGoodIndex = true;
    afterIndex = false;
    flags.clear();
    while (at < format.length() && flags.accept(format.charAt(at))) {
      at++;
    }
    index();
    width();
    precision();
    if (!afterIndex) {
      index();
    }
    if (at >= format.length()) {
      out.append("%!(NOVERB)");
      return;
    }
    int verb = format.codePointAt(at);
    int start = at;
    at += Character.charCount(verb);
    verb(verb, start);
  }

  private void verb(int verb, int start) {
    if (verb == '%') {
      out.append(content, start, at);
    } else if (!isGoodIndex) {
      problem(verb, "(BADINDEX)");
    } else if (operand >= operands.size()) {
      problem(verb, "(MISSING)");
    } else {
      if (verb == 'v' || verb == 'w') {
        flags.forValue();
      }
      formatter.argument(operands.get(operand), verb);
      operand++;
    }
  }

  private void problem(int verb, String text) {
    out.append("%!" + Character.toString(verb) + text);
  }

  private void width() {
    if (isNext('*')) {
      at++;
      flags.width = operandNumber();
      flags.hasWidth = flags.width != NO_NUMBER;
      if (!flags.hasWidth) {
        flags.width = 0;
        out.append("%!(BADWIDTH)");
      }
      if (flags.width < 0) {
        flags.width = -flags.width;
        flags.minus = true;
        flags.zero = false;
      }
      afterIndex = false;
      return;
    }
    int number = number();
    flags.hasWidth = number != NO_NUMBER;
    flags.width = Math.max(0, number);
    if (afterIndex && flags.hasWidth) {
      isGoodIndex = false;
    }
  }

  private void precision() {
    if (at + 1 > format.length() - 1 || format.charAt(at) != '.') {
      return;
    }
    at++;
    if (afterIndex) {
      isGoodIndex = false;
    }
    index();
    if (isNext('*')) {
      at++;
      flags.precision = operandNumber();
      flags.hasPrecision = flags.precision >= 0;
      if (!flags.hasPrecision) {
        flags.precision = 0;
        out.append("%!(BADPREC)");
      }
      afterIndex = false;
      return;
    }
    flags.precision = Math.max(0, number());
    flags.hasPrecision = true;
  }

  private boolean isNext(char c) {
    return at < format.length() && format.charAt(at) == c;
  }

  private static final int NO_NUMBER = Integer.MIN_VALUE;

  /** Reads digits. A number that is too large swallows the rest of the format. */
  private int number() {
    int start = at;
    int number = 0;
    while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
      if (number > LARGEST) {
        at = format.length();
        return NO_NUMBER;
      }
      number = number * 10 + format.charAt(at) - '0';
      at++;
    }
    return at == start ? NO_NUMBER : number;
  }

  /** The operand for a {@code *}. */
  private int operandNumber() {
    if (operand >= operands.size()) {
      return NO_NUMBER;
    }
    GoValue value = operands.get(operand);
    operand++;
    boolean isNumber =
        value instanceof GoInt integer
            && (integer.type().isSigned() || integer.value() >= 0)
            && Math.abs(integer.value()) <= LARGEST
            && integer.value() != Long.MIN_VALUE;
    return isNumber ? (int) ((GoInt) value).value() : NO_NUMBER;
  }

  /** Reads {@code [n]}. */
  private void index() {
    afterIndex = false;
    if (!isNext('[')) {
      return;
    }
    isReordered = true;
    int close = format.indexOf(']', at);
    if (close < 0 || format.length() - at < 3) {
      at++;
      isGoodIndex = false;
      return;
    }
    int number = indexNumber(format.substring(at + 1, close));
    at = close + 1;
    // Whether a number stood there, even one without an operand.
    afterIndex = number != NO_NUMBER;
    if (number >= 1 && number <= operands.size()) {
      operand = number - 1;
    } else {
      isGoodIndex = false;
    }
  }

  private static int indexNumber(String digits) {
    boolean isNumber =
        !digits.isEmpty()
            && digits.length() <= 7
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Integer.parseInt(digits) : NO_NUMBER;
  }

  private void extraOperands() {
    if (isReordered || operand >= operands.size()) {
      return;
    }
    flags.clear();
    out.append("%!(EXTRA ");
    for (int i = operand; i < operands.size(); i++) {
      GoValue value = operands.get(i);
      if (i > operand) {
        out.append(", ");
      }
      if (!(value instanceof GoNil)) {
        out.append(value.typeName() + "=");
      }
      formatter.argument(value, 'v');
    }
    out.append(')');
  }
}
