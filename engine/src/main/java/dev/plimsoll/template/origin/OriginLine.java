package dev.plimsoll.template.origin;

import dev.plimsoll.source.Span;
import dev.plimsoll.template.value.TracedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of rendered text, and where it comes from: the line of the values that says its value, or
 * else the line of the template that wrote it.
 *
 * @param origin empty for what nobody tracked, and for a blank line
 */
public record OriginLine(String text, Optional<SpanOrigin> origin) {

  /** List markers and a key; what follows is the value. */
  private static final Pattern BEFORE_VALUE =
      Pattern.compile("\\s*(?:-\\s+)*+(?:[^\\s'\"#][^\\s:]*+:(?:\\s+|$))?");

  /**
   * The lines of a text.
   *
   * @param finders finds origins in one line
   */
  public static List<OriginLine> of(TracedText text, Function<TracedText, OriginFinder> finders) {
    List<OriginLine> lines = new ArrayList<>();
    String content = text.text();
    for (int start = 0; start < content.length(); ) {
      int found = content.indexOf('\n', start);
      int end = found < 0 ? content.length() : found;
      lines.add(line(text.substring(start, end), finders));
      start = end + 1;
    }
    return lines;
  }

  private static OriginLine line(TracedText line, Function<TracedText, OriginFinder> finders) {
    String text = line.text();
    if (text.isBlank()) {
      return new OriginLine(text, Optional.empty());
    }
    OriginFinder finder = finders.apply(line);
    Matcher before = BEFORE_VALUE.matcher(text);
    int value = before.lookingAt() ? before.end() : 0;
    Optional<SpanOrigin> ofValue =
        value < text.length() ? finder.of(new Span(value, text.length())) : Optional.empty();
    return new OriginLine(
        text,
        ofValue
            .filter(origin -> origin.valuesNode().isPresent())
            .or(() -> finder.of(new Span(0, text.length()))));
  }
}
