package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.diagnostic.TextEdit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A fix, and where else it could be made. Which of the places is right depends on everybody who has
 * the diagnostic, and a part of the matrix does not know them all: the choice is a function of the
 * offer and of those cells, so that whoever joins parts chooses as one run does.
 *
 * @param edits what sets the value in the layer that decides it
 * @param isEditable whether these are edits of files that people write
 * @param readers the cells that get the value from that layer, sorted; empty for what can be mended
 *     at one place only
 * @param <E> an edit in one of its forms
 */
public record LayerOffer<E>(
    String title,
    Applicability applicability,
    List<E> edits,
    boolean isEditable,
    List<Reader<E>> readers) {

  public LayerOffer {
    edits = List.copyOf(edits);
    readers = List.copyOf(readers);
  }

  /**
   * A cell that gets the value from the layer that decides it.
   *
   * @param places where its values could say it instead, the weakest layer first; asked for only
   *     where somebody reads the layer who does not have the diagnostic
   */
  public record Reader<E>(Affected cell, Supplier<List<Place<E>>> places) {

    private <F> Reader<F> map(Function<E, F> form) {
      return new Reader<>(cell, () -> places.get().stream().map(place -> place.map(form)).toList());
    }
  }

  /**
   * A file of a reader in which the value is free to be set.
   *
   * @param depth how many of the keys around the value are there already
   * @param readBy every cell whose layer the file is
   */
  public record Place<E>(String file, E edit, int depth, Set<Affected> readBy) {

    private <F> Place<F> map(Function<E, F> form) {
      return new Place<>(file, form.apply(edit), depth, readBy);
    }
  }

  /**
   * A fix in the layer where it belongs.
   *
   * @param edits do not overlap
   */
  public record Chosen<E>(String title, Applicability applicability, List<E> edits) {}

  /** A fix of a mistake, which is mended where it stands. */
  public static LayerOffer<TextEdit> inPlace(Fix fix) {
    return new LayerOffer<>(fix.title(), fix.applicability(), fix.edits(), true, List.of());
  }

  /** The same with edits in another form. */
  public <F> LayerOffer<F> map(Function<E, F> form) {
    return new LayerOffer<>(
        title,
        applicability,
        edits.stream().map(form).toList(),
        isEditable,
        readers.stream().map(reader -> reader.map(form)).toList());
  }

  /**
   * The layer that decides is right where everybody who gets the value from it has the diagnostic.
   * Where it also decides for others, such as the defaults of a chart for an environment in which a
   * rule is off, the files of those that have the diagnostic come first, and the shared layer is
   * offered with a word about whom it changes.
   *
   * @param affected everybody who has the diagnostic
   */
  public List<Chosen<E>> choose(Set<Affected> affected) {
    Set<Affected> others = new LinkedHashSet<>();
    readers.stream()
        .map(Reader::cell)
        .filter(cell -> !affected.contains(cell))
        .forEach(others::add);
    List<Chosen<E>> chosen = new ArrayList<>();
    if (!others.isEmpty() || !isEditable) {
      own(affected, others).ifPresent(chosen::add);
    }
    if (isEditable) {
      chosen.add(
          others.isEmpty()
              ? new Chosen<>(title, applicability, edits)
              : shared(Others.of(affected, others)));
    }
    return chosen;
  }

  /** The same in the layer that others read too. */
  private Chosen<E> shared(String others) {
    return new Chosen<>(
        title + ", also for " + others,
        applicability == Applicability.SAFE ? Applicability.UNSAFE : applicability,
        edits);
  }

  /** The same in files that nobody else reads; empty if one of the cells has none. */
  private Optional<Chosen<E>> own(Set<Affected> affected, Set<Affected> others) {
    Map<String, E> own = new LinkedHashMap<>();
    for (Reader<E> reader : readers) {
      if (affected.contains(reader.cell())) {
        Optional<Place<E>> place = ownPlace(reader, affected);
        if (place.isEmpty()) {
          return Optional.empty();
        }
        own.putIfAbsent(place.get().file(), place.get().edit());
      }
    }
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Chosen<>(
                title + Others.only(affected, others), applicability, List.copyOf(own.values())));
  }

  /**
   * The file that has most of the way to the value already; of several the weakest, which is where
   * a release says what is no secret. A file that somebody else reads would surprise them.
   */
  private static <E> Optional<Place<E>> ownPlace(Reader<E> reader, Set<Affected> affected) {
    Optional<Place<E>> best = Optional.empty();
    int most = -1;
    for (Place<E> place : reader.places().get()) {
      if (place.depth() > most && affected.containsAll(place.readBy())) {
        most = place.depth();
        best = Optional.of(place);
      }
    }
    return best;
  }

  /** Names cells by what tells them from others. */
  private static final class Others {

    /** A longer list hides what a fix does. */
    private static final int MAX_NAMED = 4;

    static String of(Set<Affected> affected, Set<Affected> others) {
      return listed(areOtherEnvironments(affected, others), others);
    }

    /** {@code , for dev and prod alone}; nothing where there are no others. */
    static String only(Set<Affected> affected, Set<Affected> others) {
      return others.isEmpty()
          ? ""
          : ", for " + listed(areOtherEnvironments(affected, others), affected) + " alone";
    }

    private static boolean areOtherEnvironments(Set<Affected> affected, Set<Affected> others) {
      return Collections.disjoint(
          names(others, Affected::environment), names(affected, Affected::environment));
    }

    private static String listed(boolean byEnvironment, Set<Affected> cells) {
      List<String> names =
          List.copyOf(names(cells, byEnvironment ? Affected::environment : Affected::release));
      int last = names.size() - 1;
      if (names.size() > MAX_NAMED) {
        return "%d %s".formatted(names.size(), byEnvironment ? "environments" : "releases");
      }
      return last == 0
          ? names.getFirst()
          : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static Set<String> names(Set<Affected> cells, Function<Affected, String> name) {
      return cells.stream().sorted().map(name).collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }
}
