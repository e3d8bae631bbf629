package dev.plimsoll.lsp.feature;

import dev.plimsoll.values.ValuePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where in {@code {key: [value]}} somebody types: told by braces, commas and quotes alone, since it
 * is rarely closed yet.
 */
final class FlowTyping {

  /** What stands for a quote in a text in single quotes. */
  private static final String DOUBLED_QUOTE = "''";

  private final Deque<Frame> open = new ArrayDeque<>();

  /** A mapping or a list that is not closed. */
  private static final class Frame {
    private final boolean isMapping;
    private final Set<String> keys = new LinkedHashSet<>();
    private final StringBuilder token = new StringBuilder();
    private String key = "";
    private boolean isBehindColon;

    private Frame(boolean isMapping) {
      this.isMapping = isMapping;
    }
  }

  private FlowTyping() {}

  /**
   * The place at the end of a text.
   *
   * @param text from the first brace on; two of them begin an action and no mapping
   * @return empty if everything is closed there
   */
  static Optional<FlowTyping> at(String text) {
    boolean isFlow = text.startsWith("[") || (text.startsWith("{") && !text.startsWith("{{"));
    if (!isFlow) {
      return Optional.empty();
    }
    FlowTyping typing = new FlowTyping();
    int at = 0;
    do {
      at = typing.read(text, at);
    } while (at < text.length() && !typing.open.isEmpty());
    return typing.open.isEmpty() ? Optional.empty() : Optional.of(typing);
  }

  /** The steps from the first brace to the key or value that is typed. */
  List<ValuePath.Step> steps() {
    List<ValuePath.Step> steps = new ArrayList<>();
    for (Iterator<Frame> frames = open.descendingIterator(); frames.hasNext(); ) {
      Frame frame = frames.next();
      if (!frame.isMapping) {
        steps.add(new ValuePath.Index(0));
      } else if (frame.isBehindColon) {
        steps.add(new ValuePath.Key(frame.key));
      }
    }
    return steps;
  }

  boolean isValue() {
    return open.element().isBehindColon;
  }

  /** The keys before the one that is typed. */
  Set<String> siblings() {
    return Collections.unmodifiableSet(open.element().keys);
  }

  /** Reads what stands at a place; where the next begins. */
  private int read(String text, int at) {
    char c = text.charAt(at);
    Frame frame = open.peek();
    if (c == '{' || c == '[') {
      open.push(new Frame(c == '{'));
    } else if (frame == null) {
      return text.length();
    } else if (c == '}' || c == ']') {
      open.pop();
    } else if (c == ',') {
      frame.token.setLength(0);
      frame.isBehindColon = false;
    } else if (c == ':' && isColon(text, at, frame)) {
      frame.key = YamlTyping.unquoted(frame.token.toString().strip());
      frame.keys.add(frame.key);
      frame.token.setLength(0);
      frame.isBehindColon = true;
    } else {
      boolean isQuoted = (c == '"' || c == '\'') && frame.token.toString().isBlank();
      int end = isQuoted ? quoteEnd(text, at) : at + 1;
      frame.token.append(text, at, end);
      return end;
    }
    return at + 1;
  }

  private static boolean isColon(String text, int at, Frame frame) {
    boolean isQuoted = frame.token.toString().strip().endsWith("\"");
    boolean ends = at + 1 == text.length() || ",]} \n\r\t".indexOf(text.charAt(at + 1)) >= 0;
    return frame.isMapping && !frame.isBehindColon && (ends || isQuoted);
  }

  private static int quoteEnd(String text, int start) {
    char quote = text.charAt(start);
    int at = start + 1;
    while (at < text.length()) {
      boolean isEscape =
          quote == '"' ? text.charAt(at) == '\\' : text.startsWith(DOUBLED_QUOTE, at);
      if (!isEscape && text.charAt(at) == quote) {
        return at + 1;
      }
      at += isEscape ? 2 : 1;
    }
    return text.length();
  }
}
