package dev.plimsoll.lsp.feature;

import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a YAML text somebody types: told by indentation alone, and by braces behind a key, since
 * what is being typed is rarely YAML yet.
 *
 * @param path of the map that a key is typed in, or of the value that is typed
 * @param isValue whether it is behind a colon
 * @param typed what stands there already
 * @param siblings the keys that the map has
 */
record YamlTyping(ValuePath path, boolean isValue, Span typed, Set<String> siblings) {

  private static final Pattern LINE =
      Pattern.compile(
          "^( *)((?:- +)*)(?:(\"[^\"]*\"|'[^']*'|[^\\s#:{\\[\\-][^:#]*?|)(\\s*:(?=\\s|$)))?");
  private static final Pattern WORD = Pattern.compile("[^\\s:\\-{}\\[\\],][^\\s:{}\\[\\],]*$");

  /** How many lines a mapping in braces may have above the one that is typed in. */
  private static final int FLOW_LINES = 20;

  static YamlTyping at(SourceFile file, int offset) {
    LineIndex lines = file.lines();
    int number = lines.lineOf(offset);
    for (int i = number; i >= Math.max(1, number - FLOW_LINES); i--) {
      Matcher block = match(before(file, i, offset));
      int value = lines.line(i).start() + block.end();
      String flow = file.text().substring(value, Math.max(value, offset)).stripLeading();
      if (flow.startsWith("{") || flow.startsWith("[")) {
        return FlowTyping.at(flow)
            .map(typing -> inFlow(typing, file, offset, offset - flow.length()))
            .orElseGet(() -> inBlock(file, offset));
      }
    }
    return inBlock(file, offset);
  }

  private static YamlTyping inFlow(FlowTyping flow, SourceFile file, int offset, int start) {
    List<ValuePath.Step> steps = new ArrayList<>(inBlock(file, start).path().steps());
    steps.addAll(flow.steps());
    return new YamlTyping(
        new ValuePath(steps), flow.isValue(), typed(file, offset), flow.siblings());
  }

  private static String before(SourceFile file, int number, int offset) {
    Span line = file.lines().line(number);
    return file.text()
        .substring(line.start(), Math.max(line.start(), Math.min(offset, line.end())));
  }

  private static Span typed(SourceFile file, int offset) {
    Matcher word = WORD.matcher(before(file, file.lines().lineOf(offset), offset));
    return new Span(word.find() ? offset - word.group().length() : offset, offset);
  }

  private static YamlTyping inBlock(SourceFile file, int offset) {
    int number = file.lines().lineOf(offset);
    String before = before(file, number, offset);
    Matcher own = match(before);
    boolean isValue = own.group(4) != null;
    int indent = own.group(1).length() + own.group(2).length();
    Deque<ValuePath.Step> steps = new ArrayDeque<>();
    if (isValue) {
      steps.addFirst(new ValuePath.Key(unquoted(own.group(3))));
    }
    if (!own.group(2).isEmpty()) {
      steps.addFirst(new ValuePath.Index(0));
    }
    Set<String> siblings = new LinkedHashSet<>();
    int depth = own.group(2).isEmpty() ? indent : own.group(1).length();
    parents(file, number, depth, !own.group(2).isEmpty(), steps);
    siblings(file, number, indent, siblings);
    return new YamlTyping(
        new ValuePath(List.copyOf(steps)), isValue, typed(file, offset), siblings);
  }

  /** The keys of the path, without the places in lists. */
  List<String> keys() {
    return path.steps().stream()
        .filter(ValuePath.Key.class::isInstance)
        .map(step -> ((ValuePath.Key) step).name())
        .toList();
  }

  /** The keys and items above with less indentation, outwards. */
  private static void parents(
      SourceFile file, int number, int indent, boolean isItem, Deque<ValuePath.Step> steps) {
    int inside = indent;
    boolean wantsKey = isItem;
    for (int i = number - 1; i >= 1 && (inside > 0 || wantsKey); i--) {
      String text = file.text(file.lines().line(i));
      if (text.isBlank() || text.strip().startsWith("#")) {
        continue;
      }
      Matcher line = match(text);
      int dashes = line.group(1).length();
      int column = dashes + line.group(2).length();
      boolean isKeyAbove =
          line.group(4) != null && (column < inside || (wantsKey && column == inside));
      if (isKeyAbove) {
        steps.addFirst(new ValuePath.Key(unquoted(line.group(3))));
        inside = column;
        wantsKey = false;
      }
      boolean isItemAbove = !line.group(2).isEmpty() && dashes < inside;
      if (isItemAbove || (isKeyAbove && !line.group(2).isEmpty())) {
        steps.addFirst(new ValuePath.Index(0));
        inside = dashes;
        wantsKey = true;
      }
    }
  }

  private static void siblings(SourceFile file, int number, int indent, Set<String> siblings) {
    for (int step : new int[] {-1, 1}) {
      for (int i = number + step; i >= 1 && i <= file.lines().lineCount(); i += step) {
        String text = file.text(file.lines().line(i));
        if (text.isBlank() || text.strip().startsWith("#")) {
          continue;
        }
        Matcher line = match(text);
        int column = line.group(1).length() + line.group(2).length();
        if (column < indent) {
          break;
        }
        if (column == indent && line.group(4) != null) {
          siblings.add(unquoted(line.group(3)));
        }
      }
    }
  }

  private static Matcher match(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.find()) {
      throw new IllegalStateException("Every line fits");
    }
    return matcher;
  }

  static String unquoted(String key) {
    return Optional.of(key)
        .filter(text -> text.length() > 1 && "\"'".indexOf(text.charAt(0)) >= 0)
        .map(text -> text.substring(1, text.length() - 1))
        .orElse(key);
  }
}
