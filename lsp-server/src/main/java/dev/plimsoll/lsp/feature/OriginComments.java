package dev.plimsoll.lsp.feature;

import dev.plimsoll.origin.Origin;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.origin.OriginFinder;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.YamlPrinter;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes behind each line where it comes from, so that a person can go there. */
final class OriginComments {

  private final Map<Integer, String> byLine = new HashMap<>();

  private OriginComments() {}

  /** Values as YAML. */
  static String ofValues(MapValue values) {
    OriginComments comments = new OriginComments();
    SourceFile printed = new SourceFile("values.yaml", YamlPrinter.print(values));
    comments.collect(YamlParser.parse(printed).firstRoot(), values, printed.lines());
    return comments.written(printed);
  }

  /** Rendered text. */
  static String ofManifest(Manifest manifest) {
    OriginComments comments = new OriginComments();
    SourceFile printed = new SourceFile("manifest.yaml", manifest.content().text());
    OriginFinder finder = manifest.origins();
    for (int line = 1; line <= printed.lines().lineCount(); line++) {
      Span span = printed.lines().line(line);
      int number = line;
      boolean hasContent = !printed.text(span).isBlank() && !printed.text(span).startsWith("---");
      if (hasContent) {
        finder.of(span).ifPresent(origin -> comments.byLine.put(number, place(origin.location())));
      }
    }
    return comments.written(printed);
  }

  private void collect(@Nullable YamlNode node, Value value, LineIndex lines) {
    if (node instanceof YamlMapping mapping && value instanceof MapValue map) {
      for (YamlEntry entry : mapping.entries()) {
        entry.keyText().flatMap(map::get).ifPresent(child -> collect(entry.value(), child, lines));
      }
    } else if (node instanceof YamlSequence sequence && value instanceof ListValue list) {
      for (int i = 0; i < Math.min(sequence.items().size(), list.items().size()); i++) {
        collect(sequence.items().get(i), list.items().get(i), lines);
      }
    } else if (node instanceof YamlScalar scalar) {
      boolean isBlock = scalar.style().name().matches("LITERAL|FOLDED");
      // A comment may stand behind the header of a block scalar, and behind the end of others.
      int line = lines.lineOf(isBlock ? scalar.span().start() : scalar.span().end());
      byLine.put(line, place(value.origin()));
    }
  }

  private static String place(Origin origin) {
    return origin.layer().kind().isOption() ? origin.layer().label() : place(origin.location());
  }

  private static String place(Location location) {
    return location.file().path() + ":" + location.position().line();
  }

  private String written(SourceFile printed) {
    StringBuilder text = new StringBuilder();
    LineIndex lines = printed.lines();
    for (int line = 1; line <= lines.lineCount(); line++) {
      String content = printed.text(lines.line(line));
      if (line == lines.lineCount() && content.isEmpty()) {
        break;
      }
      text.append(content);
      String place = byLine.get(line);
      if (place != null) {
        text.append("  # ").append(place);
      }
      text.append('\n');
    }
    return text.toString();
  }
}
