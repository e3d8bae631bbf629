package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.schema.ScalarText;

/** What would content a rule; whoever knows where the field comes from makes a fix of it. */
public sealed interface Wanted {

  /** How sure it is that somebody who has the problem wants this. */
  Applicability applicability();

  /**
   * The field has a value.
   *
   * @param text its content
   * @param isText whether it is a text, and not a number or a boolean
   */
  record Content(String text, boolean isText, Applicability applicability) implements Wanted {

    /** The value as YAML on one line. */
    String yaml() {
      return isText ? ScalarText.of(text) : text;
    }
  }

  /** The field is there, or the object: the chart can write it, and a value keeps it from that. */
  record Presence(Applicability applicability) implements Wanted {}

  /** A number or a boolean that is probably wanted. */
  static Wanted value(Object plain) {
    return new Content(plain.toString(), false, Applicability.UNSAFE);
  }

  /** A text that is probably wanted. */
  static Wanted text(String text) {
    return new Content(text, true, Applicability.UNSAFE);
  }

  /** What is probably wanted to be there. */
  static Wanted presence() {
    return new Presence(Applicability.UNSAFE);
  }
}
