package dev.plimsoll.values;

import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.ScalarStyle;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values as {@link YamlPrinter} writes them, with the origin of each leaf. The printed text is read
 * again to learn on which line each leaf came to stand.
 */
public final class PrintedValues {

  private final SourceFile printed;
  private final Map<Integer, Origin> originByLine = new HashMap<>();

  private PrintedValues(Value values) {
    this.printed = new SourceFile("values", YamlPrinter.print(values));
  }

  /**
   * A line of the text.
   *
   * @param origin of the leaf that a comment behind this line speaks of
   */
  public record Line(String text, Optional<Origin> origin) {}

  /** The text, line by line. */
  public static List<Line> of(Value values) {
    PrintedValues text = new PrintedValues(values);
    for (YamlDocument document : YamlParser.parse(text.printed).documents()) {
      YamlNode root = document.root();
      if (root != null) {
        text.collect(root, values);
      }
    }
    return text.lines();
  }

  private List<Line> lines() {
    List<Line> all = new ArrayList<>();
    LineIndex lines = printed.lines();
    for (int line = 1; line <= lines.lineCount(); line++) {
      String text = printed.text(lines.line(line));
      boolean isBehindTheEnd = line == lines.lineCount() && text.isEmpty();
      if (!isBehindTheEnd) {
        all.add(new Line(text, Optional.ofNullable(originByLine.get(line))));
      }
    }
    return all;
  }

  private void collect(YamlNode node, Value value) {
    switch (value) {
      case MapValue map when node instanceof YamlMapping mapping && !map.entries().isEmpty() -> {
        for (YamlEntry entry : mapping.entries()) {
          entry.keyText().flatMap(map::get).ifPresent(child -> collect(entry.value(), child));
        }
      }
      case ListValue list when node instanceof YamlSequence sequence && !list.items().isEmpty() -> {
        for (int i = 0; i < Math.min(list.items().size(), sequence.items().size()); i++) {
          collect(sequence.items().get(i), list.items().get(i));
        }
      }
      case MapValue map -> originByLine.put(commentLine(node), map.origin());
      case ListValue list -> originByLine.put(commentLine(node), list.origin());
      case ScalarValue scalar -> originByLine.put(commentLine(node), scalar.origin());
    }
  }

  /**
   * A comment may stand behind the header of a block scalar, and behind the last line of others.
   */
  private int commentLine(YamlNode node) {
    boolean block =
        node instanceof YamlScalar scalar
            && (scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED);
    return printed.lines().lineOf(block ? node.span().start() : node.span().end());
  }
}
