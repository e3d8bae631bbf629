package dev.plimsoll.cli.report;

import dev.plimsoll.analysis.Fingerprint;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Subject;
import java.util.List;
import java.util.function.Supplier;

/**
 * One of several objects of which a diagnostic says the same.
 *
 * @param fingerprint what the baseline knows it by
 */
record ShownSubject(Subject subject, Supplier<String> fingerprint)
    implements Comparable<ShownSubject> {

  /** The objects of a diagnostic; empty unless there are several. */
  static List<ShownSubject> of(Diagnostic diagnostic) {
    return diagnostic.subjects().isEmpty()
        ? List.of()
        : diagnostic.alone().stream()
            .map(each -> new ShownSubject(each.subject().orElseThrow(), () -> Fingerprint.of(each)))
            .toList();
  }

  ShownSubject withAffects(List<Affected> cells) {
    return new ShownSubject(subject.withAffects(cells), fingerprint);
  }

  @Override
  public int compareTo(ShownSubject other) {
    return subject.compareTo(other.subject);
  }
}
