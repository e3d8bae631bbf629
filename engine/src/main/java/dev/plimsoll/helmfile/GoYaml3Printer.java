package dev.plimsoll.helmfile;

import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoBytes;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TextBuilder;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.YamlCharacters;
import dev.plimsoll.values.YamlDialect;
import dev.plimsoll.values.YamlKeyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Values as helmfile writes YAML: go-yaml v3 with an indentation of two, lists indented, no line
 * folded ({@code pkg/yaml.Marshal}).
 */
final class GoYaml3Printer {

  private static final int INDENT = 2;

  private final TextBuilder out = new TextBuilder();

  private GoYaml3Printer() {}

  /** The YAML text with its final line end. */
  static TracedText print(GoValue value) {
    GoYaml3Printer printer = new GoYaml3Printer();
    printer.write(value, 0, true);
    printer.out.append('\n');
    return printer.out.build();
  }

  /**
   * Writes a value behind what stands on the line.
   *
   * @param indent of the lines of a collection
   * @param fresh whether a collection may start on this line: at the root and behind a dash
   */
  private void write(GoValue value, int indent, boolean fresh) {
    switch (value) {
      case GoNil nil -> out.append("null", nil.trace());
      case GoBool flag -> out.append(Boolean.toString(flag.value()), flag.trace());
      case GoInt number -> out.append(GoPrinter.print(number));
      case GoFloat number -> out.append(number(number.value()), number.trace());
      case GoString text -> text(text.content(), indent, false);
      case GoBytes bytes -> list(bytes(bytes), indent, fresh);
      case GoList list -> list(list.items(), indent, fresh);
      case GoMap map -> map(map, indent, fresh);
      case StructObject struct -> struct(struct, indent, fresh);
      case GoObject object ->
          text(TracedText.computed(object.print(), object.trace()), indent, false);
    }
  }

  private static List<GoValue> bytes(GoBytes bytes) {
    List<GoValue> items = new ArrayList<>();
    for (byte each : bytes.bytes()) {
      items.add(GoInt.of(each & 0xFF, bytes.trace()));
    }
    return items;
  }

  private void list(List<GoValue> items, int indent, boolean fresh) {
    if (items.isEmpty()) {
      out.append("[]");
      return;
    }
    boolean first = fresh;
    for (GoValue item : items) {
      startLine(indent, first);
      first = false;
      out.append("- ");
      write(item, indent + INDENT, true);
    }
  }

  private void map(GoMap map, int indent, boolean fresh) {
    if (map.size() == 0) {
      out.append("{}");
      return;
    }
    boolean first = fresh;
    for (String key : YamlKeyOrder.sorted(map.keys(), YamlDialect.V3)) {
      GoValue value = map.get(key);
      if (value != null) {
        startLine(indent, first);
        first = false;
        entry(TracedText.verbatim(key, map.keyTrace(key)), value, indent);
      }
    }
  }

  private void struct(StructObject struct, int indent, boolean fresh) {
    boolean first = fresh;
    for (Map.Entry<String, GoValue> field : struct.fields().entrySet()) {
      startLine(indent, first);
      first = false;
      String key = field.getKey().toLowerCase(Locale.ROOT);
      entry(TracedText.untracked(key), field.getValue(), indent);
    }
  }

  private void entry(TracedText key, GoValue value, int indent) {
    text(key, indent, true);
    out.append(':');
    if (!isBlock(value)) {
      out.append(' ');
    }
    write(value, indent + INDENT, false);
  }

  private static boolean isBlock(GoValue value) {
    return switch (value) {
      case GoMap map -> map.size() > 0;
      case GoList list -> !list.items().isEmpty();
      case GoBytes bytes -> bytes.bytes().length > 0;
      case StructObject _ -> true;
      case GoNil _, GoBool _, GoInt _, GoFloat _, GoString _, GoObject _ -> false;
    };
  }

  private void startLine(int indent, boolean isHere) {
    if (!isHere) {
      out.append('\n');
      out.append(" ".repeat(indent));
    }
  }

  private void text(TracedText text, int indent, boolean isKey) {
    YamlTraits traits = YamlTraits.of(text.text());
    switch (traits.style(isKey)) {
      case PLAIN -> out.append(text);
      case SINGLE_QUOTED -> singleQuoted(text);
      case DOUBLE_QUOTED -> doubleQuoted(text);
      case LITERAL -> literal(text, indent);
    }
  }

  private void singleQuoted(TracedText text) {
    out.append('\'');
    int start = 0;
    for (int at = text.text().indexOf('\''); at >= 0; at = text.text().indexOf('\'', at + 1)) {
      out.append(text, start, at + 1).append('\'');
      start = at + 1;
    }
    out.append(text, start, text.length()).append('\'');
  }

  private void doubleQuoted(TracedText text) {
    String plain = text.text();
    out.append('"');
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      int end = i + Character.charCount(c);
      if (YamlCharacters.isPrintable(c) && !YamlCharacters.isBreak(c) && c != '"' && c != '\\') {
        out.append(text, i, end);
      } else {
        out.append(YamlCharacters.escape(c), text.substring(i, end).trace());
      }
      i = end;
    }
    out.append('"');
  }

  private void literal(TracedText text, int indent) {
    String plain = text.text();
    out.append('|');
    if (plain.charAt(0) == ' ' || YamlCharacters.isBreak(plain.charAt(0))) {
      out.append((char) ('0' + INDENT));
    }
    int length = plain.length();
    if (!YamlCharacters.isBreak(plain.charAt(length - 1))) {
      out.append('-');
    } else if (length == 1 || YamlCharacters.isBreak(plain.charAt(length - 2))) {
      out.append('+');
    }
    out.append('\n');
    int end = plain.endsWith("\n") ? length - 1 : length;
    int start = 0;
    while (true) {
      int found = plain.indexOf('\n', start);
      int stop = found < 0 ? end : Math.min(found, end);
      if (stop > start) {
        out.append(" ".repeat(Math.max(indent, INDENT))).append(text, start, stop);
      }
      if (stop >= end) {
        return;
      }
      out.append('\n');
      start = stop + 1;
    }
  }

  /** {@code strconv.FormatFloat(value, 'g', -1, 64)} with YAML's names for what is no number. */
  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? ".nan" : value > 0 ? ".inf" : "-.inf";
    }
    return GoPrinter.text(new GoFloat(value, Trace.NONE));
  }
}
