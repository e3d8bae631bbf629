package dev.plimsoll.template.function;

import static dev.plimsoll.template.function.Operands.content;
import static dev.plimsoll.template.function.Operands.integer;
import static dev.plimsoll.template.function.Operands.text;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TracedText;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes the characters of text: case, words and width. */
final class CaseFunctions {

  private CaseFunctions() {}

  static List<TemplateFunction> family() {
    Signature counted = Signature.of(Parameter.INT, Parameter.STRING);
    return List.of(
        changing("upper", text -> GoCharacters.map(text, Character::toUpperCase)),
        changing("lower", text -> GoCharacters.map(text, Character::toLowerCase)),
        changing("title", CaseFunctions::title),
        changing("untitle", CaseFunctions::untitle),
        changing("swapcase", CaseFunctions::swapCase),
        changing("nospace", CaseFunctions::withoutSpace),
        changing("initials", CaseFunctions::initials),
        changing("snakecase", text -> WordCase.connect(text, '_')),
        changing("kebabcase", text -> WordCase.connect(text, '-')),
        changing("camelcase", WordCase::pascal),
        new TemplateFunction("abbrev", counted, CaseFunctions::abbrev),
        new TemplateFunction(
            "abbrevboth",
            Signature.of(Parameter.INT, Parameter.INT, Parameter.STRING),
            CaseFunctions::abbrevBoth),
        new TemplateFunction("wrap", counted, CaseFunctions::wrap),
        new TemplateFunction(
            "wrapWith",
            Signature.of(Parameter.INT, Parameter.STRING, Parameter.STRING),
            CaseFunctions::wrapWith),
        new TemplateFunction("shuffle", Signature.of(Parameter.STRING), CaseFunctions::shuffle));
  }

  /** A function of one text; where no character moves, each keeps its origin. */
  private static TemplateFunction changing(String name, UnaryOperator<String> change) {
    return new TemplateFunction(
        name,
        Signature.of(Parameter.STRING),
        (context, arguments) -> {
          TracedText content = content(arguments, 0);
          String changed = change.apply(content.text());
          return new GoString(
              changed.length() == content.length()
                  ? content.withCharacters(changed)
                  : TracedText.computed(changed, content.trace()));
        });
  }

  /** {@code strings.Title}. */
  private static String title(String text) {
    StringBuilder titled = new StringBuilder(text.length());
    int before = ' ';
    for (int i = 0; i < text.length(); i += Character.charCount(before)) {
      int c = text.codePointAt(i);
      titled.appendCodePoint(isSeparator(before) ? Character.toTitleCase(c) : c);
      before = c;
    }
    return titled.toString();
  }

  private static boolean isSeparator(int c) {
    if (c < 0x80) {
      return !Character.isLetterOrDigit(c) && c != '_';
    }
    return !Character.isLetter(c) && !Character.isDigit(c) && GoCharacters.isSpace(c);
  }

  /** {@code goutils.Uncapitalize}: the first letter of each word in lower case. */
  private static String untitle(String text) {
    StringBuilder changed = new StringBuilder(text.length());
    boolean next = true;
    for (int c : text.codePoints().toArray()) {
      boolean space = GoCharacters.isSpace(c);
      changed.appendCodePoint(next && !space ? Character.toLowerCase(c) : c);
      next = space;
    }
    return changed.toString();
  }

