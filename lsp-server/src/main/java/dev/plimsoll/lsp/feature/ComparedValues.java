package dev.plimsoll.lsp.feature;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeltaType;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.PrintedValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The effective values of two releases as two texts for an editor to compare. A line whose value
 * both have is the same in both, however many origins stand behind it: an editor compares text, and
 * marked as different what only comes from another layer.
 */
final class ComparedValues {

  private final List<String> left = new ArrayList<>();
  private final List<String> right = new ArrayList<>();

  private ComparedValues() {}

  static ComparedValues of(MapValue left, MapValue right) {
    List<PrintedValues.Line> before = PrintedValues.of(left);
    List<PrintedValues.Line> after = PrintedValues.of(right);
    ComparedValues texts = new ComparedValues();
    for (AbstractDelta<String> part :
        DiffUtils.diff(texts(before), texts(after), true).getDeltas()) {
      List<PrintedValues.Line> source = lines(before, part.getSource());
      List<PrintedValues.Line> target = lines(after, part.getTarget());
      if (part.getType() == DeltaType.EQUAL) {
        texts.addSame(source, target);
      } else {
        source.forEach(line -> texts.left.add(text(line, line.origin().stream())));
        target.forEach(line -> texts.right.add(text(line, line.origin().stream())));
      }
    }
    return texts;
  }

  String side(boolean isLeft) {
    return String.join("", isLeft ? left : right);
  }

  private void addSame(List<PrintedValues.Line> source, List<PrintedValues.Line> target) {
    for (int i = 0; i < source.size(); i++) {
      PrintedValues.Line line = source.get(i);
      String both =
          text(line, Stream.of(line, target.get(i)).flatMap(each -> each.origin().stream()));
      left.add(both);
      right.add(both);
    }
  }

  private static String text(PrintedValues.Line line, Stream<Origin> origins) {
    String places = origins.map(Origin::place).distinct().collect(Collectors.joining(" | "));
    return OriginComments.line(line.text(), Optional.of(places).filter(known -> !known.isEmpty()));
  }

  private static List<String> texts(List<PrintedValues.Line> lines) {
    return lines.stream().map(PrintedValues.Line::text).toList();
  }

  private static List<PrintedValues.Line> lines(List<PrintedValues.Line> all, Chunk<String> chunk) {
    return all.subList(chunk.getPosition(), chunk.getPosition() + chunk.size());
  }
}
