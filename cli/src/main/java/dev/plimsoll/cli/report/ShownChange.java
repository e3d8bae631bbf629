package dev.plimsoll.cli.report;

import dev.plimsoll.origin.Origin;
import dev.plimsoll.render.comparison.FieldChange;
import dev.plimsoll.render.comparison.ObjectChange;
import dev.plimsoll.rules.SecretValues;
import dev.plimsoll.source.Location;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.template.value.Source.ValuesNode;
import java.util.List;
import java.util.Optional;

/** Shows what a changed field was and is, in few characters and without secrets. */
public final class ShownChange {

  private static final String NOTHING = "(none)";
  private static final String ARROW = " -> ";
  private static final int MAX_LENGTH = 48;
  private static final int HASH_LENGTH = 64;
  private static final int HASH_SHOWN = 8;

  private final SecretValues secrets;
  private final String prefix;

  /**
   * @param prefix stands before every path: the way from the working directory to the workspace
   */
  public ShownChange(SecretValues secrets, String prefix) {
    this.secrets = secrets;
    this.prefix = prefix;
  }

  /** {@code old -> new}; of texts with several lines, the first line that differs. */
  String change(ObjectChange object, FieldChange field) {
    if (isSecret(object, field)) {
      return field.before().map(text -> SecretMask.MASK).orElse(NOTHING)
          + ARROW
          + field.after().map(text -> SecretMask.MASK).orElse(NOTHING);
    }
    if (field.before().isPresent() && field.after().isPresent()) {
      List<String> old = field.before().get().lines().toList();
      List<String> now = field.after().get().lines().toList();
      if (old.size() > 1 || now.size() > 1) {
        return firstDifference(old, now);
      }
    }
    return field.before().map(ShownChange::shorten).orElse(NOTHING)
        + ARROW
        + field.after().map(ShownChange::shorten).orElse(NOTHING);
  }

  /** The first line of what is left without the lines that both begin and end with. */
  private static String firstDifference(List<String> old, List<String> now) {
    int shorter = Math.min(old.size(), now.size());
    int start = 0;
    while (start < shorter && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    if (start == old.size() && start == now.size()) {
      return "the line end at its end";
    }
    return "line %d: %s%s%s"
        .formatted(
            start + 1,
            start < old.size() - end ? shorten(old.get(start).strip()) : NOTHING,
            ARROW,
            start < now.size() - end ? shorten(now.get(start).strip()) : NOTHING);
  }

  /** The whole text, or a mask. */
  String full(ObjectChange object, FieldChange field, String text) {
    return isSecret(object, field) ? SecretMask.MASK : text;
  }

  /** {@code values.yaml:3}. */
  Optional<String> place(FieldChange field) {
    return field.origin().map(SpanOrigin::location).map(this::place);
  }

  private String place(Location location) {
    return prefix + location.line();
  }

  private static String shorten(String text) {
    String line = text.replace("\n", "\\n");
    if (line.length() == HASH_LENGTH && line.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
      return line.substring(0, HASH_SHOWN) + "…";
    }
    return line.codePointCount(0, line.length()) <= MAX_LENGTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH)) + "…";
  }

  private boolean isSecret(ObjectChange object, FieldChange field) {
    boolean inSecret =
        object.id().kind().equals("Secret")
            && !field.steps().isEmpty()
            && (field.steps().getFirst().equals("data")
                || field.steps().getFirst().equals("stringData"));
    Optional<Origin> origin =
        field.origin().flatMap(SpanOrigin::valuesNode).map(ValuesNode::origin);
    return inSecret || origin.filter(secrets::isSecret).isPresent();
  }
}
