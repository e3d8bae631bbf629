package dev.plimsoll.template.function;

import static dev.plimsoll.template.function.Operands.content;
import static dev.plimsoll.template.function.Operands.integer;
import static dev.plimsoll.template.function.Operands.text;

import dev.plimsoll.source.Order;
import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoBytes;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TextBuilder;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.JsonPrinter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Texts to lists and back ({@code strings.go} and {@code list.go} of Sprig). */
final class SplitFunctions {

  private SplitFunctions() {}

  static List<TemplateFunction> family() {
    Signature two = Signature.of(Parameter.STRING, Parameter.STRING);
    Signature any = Signature.of(Parameter.ANY);
    return List.of(
        new TemplateFunction("split", two, SplitFunctions::split),
        new TemplateFunction("splitList", two, SplitFunctions::splitList),
        new TemplateFunction(
            "splitn",
            Signature.of(Parameter.STRING, Parameter.INT, Parameter.STRING),
            SplitFunctions::splitn),
        new TemplateFunction("toStrings", any, SplitFunctions::toStrings),
        new TemplateFunction(
            "join", Signature.of(Parameter.STRING, Parameter.ANY), SplitFunctions::join),
        new TemplateFunction("sortAlpha", any, SplitFunctions::sortAlpha));
  }

  /** {@code split}: a map from {@code _0}, {@code _1} and so on. */
  private static GoValue split(FunctionContext context, List<GoValue> arguments) {
    TracedText content = content(arguments, 1);
    return numbered(parts(context, text(arguments, 0), content, -1), content.trace());
  }

  /** {@code splitn}. */
  private static GoValue splitn(FunctionContext context, List<GoValue> arguments) {
    TracedText content = content(arguments, 2);
    int most = integer(arguments, 1);
    List<TracedText> parts =
        most == 0 ? List.of() : parts(context, text(arguments, 0), content, most);
    return numbered(parts, content.trace());
  }

  /** {@code strings.Split}. */
  private static GoValue splitList(FunctionContext context, List<GoValue> arguments) {
    TracedText content = content(arguments, 1);
    return Operands.strings(parts(context, text(arguments, 0), content, -1), content.trace());
  }

  private static GoMap numbered(List<TracedText> parts, Trace trace) {
    GoMap map = new GoMap(new HashMap<>(), "map[string]string", trace, _ -> trace);
    for (int i = 0; i < parts.size(); i++) {
      map.put("_" + i, new GoString(parts.get(i)));
    }
    return map;
  }

  /**
   * {@code strings.SplitN}: an empty separator parts every character.
   *
   * @param most how many parts there may be, of which the last has the rest; negative for all
   */
  private static List<TracedText> parts(
      FunctionContext context, String separator, TracedText content, int most) {
    String text = content.text();
    List<TracedText> parts = new ArrayList<>();
    context.charge(text.length());
    int start = 0;
    if (separator.isEmpty()) {
      while (start < text.length() && parts.size() + 1 != most) {
        int end = text.offsetByCodePoints(start, 1);
        parts.add(content.substring(start, end));
        start = end;
      }
      if (start < text.length()) {
        parts.add(content.substring(start, text.length()));
      }
      return parts;
    }
    for (int at = text.indexOf(separator);
        at >= 0 && parts.size() + 1 != most;
        at = text.indexOf(separator, start)) {
      parts.add(content.substring(start, at));
      start = at + separator.length();
    }
    parts.add(content.substring(start, text.length()));
    return parts;
  }

  /** {@code strslice}. */
  private static GoValue toStrings(FunctionContext context, List<GoValue> arguments) {
    GoValue list = arguments.getFirst();
    return Operands.strings(Operands.texts(context, list), list.trace());
  }

  /** {@code join}. */
  private static GoValue join(FunctionContext context, List<GoValue> arguments) {
    TracedText separator = content(arguments, 0);
    List<TracedText> texts = Operands.texts(context, arguments.get(1));
    long length = (long) separator.length() * texts.size();
    for (TracedText text : texts) {
      length += text.length();
    }
    context.charge(length);
    if (length == 0) {
      return GoString.computed("", arguments.get(1).trace());
    }
    TextBuilder joined = new TextBuilder();
    boolean first = true;
    for (TracedText text : texts) {
      if (!first) {
        joined.append(separator);
      }
      first = false;
      joined.append(text);
    }
    return new GoString(joined.build());
  }

  /** {@code sortAlpha}. */
  private static GoValue sortAlpha(FunctionContext context, List<GoValue> arguments) {
    GoValue list = arguments.getFirst();
    if (!(list instanceof GoList) && !(list instanceof GoBytes)) {
      return Operands.strings(List.of(Operands.print(context, list)), list.trace());
    }
    List<TracedText> texts = new ArrayList<>(Operands.texts(context, list));
    texts.sort(Order.by(TracedText::text, JsonPrinter.KEY_ORDER));
    return Operands.strings(texts, list.trace());
  }
}
