package dev.plimsoll.template.function;

import static dev.plimsoll.template.function.Operands.content;
import static dev.plimsoll.template.function.Operands.integer;
import static dev.plimsoll.template.function.Operands.text;
import static dev.plimsoll.template.function.Operands.traces;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoQuotes;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TextBuilder;
import dev.plimsoll.template.value.TracedText;
import java.util.List;

/** Moves text: each result consists of parts of its arguments ({@code strings.go} of Sprig). */
final class TextFunctions {

  private TextFunctions() {}

  static List<TemplateFunction> family() {
    Signature one = Signature.of(Parameter.STRING);
    Signature two = Signature.of(Parameter.STRING, Parameter.STRING);
    Signature counted = Signature.of(Parameter.INT, Parameter.STRING);
    Signature any = Signature.variadic(Parameter.ANY);
    return List.of(
        new TemplateFunction("trunc", counted, TextFunctions::trunc),
        new TemplateFunction(
            "substr",
            Signature.of(Parameter.INT, Parameter.INT, Parameter.STRING),
            TextFunctions::substr),
        new TemplateFunction("trim", one, TextFunctions::trim),
        new TemplateFunction("trimall", two, TextFunctions::trimAll),
        new TemplateFunction("trimAll", two, TextFunctions::trimAll),
        new TemplateFunction("trimSuffix", two, TextFunctions::trimSuffix),
        new TemplateFunction("trimPrefix", two, TextFunctions::trimPrefix),
        new TemplateFunction("repeat", counted, TextFunctions::repeat),
        new TemplateFunction("quote", any, TextFunctions::quote),
        new TemplateFunction("squote", any, TextFunctions::squote),
        new TemplateFunction("cat", any, TextFunctions::cat),
        new TemplateFunction("indent", counted, TextFunctions::indent),
        new TemplateFunction("nindent", counted, TextFunctions::nindent),
        new TemplateFunction(
            "replace",
            Signature.of(Parameter.STRING, Parameter.STRING, Parameter.STRING),
            TextFunctions::replace),
        new TemplateFunction(
            "plural",
            Signature.of(Parameter.STRING, Parameter.STRING, Parameter.INT),
            TextFunctions::plural),
        new TemplateFunction("toString", Signature.of(Parameter.ANY), TextFunctions::print),
        new TemplateFunction(
            "contains",
            two,
            (context, arguments) ->
                Operands.answer(text(arguments, 1).contains(text(arguments, 0)), arguments)),
        new TemplateFunction(
            "hasPrefix",
            two,
            (context, arguments) ->
                Operands.answer(text(arguments, 1).startsWith(text(arguments, 0)), arguments)),
        new TemplateFunction(
            "hasSuffix",
            two,
            (context, arguments) ->
                Operands.answer(text(arguments, 1).endsWith(text(arguments, 0)), arguments)));
  }

  /** {@code trunc}: the first bytes, or with a negative number the last. */
  private static GoValue trunc(FunctionContext context, List<GoValue> arguments) {
    int count = integer(arguments, 0);
    TracedText text = content(arguments, 1);
    int length = ByteText.length(text.text());
    if (count < 0 && length + count > 0) {
      return new GoString(ByteText.slice(text, length + count, length));
    }
    return count >= 0 && length > count
        ? new GoString(ByteText.slice(text, 0, count))
        : arguments.get(1);
  }

  /** {@code substring}. */
  private static GoValue substr(FunctionContext context, List<GoValue> arguments) {
    int start = integer(arguments, 0);
    int end = integer(arguments, 1);
    TracedText text = content(arguments, 2);
    int length = ByteText.length(text.text());
    if (start < 0) {
      if (end < 0 || end > length) {
        throw new GoFailure(outOfRange("[:" + end + "]", end, length));
      }
      return new GoString(ByteText.slice(text, 0, end));
    }
    boolean open = end < 0 || end > length;
    int last = open ? length : end;
    if (start > last) {
      throw new GoFailure("runtime error: slice bounds out of range [" + start + ":" + last + "]");
    }
    return new GoString(ByteText.slice(text, start, last));
  }

  private static String outOfRange(String bounds, int index, int length) {
    return index < 0
        ? "runtime error: slice bounds out of range " + bounds
        : "runtime error: slice bounds out of range " + bounds + " with length " + length;
  }

