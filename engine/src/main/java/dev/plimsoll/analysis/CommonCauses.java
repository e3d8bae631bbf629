package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.diagnostic.Subject;
import dev.plimsoll.source.Order;
import dev.plimsoll.source.Sha256;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Joins what a line does to several objects: diagnostics that differ in nothing but the name of
 * their object are one, which a person mends once. This is the last step: suppressions and the
 * baseline have judged each object by itself, so an object that is added is new and changes nothing
 * about the others.
 *
 * @param <T> a diagnostic in one of its forms
 */
public final class CommonCauses<T> {

  private final Function<T, Optional<Subject>> subject;
  private final Function<T, Object> rest;
  private final Function<List<T>, T> one;

  private record Key(Object rest, String message) {}

  /**
   * @param subject what a diagnostic is about; empty for one that is about no object
   * @param rest what must be the same besides the message
   * @param one joins several
   */
  public CommonCauses(
      Function<T, Optional<Subject>> subject, Function<T, Object> rest, Function<List<T>, T> one) {
    this.subject = subject;
    this.rest = rest;
    this.one = one;
  }

  /** The diagnostics of an analysis, joined, in no particular order. */
  static List<Diagnostic> join(List<Diagnostic> diagnostics) {
    return new CommonCauses<Diagnostic>(
            Diagnostic::subject,
            each -> List.of(each.rule(), each.location(), each.accepted(), mendedBy(each)),
            CommonCauses::one)
        .joined(diagnostics);
  }

  /** A text that is the same for diagnostics which the same edits end, in whatever layer. */
  public static String mendedBy(Diagnostic diagnostic) {
    Set<Object> edits = new LinkedHashSet<>();
    for (Fix fix : diagnostic.fixes()) {
      edits.add(fix.setting().<Object>map(setting -> setting).orElse(fix));
    }
    return edits.isEmpty() ? "" : HexFormat.of().formatHex(Sha256.of(edits.toString()), 0, 16);
  }

  /** The same, joined, in no particular order. */
  public List<T> joined(List<T> diagnostics) {
    List<T> joined = new ArrayList<>();
    List<T> others = join(diagnostics, Subject::commonMessage, joined);
    joined.addAll(join(others, Subject::namelessMessage, joined));
    return joined;
  }

  /**
   * Joins what is the same to {@code message}.
   *
   * @return what is like nothing else
   */
  private List<T> join(List<T> diagnostics, Function<Subject, String> message, List<T> joined) {
    Map<Key, List<T>> groups = new LinkedHashMap<>();
    List<T> others = new ArrayList<>();
    for (T each : diagnostics) {
      Optional<Subject> about = subject.apply(each).filter(Subject::isNamed);
      if (about.isEmpty()) {
        others.add(each);
      } else {
        Key key = new Key(rest.apply(each), message.apply(about.get()));
        groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(each);
      }
    }
    for (List<T> group : groups.values()) {
      if (group.size() == 1) {
        others.add(group.getFirst());
      } else {
        joined.add(one.apply(group));
      }
    }
    return others;
  }

  /** What explains it is that of the first object. */
  private static Diagnostic one(List<Diagnostic> group) {
    Diagnostic first =
        group.stream().min(Order.by(each -> each.subject().orElseThrow())).orElseThrow();
    Severity worst = first.severity();
    Precision best = first.precision();
    List<Affected> affects = new ArrayList<>();
    List<Subject> subjects = new ArrayList<>();
    for (Diagnostic each : group) {
      worst = worst.worst(each.severity());
      best = best.compareTo(each.precision()) < 0 ? best : each.precision();
      affects.addAll(each.affects());
      each.subject().ifPresent(subjects::add);
    }
    return first.withSeverity(worst).withPrecision(best).withAffects(affects).about(subjects);
  }
}
