package dev.plimsoll.cli.report;

import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.AffectsText;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.render.comparison.ChartComparison;
import dev.plimsoll.render.comparison.FieldChange;
import dev.plimsoll.render.comparison.ObjectChange;
import dev.plimsoll.render.comparison.ObjectChange.Effect;
import dev.plimsoll.values.HelmVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in text what a move between versions of Helm changes. */
public final class HelmMoveText {

  private static final int MAX_FIELDS = 10;
  private static final int VERB_WIDTH = 8;

  private final ShownChange shown;
  private final Palette palette;

  public HelmMoveText(ShownChange shown, Palette palette) {
    this.shown = shown;
    this.palette = palette;
  }

  /** Releases to which the same happens share a paragraph; a summary ends the text. */
  public String of(HelmVersion from, HelmVersion to, List<ComparedRelease> releases) {
    Map<String, List<Affected>> paragraphs = new LinkedHashMap<>();
    for (ComparedRelease release : releases) {
      paragraphs.computeIfAbsent(paragraph(release), text -> new ArrayList<>()).add(release.cell());
    }
    StringBuilder out = new StringBuilder();
    paragraphs.forEach((text, cells) ->
        out.append(palette.bold(AffectsText.of(cells))).append('\n').append(text).append('\n'));
    return out.append(summary(from, to, releases)).append('\n').toString();
  }

  private String paragraph(ComparedRelease release) {
    StringBuilder out = new StringBuilder();
    if (release.comparison().isEmpty()) {
      line(out, palette.severity(Severity.ERROR, verb("fails")), release.problem());
      return out.toString();
    }
    ChartComparison comparison = release.comparison().get();
    comparison.changes().forEach(change -> object(out, change));
    if (comparison.reordered()) {
      line(out, verb("order"), "the objects are applied in another order");
    }
    if (comparison.rewordings() > 0) {
      line(
          out,
          verb("text"),
          Counts.of(comparison.rewordings(), "document")
              + " with other white space, comments or nulls and the same content");
    } else if (comparison.sameBytes()) {
      line(out, verb("same"), "every byte");
    } else if (comparison.changes().isEmpty() && !comparison.reordered()) {
      line(out, verb("text"), "white space around the documents");
    }
    return out.toString();
  }

  private void object(StringBuilder out, ObjectChange change) {
    String verb = verb(HelmMoveWords.verb(change.effect()));
    line(
        out,
        switch (change.effect()) {
          case REFUSED -> palette.severity(Severity.ERROR, verb);
          case ROLLS, DELETES -> palette.severity(Severity.WARNING, verb);
          case CREATES, CHANGES -> verb;
        },
        change.id() + HelmMoveWords.consequence(change));
    List<FieldChange> fields = change.fields();
    for (FieldChange field : fields.subList(0, Math.min(MAX_FIELDS, fields.size()))) {
      line(
          out,
          verb(""),
          "  "
              + field.path()
              + ": "
              + shown.change(change, field)
              + shown.place(field).map(place -> "  " + palette.dim("# " + place)).orElse(""));
    }
    if (fields.size() > MAX_FIELDS) {
      line(out, verb(""), "  and " + (fields.size() - MAX_FIELDS) + " more fields");
    }
  }

  private static String verb(String text) {
    return text + " ".repeat(VERB_WIDTH - text.length());
  }

  private static void line(StringBuilder out, String verb, String text) {
    out.append("  ").append(verb).append(text).append('\n');
  }

  private static String summary(HelmVersion from, HelmVersion to, List<ComparedRelease> releases) {
    int failed = 0;
    int rolling = 0;
    int changed = 0;
    int worded = 0;
    int same = 0;
    for (ComparedRelease release : releases) {
      if (release.comparison().isEmpty()) {
        failed++;
        continue;
      }
      ChartComparison comparison = release.comparison().get();
      if (comparison.changes().stream().anyMatch(change -> change.effect() == Effect.ROLLS)) {
        rolling++;
      } else if (!comparison.changes().isEmpty()) {
        changed++;
      } else if (comparison.sameBytes()) {
        same++;
      } else {
        worded++;
      }
    }
    return "From Helm %s to %s, %s: pods roll in %d, other objects change in %d, only text changes in %d, nothing changes in %d%s."
        .formatted(
            from,
            to,
            Counts.of(releases.size(), "render"),
            rolling,
            changed,
            worded,
            same,
            failed == 0 ? "" : ", no comparison in " + failed);
  }
}
