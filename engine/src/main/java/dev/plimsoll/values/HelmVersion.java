package dev.plimsoll.values;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Helm whose behaviour is modelled. */
public record HelmVersion(int major, int minor, int patch) implements Comparable<HelmVersion> {

  /** The newest Helm that is modelled: the default. */
  public static final HelmVersion NEWEST = new HelmVersion(4, 3, 1);

  private static final int OLDEST_MAJOR = 3;

  private static final Pattern FORM =
      Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?");

  /**
   * Reads {@code 4.3}, {@code 4.3.1} or {@code v4.3.1}. Without a patch the newest patch of that
   * minor is meant, which sorts behind every other. Helm 2, which is another program, is none.
   */
  public static Optional<HelmVersion> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int major = Integer.parseInt(matcher.group(1));
    int patch = matcher.group(3) == null ? Integer.MAX_VALUE : Integer.parseInt(matcher.group(3));
    return major < OLDEST_MAJOR
        ? Optional.empty()
        : Optional.of(new HelmVersion(major, Integer.parseInt(matcher.group(2)), patch));
  }

  public boolean isAtLeast(int otherMajor, int otherMinor, int otherPatch) {
    return compareTo(new HelmVersion(otherMajor, otherMinor, otherPatch)) >= 0;
  }

  @Override
  public int compareTo(HelmVersion other) {
    if (major != other.major) {
      return Integer.compare(major, other.major);
    }
    return minor == other.minor
        ? Integer.compare(patch, other.patch)
        : Integer.compare(minor, other.minor);
  }

  /** {@code 4.3.1}, or {@code 4.3} where no patch was named. */
  @Override
  public String toString() {
    String minorText = major + "." + minor;
    return patch == Integer.MAX_VALUE ? minorText : minorText + "." + patch;
  }
}
