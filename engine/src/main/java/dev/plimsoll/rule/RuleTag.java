package dev.plimsoll.rule;

import java.util.Locale;
import java.util.Optional;

/** How an editor draws what a rule is about, beside saying it. */
public enum RuleTag {
  /** It could go. */
  UNNECESSARY,
  /** It is on its way out. */
  DEPRECATED;

  /** As {@code rule.yaml} writes it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The tag with this label. */
  public static Optional<RuleTag> parse(String label) {
    for (RuleTag tag : values()) {
      if (tag.label().equals(label)) {
        return Optional.of(tag);
      }
    }
    return Optional.empty();
  }
}