  /** {@code strings.TrimSpace}. */
  private static GoValue trim(FunctionContext context, List<GoValue> arguments) {
    TracedText content = content(arguments, 0);
    String text = content.text();
    int start = 0;
    int end = text.length();
    while (start < end && GoCharacters.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && GoCharacters.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return trimmed(content, start, end);
  }

  /** A part of a text, which would be another if what is cut off were another. */
  private static GoString trimmed(TracedText content, int start, int end) {
    if (!content.isTracked() || (start == 0 && end == content.length())) {
      return new GoString(content.substring(start, end));
    }
    return new GoString(
        new TextBuilder()
            .note(content.substring(0, start).trace())
            .append(content, start, end)
            .note(content.substring(end, content.length()).trace())
            .build());
  }

  /** {@code strings.Trim} with the set of characters first. */
  private static GoValue trimAll(FunctionContext context, List<GoValue> arguments) {
    String set = text(arguments, 0);
    TracedText content = content(arguments, 1);
    String text = content.text();
    int start = 0;
    int end = text.length();
    while (start < end && set.indexOf(text.codePointAt(start)) >= 0) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (end > start && set.indexOf(text.codePointBefore(end)) >= 0) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return trimmed(content, start, end);
  }

  private static GoValue trimSuffix(FunctionContext context, List<GoValue> arguments) {
    TracedText content = content(arguments, 1);
    String suffix = text(arguments, 0);
    return content.text().endsWith(suffix)
        ? trimmed(content, 0, content.length() - suffix.length())
        : arguments.get(1);
  }

  private static GoValue trimPrefix(FunctionContext context, List<GoValue> arguments) {
    TracedText content = content(arguments, 1);
    String prefix = text(arguments, 0);
    return content.text().startsWith(prefix)
        ? trimmed(content, prefix.length(), content.length())
        : arguments.get(1);
  }

  /** {@code strings.Repeat} with the number first. */
  private static GoValue repeat(FunctionContext context, List<GoValue> arguments) {
    int count = count(arguments);
    TracedText text = content(arguments, 1);
    context.charge((long) count * text.length());
    TextBuilder repeated = new TextBuilder();
    for (int i = 0; i < count && !text.isEmpty(); i++) {
      repeated.append(text);
    }
    return new GoString(repeated.build());
  }

  private static int count(List<GoValue> arguments) {
    int count = integer(arguments, 0);
    if (count < 0) {
      throw new GoFailure("strings: negative Repeat count", arguments.getFirst().trace());
    }
    return count;
  }

  /** {@code quote}: each argument that is not nil in double quotes. */
  private static GoValue quote(FunctionContext context, List<GoValue> arguments) {
    TextBuilder quoted = new TextBuilder();
    for (GoValue argument : arguments) {
      if (!(argument instanceof GoNil)) {
        separate(quoted).append(GoQuotes.quote(Operands.print(context, argument), false));
      }
    }
    return onlyOrBuilt(arguments, quoted);
  }

  /** {@code squote}: each argument that is not nil in single quotes, without escapes. */
  private static GoValue squote(FunctionContext context, List<GoValue> arguments) {
    TextBuilder quoted = new TextBuilder();
    for (GoValue argument : arguments) {
      if (!(argument instanceof GoNil)) {
        separate(quoted)
            .append('\'')
            .append(GoPrinter.print(argument, context::charge))
            .append('\'');
      }
    }
    return onlyOrBuilt(arguments, quoted);
  }

  /** Nothing at all still depends on the nils it was made of. */
  private static GoValue onlyOrBuilt(List<GoValue> arguments, TextBuilder built) {
    return built.length() == 0
        ? GoString.computed("", traces(arguments))
        : new GoString(built.build());
  }

  private static TextBuilder separate(TextBuilder text) {
    return text.length() == 0 ? text : text.append(' ');
  }

  /** {@code cat}: the arguments that are not nil with blanks between them. */
  private static GoValue cat(FunctionContext context, List<GoValue> arguments) {
    TextBuilder joined = new TextBuilder();
    boolean first = true;
    for (GoValue argument : arguments) {
      if (!(argument instanceof GoNil)) {
        if (!first) {
          joined.append(' ');
        }
        first = false;
        joined.append(GoPrinter.print(argument, context::charge));
      }
    }
    return onlyOrBuilt(arguments, joined);
  }

  /** {@code indent}. */
  private static GoValue indent(FunctionContext context, List<GoValue> arguments) {
    return new GoString(indent(context, new TextBuilder(), arguments));
  }

  /** {@code nindent}: the same behind a line end. */
  private static GoValue nindent(FunctionContext context, List<GoValue> arguments) {
    return new GoString(indent(context, new TextBuilder().append('\n'), arguments));
  }

  private static TracedText indent(
      FunctionContext context, TextBuilder indented, List<GoValue> arguments) {
    int count = count(arguments);
    TracedText content = content(arguments, 1);
    String text = content.text();
    context.charge(text.length() + (long) lines(text) * count);
    String pad = " ".repeat(count);
    indented.append(pad);
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      indented.append(content, start, end + 1).append(pad);
      start = end + 1;
    }
    return indented.append(content, start, text.length()).build();
  }

  private static int lines(String text) {
    int lines = 1;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      lines++;
    }
    return lines;
  }

  /** {@code replace}: every occurrence. An empty text is found around every character. */
  private static GoValue replace(FunctionContext context, List<GoValue> arguments) {
    String old = text(arguments, 0);
    TracedText with = content(arguments, 1);
    TracedText content = content(arguments, 2);
    String text = content.text();
    if (!old.isEmpty() && !text.contains(old)) {
      return arguments.get(2);
    }
    long most = old.isEmpty() ? text.length() + 1L : text.length() / old.length();
    context.charge(text.length() + most * with.length());
    TextBuilder replaced = new TextBuilder();
    int start = 0;
    for (int at = text.indexOf(old); at >= 0; at = next(text, old, at)) {
      replaced.append(content, start, at).append(with);
      start = at + old.length();
    }
    return new GoString(replaced.append(content, start, text.length()).build());
  }

  private static int next(String text, String old, int found) {
    if (!old.isEmpty()) {
      return text.indexOf(old, found + old.length());
    }
    return found >= text.length() ? -1 : text.offsetByCodePoints(found, 1);
  }

  /** {@code plural}. */
  private static GoValue plural(FunctionContext context, List<GoValue> arguments) {
    GoValue count = arguments.get(2);
    return arguments.get(integer(arguments, 2) == 1 ? 0 : 1).because(count.trace());
  }

  /** {@code strval}. */
  private static GoValue print(FunctionContext context, List<GoValue> arguments) {
    return new GoString(Operands.print(context, arguments.getFirst()));
  }
}
