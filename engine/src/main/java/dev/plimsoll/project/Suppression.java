package dev.plimsoll.project;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A diagnostic that the project accepts: in its file, in a comment, or in an annotation of an
 * object. It matches where every scope that it names matches.
 *
 * @param rule an id or alias as written, or {@link ProjectRules#NOT_CHECKED}
 * @param rules the rules that {@code rule} names; empty for {@link ProjectRules#NOT_CHECKED}
 * @param reason never blank: a suppression without one is no suppression but a diagnostic
 * @param path a glob over files
 * @param kind of the object that the diagnostic is about
 * @param name of that object, a glob
 * @param container of that object, a glob
 * @param target what a comment or an annotation is about; empty for one in the project file
 * @param expires the last day on which it holds
 * @param location the whole entry
 */
public record Suppression(
    Located<String> rule,
    List<RuleId> rules,
    Optional<Located<String>> release,
    Optional<Located<String>> environment,
    Optional<Located<String>> cluster,
    Optional<Located<String>> path,
    Optional<Located<String>> kind,
    Optional<Located<String>> name,
    Optional<Located<String>> container,
    Optional<Target> target,
    Located<String> reason,
    Optional<Located<String>> owner,
    Optional<Located<LocalDate>> expires,
    Location location) {

  public Suppression {
    rules = List.copyOf(rules);
  }

  /** What a suppression that is not in the project file is about. */
  public sealed interface Target {

    /**
     * The lines that a comment speaks of.
     *
     * @param file its path
     * @param block from the start of its first line to the end of its last
     */
    record Lines(String file, Span block) implements Target {}

    /**
     * The objects that one line of a template or file puts an annotation on.
     *
     * @param objects without a path
     * @param cells where they are rendered; empty for a file that no release owns
     */
    record AnnotatedObjects(List<ObjectRef> objects, List<Affected> cells) implements Target {

      public AnnotatedObjects {
        objects = List.copyOf(objects);
        cells = List.copyOf(cells);
      }

      /** Those of both. */
      public AnnotatedObjects and(AnnotatedObjects other) {
        List<ObjectRef> all = new ArrayList<>(objects);
        all.addAll(other.objects);
        List<Affected> everywhere = new ArrayList<>(cells);
        everywhere.addAll(other.cells);
        return new AnnotatedObjects(all, everywhere);
      }
    }
  }

  /** A suppression in a comment or an annotation. */
  public static Suppression at(
      Target target,
      Located<String> rule,
      List<RuleId> rules,
      Located<String> reason,
      Optional<Located<LocalDate>> expires) {
    return new Suppression(
        rule,
        rules,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(target),
        reason,
        Optional.empty(),
        expires,
        rule.location());
  }

  /** Whether it accepts what could not be checked, rather than diagnostics. */
  public boolean isForNotChecked() {
    return rules.isEmpty();
  }

  /** Whether its last day is over. */
  public boolean isExpired(LocalDate today) {
    return expires.filter(last -> last.value().isBefore(today)).isPresent();
  }
}
