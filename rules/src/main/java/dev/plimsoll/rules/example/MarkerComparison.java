package dev.plimsoll.rules.example;

import dev.plimsoll.source.Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares markers with diagnostics both ways: each marker needs a diagnostic and each diagnostic a
 * marker, so a file without markers asserts silence.
 */
public final class MarkerComparison {

  private final List<String> failures = new ArrayList<>();
  private final Map<String, Observed.Place> labels = new HashMap<>();
  private final Set<String> unusedLabels = new HashSet<>();
  private final List<Expectation> expectations = new ArrayList<>();

  private MarkerComparison(Collection<MarkedFile> files, Set<String> knownRules) {
    for (MarkedFile file : files) {
      file.labels()
          .forEach((label, line) -> addLabel(label, new Observed.Place(file.path(), line)));
      expectations.addAll(file.expectations());
    }
    for (Expectation expected : expectations) {
      if (!knownRules.contains(expected.rule())) {
        failures.add(at(expected) + ": there is no rule `" + expected.rule() + "`");
      }
    }
  }

  /**
   * Says one line for each difference, with the marker to add where one is missing; nothing if all
   * agree.
   *
   * @param knownRules every id that a marker may name
   */
  public static List<String> compare(
      Collection<MarkedFile> files, Collection<Observed> observed, Set<String> knownRules) {
    return new MarkerComparison(files, knownRules).compare(observed);
  }

  private List<String> compare(Collection<Observed> observed) {
    List<Observed> unexpected = new ArrayList<>(observed);
    // Markers that say more choose first, so that a vague one does not take what a precise one
    // needs.
    expectations.sort(Order.byInt(MarkerComparison::vagueness));
    for (Expectation expected : expectations) {
      Optional<Observed> found =
          unexpected.stream().filter(each -> isSatisfied(expected, each)).findFirst();
      found.ifPresentOrElse(unexpected::remove, () -> failures.add(missing(expected, observed)));
    }
    unexpected.forEach(each -> failures.add(surplus(each)));
    unusedLabels.forEach(
        label -> failures.add(labels.get(label) + ": no marker uses `" + label + "`"));
    failures.sort(null);
    return List.copyOf(failures);
  }

  private void addLabel(String label, Observed.Place place) {
    if (labels.put(label, place) != null) {
      failures.add(place + ": two lines have the label `" + label + "`");
    }
    unusedLabels.add(label);
  }

  private boolean isSatisfied(Expectation expected, Observed observed) {
    return isSamePlace(expected, observed)
        && expected.severity().equals(observed.severity())
        && expected.columns().map(observed.columns()::equals).orElse(true)
        && observed.message().contains(expected.text())
        && expected.origins().stream().allMatch(origin -> isRelated(origin, observed));
  }

  private boolean isRelated(String origin, Observed observed) {
    unusedLabels.remove(origin);
    return labels.containsKey(origin) && observed.related().contains(labels.get(origin));
  }

  private static boolean isSamePlace(Expectation expected, Observed observed) {
    return expected.file().equals(observed.file())
        && expected.line() == observed.line()
        && expected.rule().equals(observed.rule());
  }

  private static int vagueness(Expectation expected) {
    int vagueness = expected.columns().isPresent() ? 0 : 1;
    vagueness += expected.text().isEmpty() ? 1 : 0;
    return vagueness + (expected.origins().isEmpty() ? 1 : 0);
  }

  private String missing(Expectation expected, Collection<Observed> observed) {
    List<Observed> near = observed.stream().filter(each -> isSamePlace(expected, each)).toList();
    String wanted =
        at(expected) + ": expected " + expected.severity() + " [" + expected.rule() + "]";
    if (near.isEmpty()) {
      return wanted + " and there is none";
    }
    Observed nearest = near.getFirst();
    return wanted
        + expected.columns().map(columns -> " " + columns).orElse("")
        + (expected.text().isEmpty() ? "" : " \"" + expected.text() + "\"")
        + String.join("", expected.origins().stream().map(origin -> " origin=" + origin).toList())
        + " and there is only `"
        + nearest.marker()
        + "`: "
        + nearest.message()
        + (expected.origins().isEmpty() ? "" : " Related: " + nearest.related());
  }

  private static String surplus(Observed observed) {
    return observed.file()
        + ":"
        + observed.line()
        + ": unexpected; to expect it add `"
        + observed.marker()
        + "`: "
        + observed.message();
  }

  private static String at(Expectation expected) {
    return expected.file() + ":" + expected.line();
  }
}
