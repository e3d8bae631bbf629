package dev.plimsoll.cli.report;

import dev.plimsoll.cli.terminal.DisplayWidth;
import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.yaml.ScalarStyle;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the origin of each leaf behind it, as a comment, so that the text stays YAML. The printed
 * text is read again to learn on which line each leaf came to stand.
 */
final class OriginColumn {

  private static final int MAX_COLUMN = 60;
  private static final int GAP = 2;

  private final String prefix;
  private final Palette palette;
  private final Map<Integer, Origin> originByLine = new HashMap<>();

  OriginColumn(String prefix, Palette palette) {
    this.prefix = prefix;
    this.palette = palette;
  }

  String render(String yaml, Value values) {
    SourceFile printed = new SourceFile("values", yaml);
    for (YamlDocument document : YamlParser.parse(printed).documents()) {
      YamlNode root = document.root();
      if (root != null) {
        collect(root, values, printed.lines());
      }
    }
    int column = column(printed);
    StringBuilder out = new StringBuilder();
    LineIndex lines = printed.lines();
    for (int line = 1; line <= lines.lineCount(); line++) {
      String text = printed.text(lines.line(line));
      if (line == lines.lineCount() && text.isEmpty()) {
        break;
      }
      out.append(withOrigin(text, originByLine.get(line), column)).append('\n');
    }
    return out.toString();
  }

  private void collect(YamlNode node, Value value, LineIndex lines) {
    switch (value) {
      case MapValue map when node instanceof YamlMapping mapping && !map.entries().isEmpty() -> {
        for (YamlEntry entry : mapping.entries()) {
          entry
              .keyText()
              .flatMap(map::get)
              .ifPresent(child -> collect(entry.value(), child, lines));
        }
      }
      case ListValue list when node instanceof YamlSequence sequence && !list.items().isEmpty() -> {
        for (int i = 0; i < Math.min(list.items().size(), sequence.items().size()); i++) {
          collect(sequence.items().get(i), list.items().get(i), lines);
        }
      }
      case MapValue map -> originByLine.put(commentLine(node, lines), map.origin());
      case ListValue list -> originByLine.put(commentLine(node, lines), list.origin());
      case ScalarValue scalar -> originByLine.put(commentLine(node, lines), scalar.origin());
    }
  }

  /**
   * A comment may stand behind the header of a block scalar, and behind the last line of others.
   */
  private static int commentLine(YamlNode node, LineIndex lines) {
    boolean block =
        node instanceof YamlScalar scalar
            && (scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED);
    return lines.lineOf(block ? node.span().start() : node.span().end());
  }

  private int column(SourceFile printed) {
    int widest = 0;
    for (int line : originByLine.keySet()) {
      int width = DisplayWidth.of(printed.text(printed.lines().line(line)));
      widest = width <= MAX_COLUMN ? Math.max(widest, width) : widest;
    }
    return widest + GAP;
  }

  private String withOrigin(String text, @Nullable Origin origin, int column) {
    if (origin == null) {
      return text;
    }
    int padding = Math.max(GAP, column - DisplayWidth.of(text));
    return text + " ".repeat(padding) + palette.dim("# " + place(origin));
  }

  private String place(Origin origin) {
    Layer layer = origin.layer();
    return layer.kind().isOption()
        ? layer.label()
        : ShownPath.of(prefix, layer.file().path()) + ":" + origin.location().position().line();
  }
}
