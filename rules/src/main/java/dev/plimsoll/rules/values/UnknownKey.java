package dev.plimsoll.rules.values;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A key that one stack of layers does not know.
 *
 * @param origin of its value
 * @param chart the name of the chart that was asked
 * @param meant what that knows and may have been meant
 */
record UnknownKey(Origin origin, String key, String chart, Optional<String> meant) {

  /** How many charts a message names; the rest are counted. */
  private static final int MAX_CHARTS = 4;

  /** Where a key stands. */
  record Place(SourceFile file, Span span) {}

  /**
   * What is to be said of a place, once all users of the file have been asked.
   *
   * @param charts those that do not know the key
   * @param users how many stacks of layers do not know it
   */
  record OfAll(UnknownKey first, SortedSet<String> charts, List<Affected> cells, int users) {

    OfAll and(UnknownKey found, List<Affected> more) {
      SortedSet<String> named = new TreeSet<>(charts);
      named.add(found.chart());
      List<Affected> all = new ArrayList<>(cells);
      all.addAll(more);
      return new OfAll(first, named, all, users + 1);
    }

    Diagnostic diagnostic() {
      return first.diagnostic(List.copyOf(charts));
    }
  }

  Place place() {
    return new Place(origin.layer().file(), origin.keyLocation().span());
  }

  /** As far as the first stack has been asked. */
  OfAll ofAll(List<Affected> cells) {
    return new OfAll(this, new TreeSet<>(List.of(chart)), cells, 1);
  }

  private Diagnostic diagnostic(List<String> charts) {
    String message =
        "Nothing reads `%s`: no template, schema or lower layer of %s knows it%s"
            .formatted(
                key,
                named(charts),
                meant.map(name -> "; did you mean `" + name + "`?").orElse("."));
    Diagnostic diagnostic = Diagnostic.of(UnknownValuesKey.ID, origin.keyLocation(), message);
    return meant
        .filter(_ -> isWrittenPlainly())
        .map(this::rename)
        .map(diagnostic::withFix)
        .orElse(diagnostic);
  }

  private static String named(List<String> charts) {
    List<String> names = charts.stream().map(name -> "`" + name + "`").toList();
    if (names.size() == 1) {
      return "chart " + names.getFirst();
    }
    int shown = names.size() > MAX_CHARTS ? MAX_CHARTS - 1 : names.size() - 1;
    int more = names.size() - shown;
    return "charts "
        + String.join(", ", names.subList(0, shown))
        + " and "
        + (more == 1 ? names.getLast() : more + " others");
  }

  private boolean isWrittenPlainly() {
    return origin.layer().kind() == Layer.Kind.VALUES_FILE
        && origin.keySpan() != null
        && origin.layer().file().text(origin.keySpan()).equals(key);
  }

  private Fix rename(String name) {
    return new Fix(
        "Rename `" + key + "` to `" + name + "`",
        Fix.Applicability.UNSAFE,
        List.of(new TextEdit(origin.keyLocation(), name)));
  }
}
