package dev.plimsoll.helmfile;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.origin.OriginFinder;
import dev.plimsoll.template.value.TracedText;
import java.util.Arrays;

/** YAML of a helmfile as helmfile reads it, of which each part knows where a person edits it. */
sealed interface StateText {

  /** What is parsed. */
  SourceFile source();

  /** The place that says a part of {@link #source}. */
  Location locate(Span span);

  /** The same for a name or path: a template that puts one together is the place, not its parts. */
  default Location locateText(Span span) {
    return locate(span);
  }

  /** The same for a map or list: where it begins. */
  default Location locateStart(Span span) {
    return locate(new Span(span.start(), Math.min(span.end(), span.start() + 1)));
  }

  /** Whether templates have made the text. */
  default boolean isRendered() {
    return this instanceof Rendered;
  }

  /** A whole file as it is. */
  static StateText of(SourceFile file) {
    return new Written(file, file, 0, new int[0]);
  }

  /**
   * Text of a file: a part of it, without the carriage returns.
   *
   * @param part the text as a source of its own
   * @param start of the part in the text without carriage returns
   */
  static Written part(SourceFile file, SourceFile part, int start, int[] removed) {
    return new Written(file, part, start, removed);
  }

  /** Where carriage returns in front of line feeds stand, which helmfile takes out. */
  static int[] carriageReturns(String text) {
    int[] found = new int[8];
    int count = 0;
    for (int at = text.indexOf("\r\n"); at >= 0; at = text.indexOf("\r\n", at + 2)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count] = at - count;
      count++;
    }
    return Arrays.copyOf(found, count);
  }

  /**
   * Text as it stands in a file.
   *
   * @param removed the carriage returns before which text is missing, as offsets in the text
   *     without them
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
  record Written(SourceFile file, SourceFile source, int start, int[] removed)
      implements StateText {

    @Override
    public Location locate(Span span) {
      return file.at(new Span(original(span.start()), original(span.end())));
    }

    private int original(int offset) {
      int at = offset + start;
      if (removed.length == 0) {
        return at;
      }
      int found = Arrays.binarySearch(removed, at);
      return at + (found >= 0 ? found : -found - 1);
    }
  }

  /**
   * A text that was read from a scalar of a file.
   *
   * @param place of the scalar, with its quotes
   */
  record Quoted(SourceFile source, Location place) implements StateText {

    @Override
    public Location locate(Span span) {
      String raw = place.file().text(place.span());
      int start = raw.indexOf(source.text());
      return start < 0 ? place : place.file().at(span.shift(place.span().start() + start));
    }
  }

  /** Values that were written as YAML, of which only the map they come from is known. */
  record Printed(SourceFile source, Location place) implements StateText {

    @Override
    public Location locate(Span span) {
      return place;
    }
  }

  /**
   * What templates made.
   *
   * @param template the text with the templates
   */
  record Rendered(StateText template, SourceFile source, OriginFinder finder) implements StateText {

    static Rendered of(StateText template, TracedText text) {
      SourceFile source = new SourceFile(template.source().path(), text.text());
      return new Rendered(template, source, new OriginFinder(text));
    }

    @Override
    public Location locate(Span span) {
      Span shown = span.isEmpty() ? around(span.start()) : span;
      return finder
          .of(shown)
          .map(found -> original(found.location()))
          .orElseGet(() -> template.locate(Span.at(0)));
    }

    @Override
    public Location locateText(Span span) {
      return finder.composed(span).map(this::original).orElseGet(() -> locate(span));
    }

    /** The place in the file of a place in the template text, which may be a part of a file. */
    Location original(Location place) {
      return place.file().equals(template.source()) ? template.locate(place.span()) : place;
    }

    private Span around(int offset) {
      int end = source.text().length();
      return offset > 0 ? new Span(offset - 1, offset) : new Span(0, Math.min(1, end));
    }
  }
}
