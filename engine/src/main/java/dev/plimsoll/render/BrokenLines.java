package dev.plimsoll.render;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RelatedLocation.Role;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.origin.OriginFinder;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.template.value.Run;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.template.value.TracedText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Shows the rendered lines around a mistake, each with the template line that wrote it: nobody has
 * the rendered text before their eyes, and its line numbers help nobody.
 */
final class BrokenLines {

  private static final int LINES_BEFORE = 2;
  private static final int MAX_LENGTH = 120;
  private static final String MASK = "********";

  /** Values of such keys or layers are not shown, whatever they are. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(?:secret|passw|passphrase|token|credential|private|api_?key|auth|cert|\\bkey$).*");

  private BrokenLines() {}

  /**
   * Adds the lines to a diagnostic.
   *
   * @param document the part of what the template wrote that is broken
   * @param place the mistake in what the template wrote
   */
  static Diagnostic show(
      RenderedTemplate template, Span document, Span place, Diagnostic diagnostic) {
    TracedText text = template.text();
    LineIndex lines = new SourceFile(template.name(), text.text()).lines();
    int first = lines.lineOf(document.start());
    int last = lines.lineOf(Math.min(place.start(), text.length()));
    OriginFinder finder = template.origins();
    Diagnostic shown = diagnostic;
    for (int line = Math.max(first, last - LINES_BEFORE); line <= last; line++) {
      Span span = withoutBlanks(text.text(), lines.line(line));
      Optional<SpanOrigin> origin = span.isEmpty() ? Optional.empty() : finder.of(start(span));
      if (origin.isPresent()) {
        String what = line == last ? "wrote the line that is wrong" : "wrote the line before it";
        shown =
            shown.withRelated(
                Role.TEMPLATE,
                origin.get().writtenBy().orElse(origin.get().location()),
                "This %s: `%s`".formatted(what, printed(template, lines.line(line))));
      }
    }
    return shown;
  }

  /**
   * The first characters decide which template line is shown; the value may come from elsewhere.
   */
  private static Span start(Span span) {
    return new Span(span.start(), span.start() + 1);
  }

  private static Span withoutBlanks(String text, Span line) {
    int start = line.start();
    while (start < line.end() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return new Span(start, line.end());
  }

  private static String printed(RenderedTemplate template, Span line) {
    TracedText part = template.text().substring(line.start(), line.end());
    StringBuilder shown = new StringBuilder();
    for (Run run : part.runs()) {
      String piece = part.text().substring(run.start(), run.end());
      shown.append(!piece.isBlank() && isSecret(run, template.values()) ? MASK : piece);
    }
    String all = shown.toString().replace('`', '\'').stripTrailing();
    return all.length() <= MAX_LENGTH ? all : all.substring(0, MAX_LENGTH) + "…";
  }

  private static boolean isSecret(Run run, ValuesNode values) {
    return run.trace().data().stream()
        .map(source -> source.in(values))
        .anyMatch(source ->
            source instanceof ValuesNode node
                && (SECRET.matcher(node.path()).matches()
                    || SECRET.matcher(node.origin().layer().file().path()).matches()));
  }
}
