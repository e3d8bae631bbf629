package dev.plimsoll.cli.report;

import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.source.Range;
import java.util.List;

/** A fix as reports show it. */
record ShownFix(String title, Applicability applicability, List<Edit> edits) {

  ShownFix {
    edits = List.copyOf(edits);
  }

  /** A replacement of one range of one file. */
  record Edit(String file, Range range, String newText) {

    static Edit of(TextEdit edit) {
      return new Edit(edit.location().file().path(), edit.location().range(), edit.newText());
    }
  }

  static ShownFix of(Fix fix) {
    return new ShownFix(
        fix.title(), fix.applicability(), fix.edits().stream().map(Edit::of).toList());
  }

  /** Whether a program can carry it out. */
  boolean canBeApplied() {
    return applicability != Applicability.DISPLAY && !edits.isEmpty();
  }
}
