package dev.plimsoll.diagnostic;

import java.util.regex.Pattern;

/**
 * The stable name of a rule, in kebab-case; it names the problem ({@code floating-image-tag}).
 *
 * @param value lower-case words joined by single hyphens
 */
public record RuleId(String value) implements Comparable<RuleId> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public RuleId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("Not a rule id: " + value);
    }
  }

  /** Whether {@code text} has the form of a rule id. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
