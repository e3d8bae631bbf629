package dev.plimsoll.helmfile;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which top-level keys may stand together and in which order ({@code pkg/policy}). helmfile looks
 * at the text alone, before any template is run.
 */
final class PartPolicy {

  private static final Pattern LINE = Pattern.compile("(?m)^(?:([a-zA-Z]+):.*|--- *)$");
  private static final Set<String> EARLY = Set.of("bases", "environments");
  private static final String RELEASES = "releases";

  private record Key(String name, Span span) {
    boolean isSeparator() {
      return name.isEmpty();
    }
  }

  private PartPolicy() {}

  /**
   * Checks a file.
   *
   * @throws StateFailure if helmfile refuses it
   */
  static void check(SourceFile file, String text, int[] removed, Notes notes) throws StateFailure {
    List<Key> keys = new ArrayList<>();
    Matcher lines = LINE.matcher(text);
    while (lines.find()) {
      String name = lines.group(1) == null ? "" : lines.group(1);
      keys.add(new Key(name, new Span(lines.start(), lines.start() + Math.max(3, name.length()))));
    }
    if (keys.stream().allMatch(Key::isSeparator)) {
      throw notes.fail(
          HelmfileRules.INVALID_HELMFILE,
          file.start(),
          "No line of this file starts with a top-level key, so helmfile refuses it.");
    }
    StateText.Written whole = StateText.part(file, new SourceFile(file.path(), text), 0, removed);
    checkOrder(keys, whole, notes);
    checkMixture(keys, whole, notes);
  }

  private static void checkOrder(List<Key> keys, StateText text, Notes notes) throws StateFailure {
    Key releases = null;
    for (Key key : keys) {
      if (key.name().equals(RELEASES)) {
        releases = key;
      } else if (releases != null && EARLY.contains(key.name())) {
        throw notes.fail(
            HelmfileRules.PART_ORDER,
            text.locate(key.span()),
            "`"
                + key.name()
                + "` stands behind `releases`, so helmfile refuses the file; move it to the top,"
                + " into a part of its own.");
      }
    }
  }

  /** The same walk as helmfile's: of each key the first counts, separators only stand between. */
  private static void checkMixture(List<Key> keys, StateText text, Notes notes)
      throws StateFailure {
    Set<String> seen = new HashSet<>();
    Key before = null;
    for (Key key : keys) {
      boolean counts =
          key.isSeparator() || key.name().equals("environments") || key.name().equals(RELEASES);
      if (!counts || (!key.isSeparator() && !seen.add(key.name()))) {
        continue;
      }
      if (before != null && !before.isSeparator() && !key.isSeparator()) {
        throw mixed(before, key, text, notes);
      }
      before = key;
    }
  }

  private static StateFailure mixed(Key first, Key second, StateText text, Notes notes) {
    Location place = text.locate(second.span());
    notes.report(
        dev.plimsoll.diagnostic.Diagnostic.of(
                HelmfileRules.MIXED_PART,
                place,
                "`"
                    + first.name()
                    + "` and `"
                    + second.name()
                    + "` stand in one part, so helmfile refuses the file: it must know the"
                    + " environments before it reads the rest; put a line `---` between them.")
            .withFix(
                new dev.plimsoll.diagnostic.Fix(
                    "Start a part of its own for `" + second.name() + "`",
                    dev.plimsoll.diagnostic.Fix.Applicability.SAFE,
                    List.of(
                        new dev.plimsoll.diagnostic.TextEdit(
                            place.file().at(Span.at(place.span().start())), "---\n")))));
    return StateFailure.reported();
  }
}
