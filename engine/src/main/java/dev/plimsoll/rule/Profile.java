package dev.plimsoll.rule;

import java.util.Locale;
import java.util.Optional;

/** How strict an environment is. */
public enum Profile {
  DEVELOPMENT,
  STAGING,
  PRODUCTION;

  /** As users write it: {@code production}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #label()}; anything else is empty. */
  public static Optional<Profile> parse(String label) {
    for (Profile profile : values()) {
      if (profile.label().equals(label)) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }
}
