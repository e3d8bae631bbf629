package dev.plimsoll.template.eval;

import dev.plimsoll.template.function.FunctionContext;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoQuotes;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Run;
import dev.plimsoll.template.value.TextBuilder;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** {@code html}, {@code js} and {@code urlquery}. */
final class Escaping {

  private Escaping() {}

  static GoValue html(FunctionContext context, List<GoValue> values) {
    return escaped(context, values, Escaping::htmlEscape);
  }

  static GoValue js(FunctionContext context, List<GoValue> values) {
    return escaped(context, values, Escaping::jsEscape);
  }

  static GoValue urlQuery(FunctionContext context, List<GoValue> values) {
    return escaped(context, values, Escaping::urlEscape);
  }

  /**
   * Escapes the text of the arguments.
   *
   * @param escape what stands for a character; null if it stands for itself
   */
  private static GoValue escaped(
      FunctionContext context, List<GoValue> values, IntFunction<@Nullable String> escape) {
    TracedText content = joined(context, values);
    String text = content.text();
    TextBuilder out = new TextBuilder();
    int kept = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      String replacement = escape.apply(c);
      if (replacement != null) {
        context.charge(replacement.length());
        Run run = content.runAt(i);
        out.append(content, kept, i);
        out.append(replacement, run == null ? Trace.NONE : run.trace());
        kept = next;
      }
      i = next;
    }
    return kept == 0
        ? new GoString(content)
        : new GoString(out.append(content, kept, text.length()).build());
  }

  /** {@code fmt.Sprint}, but nil as templates print it. */
  private static TracedText joined(FunctionContext context, List<GoValue> values) {
    List<GoValue> printed = new ArrayList<>(values.size());
    for (GoValue value : values) {
      printed.add(value instanceof GoNil ? GoString.computed("<no value>", value.trace()) : value);
    }
    return GoPrinter.sprint(printed, context::charge);
  }

  private static @Nullable String htmlEscape(int c) {
    return switch (c) {
      case 0 -> "\uFFFD";
      case '"' -> "&#34;";
      case '\'' -> "&#39;";
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      default -> null;
    };
  }

  private static @Nullable String jsEscape(int c) {
    return switch (c) {
      case '\\' -> "\\\\";
      case '\'' -> "\\'";
      case '"' -> "\\\"";
      case '<' -> "\\u003C";
      case '>' -> "\\u003E";
      case '&' -> "\\u0026";
      case '=' -> "\\u003D";
      default -> c < ' ' || (c >= 0x80 && !GoQuotes.isPrintable(c)) ? "\\u%04X".formatted(c) : null;
    };
  }

  private static @Nullable String urlEscape(int c) {
    boolean isPlain =
        (c >= 'a' && c <= 'z')
            || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9')
            || c == '-'
            || c == '_'
            || c == '.'
            || c == '~';
    if (isPlain) {
      return null;
    }
    if (c == ' ') {
      return "+";
    }
    StringBuilder escape = new StringBuilder();
    for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
      escape.append("%%%02X".formatted(b & 0xff));
    }
    return escape.toString();
  }
}
