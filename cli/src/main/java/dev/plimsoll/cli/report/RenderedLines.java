package dev.plimsoll.cli.report;

import dev.plimsoll.cli.terminal.DisplayWidth;
import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.origin.OriginFinder;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.template.value.TracedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes behind each rendered line where it comes from: the line of the values that says its value,
 * or else the line of the template that wrote it.
 */
public final class RenderedLines {

  private static final int MAX_COLUMN = 80;
  private static final int GAP = 2;

  /** List markers and a key; what follows is the value. */
  private static final Pattern BEFORE_VALUE =
      Pattern.compile("\\s*(?:-\\s+)*+(?:[^\\s'\"#][^\\s:]*+:(?:\\s+|$))?");

  private final String prefix;
  private final Palette palette;

  /**
   * @param prefix stands before every path: the way from the working directory to the workspace
   */
  public RenderedLines(String prefix, Palette palette) {
    this.prefix = prefix;
    this.palette = palette;
  }

  /**
   * The text with an origin behind each line that has one.
   *
   * @param text of a render that took nothing from another one
   */
  public String of(TracedText text) {
    List<String> lines = new ArrayList<>();
    List<Optional<String>> origins = new ArrayList<>();
    String content = text.text();
    int widest = 0;
    for (int start = 0; start < content.length(); ) {
      int found = content.indexOf('\n', start);
      int end = found < 0 ? content.length() : found;
      lines.add(content.substring(start, end));
      origins.add(origin(text.substring(start, end)));
      int width = DisplayWidth.of(lines.getLast());
      widest = width <= MAX_COLUMN ? Math.max(widest, width) : widest;
      start = end + 1;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int padding = Math.max(GAP, widest + GAP - DisplayWidth.of(line));
      out.append(line);
      origins
          .get(i)
          .ifPresent(place -> out.append(" ".repeat(padding)).append(palette.dim("# " + place)));
      out.append('\n');
    }
    return out.toString();
  }

  private Optional<String> origin(TracedText line) {
    String text = line.text();
    if (text.isBlank()) {
      return Optional.empty();
    }
    OriginFinder finder = new OriginFinder(line);
    Matcher before = BEFORE_VALUE.matcher(text);
    int value = before.lookingAt() ? before.end() : 0;
    Optional<SpanOrigin> ofValue =
        value < text.length() ? finder.of(new Span(value, text.length())) : Optional.empty();
    Optional<SpanOrigin> found =
        ofValue
            .filter(origin -> origin.valuesNode().isPresent())
            .or(() -> finder.of(new Span(0, text.length())));
    return found.map(this::place);
  }

  private String place(SpanOrigin origin) {
    Location location = origin.location();
    Layer layer = origin.valuesNode().map(ValuesNode::origin).map(o -> o.layer()).orElse(null);
    if (layer != null && layer.kind().isOption()) {
      return layer.label();
    }
    return prefix + location.file().path() + ":" + location.position().line();
  }
}
