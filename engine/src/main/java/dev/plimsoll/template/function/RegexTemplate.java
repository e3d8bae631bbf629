package dev.plimsoll.template.function;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.plimsoll.template.value.TextBuilder;
import dev.plimsoll.template.value.TracedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The replacement of {@code regexReplaceAll}: {@code $1}, {@code ${1}}, {@code $name} and {@code
 * $$} (Go's {@code regexp.Expand}). A name reaches as far as letters, digits and underscores do,
 * and one that the pattern does not know is empty.
 */
final class RegexTemplate {

  private static final int LITERAL = -1;
  private static final int UNKNOWN = -2;

  private final TracedText text;
  private final List<Part> parts = new ArrayList<>();

  /** Text from {@code start} to {@code end}, or a group of the pattern. */
  private record Part(int group, int start, int end) {}

  RegexTemplate(TracedText text, Pattern pattern) {
    this.text = text;
    parse(text.text(), pattern);
  }

  void expand(TextBuilder out, TracedText content, Matcher matcher) {
    for (Part part : parts) {
      if (part.group() == LITERAL) {
        out.append(text, part.start(), part.end());
      } else if (part.group() != UNKNOWN && matcher.start(part.group()) >= 0) {
        out.append(content, matcher.start(part.group()), matcher.end(part.group()));
      }
    }
  }

  private void parse(String template, Pattern pattern) {
    int start = 0;
    while (start < template.length()) {
      int dollar = template.indexOf('$', start);
      if (dollar < 0) {
        break;
      }
      literal(start, dollar);
      start = reference(template, dollar, pattern);
    }
    literal(start, template.length());
  }

  private void literal(int start, int end) {
    if (start < end) {
      parts.add(new Part(LITERAL, start, end));
    }
  }

  /** Reads what a dollar begins; gives the offset behind it. */
  private int reference(String template, int dollar, Pattern pattern) {
    int start = dollar + 1;
    if (start < template.length() && template.charAt(start) == '$') {
      literal(start, start + 1);
      return start + 1;
    }
    boolean braced = start < template.length() && template.charAt(start) == '{';
    int from = braced ? start + 1 : start;
    int end = from;
    while (end < template.length() && isWord(template.codePointAt(end))) {
      end += Character.charCount(template.codePointAt(end));
    }
    boolean closed = !braced || (end < template.length() && template.charAt(end) == '}');
    if (end == from || !closed) {
      // Malformed: the dollar is meant as it stands.
      literal(dollar, start);
      return start;
    }
    parts.add(new Part(group(template.substring(from, end), pattern), from, end));
    return braced ? end + 1 : end;
  }

  private static int group(String name, Pattern pattern) {
    if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
      boolean known = name.length() < 9 && (name.length() == 1 || name.charAt(0) != '0');
      int number = known ? Integer.parseInt(name) : UNKNOWN;
      return number <= pattern.groupCount() ? number : UNKNOWN;
    }
    Map<String, Integer> names = pattern.namedGroups();
    return names.getOrDefault(name, UNKNOWN);
  }

  private static boolean isWord(int c) {
    return Character.isLetter(c) || Character.isDigit(c) || c == '_';
  }
}
