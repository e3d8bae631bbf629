package dev.plimsoll.template.function;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.Trace;
import java.util.Base64;
import java.util.List;

/** Random texts and numbers ({@code strings.go}, {@code crypto.go} and {@code numeric.go}). */
final class RandomFunctions {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";

  private RandomFunctions() {}

  static List<TemplateFunction> family() {
    return List.of(
        text("randAlphaNum", LETTERS + DIGITS),
        text("randAlpha", LETTERS),
        text("randNumeric", DIGITS),
        text("randAscii", ascii()),
        new TemplateFunction("randBytes", Signature.of(Parameter.INT), RandomFunctions::randBytes),
        new TemplateFunction(
            "randInt", Signature.of(Parameter.INT, Parameter.INT), RandomFunctions::randInt));
  }

  /** What a function depends on that gives another result each time. */
  static Trace note(FunctionContext context, String function, Trace arguments) {
    context.noteNonDeterminism(function);
    return context.isTracked()
        ? Trace.of(new Source.Environment(function)).and(arguments)
        : Trace.NONE;
  }

  private static String ascii() {
    StringBuilder printable = new StringBuilder();
    for (char c = ' '; c <= '~'; c++) {
      printable.append(c);
    }
    return printable.toString();
  }

  /** {@code goutils.CryptoRandom}: nothing for a negative count, whose error Sprig drops. */
  private static TemplateFunction text(String name, String characters) {
    return new TemplateFunction(
        name,
        Signature.of(Parameter.INT),
        (context, arguments) -> {
          long count = ((GoInt) arguments.getFirst()).value();
          Trace trace = note(context, name, arguments.getFirst().trace());
          if (count <= 0) {
            return GoString.computed("", trace);
          }
          context.charge(count);
          StringBuilder text = new StringBuilder();
          for (long i = 0; i < count; i++) {
            text.append(characters.charAt(context.random().nextInt(characters.length())));
          }
          return GoString.computed(text.toString(), trace);
        });
  }

  /** {@code randBytes}: in Base64. */
  private static GoValue randBytes(FunctionContext context, List<GoValue> arguments) {
    long count = ((GoInt) arguments.getFirst()).value();
    Trace trace = note(context, "randBytes", arguments.getFirst().trace());
    if (count < 0) {
      throw new GoFailure("runtime error: makeslice: len out of range", trace);
    }
    context.charge(2 * count);
    byte[] bytes = new byte[Math.toIntExact(count)];
    context.random().nextBytes(bytes);
    return GoString.computed(Base64.getEncoder().encodeToString(bytes), trace);
  }

  /** {@code randInt}: from the first number up to, and without, the second. */
  private static GoValue randInt(FunctionContext context, List<GoValue> arguments) {
    long first = ((GoInt) arguments.getFirst()).value();
    long end = ((GoInt) arguments.get(1)).value();
    Trace trace =
        note(context, "randInt", arguments.getFirst().trace().and(arguments.get(1).trace()));
    if (end - first <= 0) {
      throw new GoFailure("invalid argument to Intn", trace);
    }
    return GoInt.of(first + context.random().nextLong(end - first), trace);
  }
}
