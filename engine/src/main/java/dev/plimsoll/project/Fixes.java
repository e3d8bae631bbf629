package dev.plimsoll.project;

import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.source.Location;
import java.util.List;

/** Builds fixes with one edit. */
final class Fixes {

  private Fixes() {}

  static Fix replace(
      String title, Fix.Applicability applicability, Location location, String newText) {
    return new Fix(title, applicability, List.of(new TextEdit(location, newText)));
  }
}
