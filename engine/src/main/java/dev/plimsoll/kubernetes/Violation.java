package dev.plimsoll.kubernetes;

import dev.plimsoll.diagnostic.RuleId;
import java.util.Optional;

/**
 * Something that an API server would refuse, or that means something else than it says.
 *
 * @param path the field, also if it is not there
 * @param place where a person would look
 * @param message one sentence
 * @param meant the name or value that should stand at the place, if it can be guessed
 * @param refused whether an API server refuses the object; false for what it takes and nobody means
 */
public record Violation(
    RuleId rule,
    String path,
    Place place,
    String message,
    Optional<String> meant,
    boolean refused) {

  /** What of a field a violation is about. */
  public enum Place {
    KEY,
    VALUE,
    /** The field is not there. */
    ABSENCE
  }

  static Violation at(RuleId rule, Part part, String message) {
    return of(rule, part.path(), Place.VALUE, message);
  }

  static Violation atKey(RuleId rule, Part part, String message) {
    return of(rule, part.path(), Place.KEY, message);
  }

  static Violation missing(RuleId rule, Part parent, String field, String message) {
    return of(rule, parent.path(field), Place.ABSENCE, message);
  }

  private static Violation of(RuleId rule, String path, Place place, String message) {
    return new Violation(rule, path, place, message, Optional.empty(), true);
  }

  Violation withMeant(Optional<String> name) {
    return new Violation(rule, path, place, message, name, refused);
  }

  /** The same for what an API server takes. */
  Violation accepted() {
    return new Violation(rule, path, place, message, meant, false);
  }
}