  /** {@code goutils.SwapCase}. */
  private static String swapCase(String text) {
    StringBuilder changed = new StringBuilder(text.length());
    boolean behindSpace = true;
    for (int c : text.codePoints().toArray()) {
      if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
        changed.appendCodePoint(Character.toLowerCase(c));
        behindSpace = false;
      } else if (Character.isLowerCase(c)) {
        changed.appendCodePoint(behindSpace ? Character.toTitleCase(c) : Character.toUpperCase(c));
        behindSpace = false;
      } else {
        changed.appendCodePoint(c);
        behindSpace = GoCharacters.isSpace(c);
      }
    }
    return changed.toString();
  }

  /** {@code goutils.DeleteWhiteSpace}, which takes each byte for a character. */
  private static String withoutSpace(String text) {
    String bytes = ByteText.widen(text);
    StringBuilder kept = new StringBuilder(bytes.length());
    bytes.chars().filter(c -> !GoCharacters.isSpace(c)).forEach(c -> kept.append((char) c));
    return kept.length() == bytes.length() ? text : kept.toString();
  }

  /** {@code goutils.Initials}, which takes each byte for a character. */
  private static String initials(String text) {
    StringBuilder initials = new StringBuilder();
    boolean gap = true;
    for (char c : ByteText.widen(text).toCharArray()) {
      if (GoCharacters.isSpace(c)) {
        gap = true;
      } else if (gap) {
        initials.append(c);
        gap = false;
      }
    }
    return initials.toString();
  }

  /** {@code abbrev}. */
  private static GoValue abbrev(FunctionContext context, List<GoValue> arguments) {
    int width = integer(arguments, 0);
    return width < 4 ? arguments.get(1) : abbreviated(arguments, 1, 0, width);
  }

  /** {@code abbrevboth}. */
  private static GoValue abbrevBoth(FunctionContext context, List<GoValue> arguments) {
    int left = integer(arguments, 0);
    int right = integer(arguments, 1);
    return right < 4 || (left > 0 && right < 7)
        ? arguments.get(2)
        : abbreviated(arguments, 2, left, right);
  }

  private static GoValue abbreviated(List<GoValue> arguments, int index, int offset, int width) {
    TracedText content = content(arguments, index);
    String bytes = ByteText.widen(content.text());
    return bytes.length() <= width
        ? arguments.get(index)
        : GoString.computed(ByteText.narrow(abbreviate(bytes, offset, width)), content.trace());
  }

  /** {@code goutils.AbbreviateFull} of a text that is too long. */
  private static String abbreviate(String text, int left, int width) {
    int kept = width - 3;
    int offset = Math.min(left, text.length());
    if (text.length() - offset < kept) {
      offset = text.length() - kept;
    }
    if (offset <= 4) {
      return text.substring(0, kept) + "...";
    }
    if (width < 7) {
      return "";
    }
    if (offset + kept >= text.length()) {
      return "..." + text.substring(text.length() - kept);
    }
    String rest = text.substring(offset);
    return "..." + (rest.length() <= kept ? rest : kept < 4 ? "" : abbreviate(rest, 0, kept));
  }

  /** {@code goutils.Wrap}. */
  private static GoValue wrap(FunctionContext context, List<GoValue> arguments) {
    TracedText content = content(arguments, 1);
    context.charge(2L * content.length());
    return GoString.computed(
        wrap(content.text(), integer(arguments, 0), "\n", false), content.trace());
  }

  /** {@code goutils.WrapCustom}, which also breaks long words. */
  private static GoValue wrapWith(FunctionContext context, List<GoValue> arguments) {
    String separator = text(arguments, 1).isEmpty() ? "\n" : text(arguments, 1);
    TracedText content = content(arguments, 2);
    int width = Math.max(1, integer(arguments, 0));
    context.charge(content.length() + (content.length() / width + 1L) * separator.length());
    return GoString.computed(
        wrap(content.text(), width, ByteText.widen(separator), true),
        content.trace().and(arguments.get(1).trace()));
  }

  private static String wrap(String original, int wanted, String separator, boolean breaksWords) {
    String text = ByteText.widen(original);
    int width = Math.max(1, wanted);
    StringBuilder wrapped = new StringBuilder();
    int offset = 0;
    while (text.length() - offset > width) {
      if (text.charAt(offset) == ' ') {
        offset++;
        continue;
      }
      int end = offset + width;
      int space = text.lastIndexOf(' ', end);
      if (space < offset && !breaksWords) {
        space = text.indexOf(' ', end);
        space = space < 0 ? text.length() : space;
      }
      if (space >= text.length()) {
        break;
      }
      int last = space >= offset ? space : end;
      wrapped.append(text, offset, last).append(separator);
      offset = space >= offset ? last + 1 : last;
    }
    return ByteText.narrow(wrapped.append(text, offset, text.length()).toString());
  }

  /** {@code xstrings.Shuffle}. */
  private static GoValue shuffle(FunctionContext context, List<GoValue> arguments) {
    context.noteNonDeterminism("shuffle");
    TracedText content = content(arguments, 0);
    int[] runes = content.text().codePoints().toArray();
    for (int i = runes.length - 1; i > 0; i--) {
      int other = context.random().nextInt(i + 1);
      int moved = runes[i];
      runes[i] = runes[other];
      runes[other] = moved;
    }
    return GoString.computed(new String(runes, 0, runes.length), content.trace());
  }
}
