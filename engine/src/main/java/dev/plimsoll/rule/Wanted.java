package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.schema.ScalarText;
import java.util.List;
import java.util.stream.Collectors;

/** What would content a rule; whoever knows where the field comes from makes a fix of it. */
public sealed interface Wanted {

  /** How sure it is that somebody who has the problem wants this. */
  Applicability applicability();

  /** The field has a value. */
  sealed interface Value extends Wanted {

    /** The value as YAML on one line. */
    String yaml();
  }

  /**
   * The field is a scalar.
   *
   * @param text its content
   * @param isText whether it is a text, and not a number or a boolean
   */
  record Content(String text, boolean isText, Applicability applicability) implements Value {

    @Override
    public String yaml() {
      return isText ? ScalarText.of(text) : text;
    }
  }

  /**
   * The field is a list with these texts in it; a list that is there keeps what it has.
   *
   * @param texts at least one
   */
  record Items(List<String> texts, Applicability applicability) implements Value {

    public Items {
      texts = List.copyOf(texts);
    }

    @Override
    public String yaml() {
      return texts.stream().map(ScalarText::of).collect(Collectors.joining(", ", "[", "]"));
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
