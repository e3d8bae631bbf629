package dev.plimsoll.template.function;

import static dev.plimsoll.template.function.Operands.content;
import static dev.plimsoll.template.function.Operands.integer;
import static dev.plimsoll.template.function.Operands.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoQuotes;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TextBuilder;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** RE2 regular expressions ({@code regex.go} of Sprig over Go's {@code regexp}). */
final class RegexFunctions {

  /** Charts use a few patterns many times; hostile ones must not fill the memory. */
  private static final int MOST_CACHED = 500;

  private static final ConcurrentHashMap<String, Pattern> CACHE = new ConcurrentHashMap<>();

  private RegexFunctions() {}

  static List<TemplateFunction> family() {
    Signature two = Signature.of(Parameter.STRING, Parameter.STRING);
    Signature three = Signature.of(Parameter.STRING, Parameter.STRING, Parameter.STRING);
    Signature limited = Signature.of(Parameter.STRING, Parameter.STRING, Parameter.INT);
    List<TemplateFunction> family = new ArrayList<>();
    family.add(new TemplateFunction("regexMatch", two, RegexFunctions::match));
    family.add(new TemplateFunction("mustRegexMatch", two, RegexFunctions::mustMatch));
    family.add(
        new TemplateFunction(
            "regexQuoteMeta", Signature.of(Parameter.STRING), RegexFunctions::quoteMeta));
    both(family, "RegexFindAll", limited, RegexFunctions::findAll);
    both(family, "RegexFind", two, RegexFunctions::find);
    both(family, "RegexReplaceAll", three, RegexFunctions::replaceAll);
    both(family, "RegexReplaceAllLiteral", three, RegexFunctions::replaceAllLiteral);
    both(family, "RegexSplit", limited, RegexFunctions::split);
    return family;
  }

  /** A function over a compiled pattern. */
  @FunctionalInterface
  private interface Body {
    GoValue call(FunctionContext context, Pattern pattern, List<GoValue> arguments);
  }

  /** The function that panics on a broken pattern, and its {@code must} twin that returns it. */
  private static void both(
      List<TemplateFunction> family, String name, Signature signature, Body body) {
    family.add(
        new TemplateFunction(
            "r" + name.substring(1),
            signature,
            (context, arguments) -> body.call(context, compiled(arguments, true), arguments)));
    family.add(
        new TemplateFunction(
            "must" + name,
            signature,
            (context, arguments) -> body.call(context, compiled(arguments, false), arguments)));
  }

  private static Pattern compiled(List<GoValue> arguments, boolean panics) {
    String regex = text(arguments, 0);
    try {
      return compile(regex);
    } catch (PatternSyntaxException e) {
      String message = message(regex, e);
      throw new GoFailure(
          panics ? "regexp: Compile(" + quoted(regex) + "): " + message : message,
          arguments.getFirst().trace());
    }
  }

  /** Go names the parenthesis that closes nothing; re2j only says that its stack is empty. */
  private static String message(String regex, PatternSyntaxException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("stack underflow")
        ? "error parsing regexp: unexpected ): `" + regex + "`"
        : message;
  }

  private static Pattern compile(String regex) {
    Pattern known = CACHE.get(regex);
    if (known != null) {
      return known;
    }
    Pattern pattern = Pattern.compile(regex);
    if (CACHE.size() < MOST_CACHED) {
      CACHE.put(regex, pattern);
    }
    return pattern;
  }

  private static String quoted(String regex) {
    return GoQuotes.canBackquote(regex) ? "`" + regex + "`" : GoQuotes.quote(regex);
  }

  /** {@code regexMatch}: a broken pattern matches nothing. */
  private static GoValue match(FunctionContext context, List<GoValue> arguments) {
    try {
      boolean found = compile(text(arguments, 0)).matcher(text(arguments, 1)).find();
      return Operands.answer(found, arguments);
    } catch (PatternSyntaxException e) {
      return Operands.answer(false, arguments);
    }
  }

  /** {@code mustRegexMatch}. */
  private static GoValue mustMatch(FunctionContext context, List<GoValue> arguments) {
    boolean found = compiled(arguments, false).matcher(text(arguments, 1)).find();
    return Operands.answer(found, arguments);
  }

  /** {@code FindAllString}. */
  private static GoValue findAll(
      FunctionContext context, Pattern pattern, List<GoValue> arguments) {
    TracedText content = content(arguments, 1);
    List<TracedText> found = new ArrayList<>();
    for (int[] match : matches(pattern, content.text(), integer(arguments, 2))) {
      found.add(content.substring(match[0], match[1]));
    }
    return Operands.strings(found, content.trace());
  }

  /** {@code FindString}. */
  private static GoValue find(FunctionContext context, Pattern pattern, List<GoValue> arguments) {
    TracedText content = content(arguments, 1);
    Matcher matcher = pattern.matcher(content.text());
    return matcher.find()
        ? new GoString(content.substring(matcher.start(), matcher.end()))
        : GoString.computed("", content.trace());
  }

  /** {@code ReplaceAllString}. */
  private static GoValue replaceAll(
      FunctionContext context, Pattern pattern, List<GoValue> arguments) {
    RegexTemplate template = new RegexTemplate(content(arguments, 2), pattern);
    return replaced(context, pattern, arguments, template);
  }

  /** {@code ReplaceAllLiteralString}. */
  private static GoValue replaceAllLiteral(
      FunctionContext context, Pattern pattern, List<GoValue> arguments) {
    return replaced(context, pattern, arguments, null);
  }

  private static GoValue replaced(
      FunctionContext context,
      Pattern pattern,
      List<GoValue> arguments,
      @Nullable RegexTemplate template) {
    TracedText content = content(arguments, 1);
    String text = content.text();
    Matcher matcher = pattern.matcher(text);
    TextBuilder out = new TextBuilder();
    int copied = 0;
    int lastEnd = 0;
    int from = 0;
    boolean any = false;
    while (from <= text.length() && matcher.find(from)) {
      int start = matcher.start();
      int end = matcher.end();
      out.append(content, copied, Math.max(copied, start));
      // An empty match right behind another match is not replaced again.
      if (end > lastEnd || start == 0) {
        if (template == null) {
          out.append(content(arguments, 2));
        } else {
          template.expand(out, content, matcher);
        }
        context.charge(content(arguments, 2).length());
        any = true;
      }
      copied = Math.max(copied, end);
      lastEnd = end;
      from = end > from ? end : next(text, from);
    }
    if (!any) {
      return arguments.get(1);
    }
    return new GoString(out.append(content, copied, text.length()).build());
  }

  /** {@code regexp.Split}. */
  private static GoValue split(FunctionContext context, Pattern pattern, List<GoValue> arguments) {
    TracedText content = content(arguments, 1);
    int most = integer(arguments, 2);
    Trace trace = content.trace();
    if (most == 0) {
      return Operands.strings(List.of(), trace);
    }
    List<TracedText> parts = new ArrayList<>();
    if (content.isEmpty() && !text(arguments, 0).isEmpty()) {
      return Operands.strings(List.of(content), trace);
    }
    int begin = 0;
    int end = 0;
    for (int[] match : matches(pattern, content.text(), most)) {
      if (most > 0 && parts.size() == most - 1) {
        break;
      }
      end = match[0];
      if (match[1] != 0) {
        parts.add(content.substring(begin, end));
      }
      begin = match[1];
    }
    if (end != content.length()) {
      parts.add(content.substring(begin, content.length()));
    }
    return Operands.strings(parts, trace);
  }

  /** {@code regexp.QuoteMeta}. */
  private static GoValue quoteMeta(FunctionContext context, List<GoValue> arguments) {
    TracedText content = content(arguments, 0);
    TextBuilder quoted = new TextBuilder();
    for (int i = 0; i < content.length(); i++) {
      if ("\\.+*?()|[]{}^$".indexOf(content.text().charAt(i)) >= 0) {
        quoted.append('\\');
      }
      quoted.append(content, i, i + 1);
    }
    return new GoString(quoted.build());
  }

  /**
   * Go's {@code allMatches}: an empty match right behind another does not count.
   *
   * @param most how many; negative for all
   */
  private static List<int[]> matches(Pattern pattern, String text, int most) {
    List<int[]> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    int position = 0;
    int lastEnd = -1;
    while ((most < 0 || found.size() < most)
        && position <= text.length()
        && matcher.find(position)) {
      boolean accept = true;
      if (matcher.end() == position) {
        accept = matcher.start() != lastEnd;
        position = next(text, position);
      } else {
        position = matcher.end();
      }
      lastEnd = matcher.end();
      if (accept) {
        found.add(new int[] {matcher.start(), matcher.end()});
      }
    }
    return found;
  }

  private static int next(String text, int position) {
    return position < text.length() ? text.offsetByCodePoints(position, 1) : position + 1;
  }
}
