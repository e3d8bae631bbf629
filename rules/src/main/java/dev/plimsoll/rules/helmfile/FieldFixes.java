package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.Value;
import java.util.List;
import java.util.Optional;

/**
 * Fixes that change what a helmfile says of one field, where it says it in so many words: what a
 * template prints is left to people. They are unsafe, because deploys do something else afterwards.
 */
final class FieldFixes {

  private static final String ON = "true";

  private FieldFixes() {}

  /** Adds one that turns a switch off. */
  static Diagnostic withOff(Diagnostic found, Optional<Value> flag) {
    return flag.map(value -> value.origin().location())
        .filter(place -> place.file().text(place.span()).equals(ON))
        .map(place -> found.withFix(fix("Write `false`", place, "false")))
        .orElse(found);
  }

  /** Adds one that says a field of a mapping whose first line is {@code - name: NAME}. */
  static Diagnostic withField(Diagnostic found, Location name, String field, String value) {
    String text = name.file().text();
    int start = text.lastIndexOf('\n', name.span().start() - 1) + 1;
    int end = text.indexOf('\n', name.span().end());
    String line = text.substring(start, end < 0 ? text.length() : end);
    if (end < 0 || !line.matches(" *- name: *[A-Za-z0-9._\"'-]+ *(?:#.*)?")) {
      return found;
    }
    String indentation = " ".repeat(line.indexOf('-') + 2);
    String said = field + ": " + value;
    return found.withFix(
        fix("Add `" + said + "`", name.file().at(Span.at(end)), "\n" + indentation + said));
  }

  /** Adds one that replaces a part of what is written. */
  static Diagnostic withReplacement(
      Diagnostic found, Location place, String old, String text, String title) {
    String written = place.file().text(place.span());
    return written.contains(old)
        ? found.withFix(fix(title, place, written.replace(old, text)))
        : found;
  }

  private static Fix fix(String title, Location place, String text) {
    return new Fix(title, Fix.Applicability.UNSAFE, List.of(new TextEdit(place, text)));
  }
}
