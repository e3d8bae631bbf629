package dev.plimsoll.chart;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version as {@code Masterminds/semver} 3.5 understands it, which is what Helm 3.22 and 4.3 use.
 *
 * @param major unsigned
 * @param minor unsigned
 * @param patch unsigned
 * @param prerelease without its hyphen; empty for a release
 * @param build without its plus; takes no part in comparisons
 */
public record SemanticVersion(long major, long minor, long patch, String prerelease, String build)
    implements Comparable<SemanticVersion> {

  private static final int MAX_LENGTH = 256;

  private static final String IDENTIFIERS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";

  private static final Pattern LOOSE =
      Pattern.compile(
          "v?(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?:-(%s))?(?:\\+(%s))?"
              .formatted(IDENTIFIERS, IDENTIFIERS));

  private static final Pattern STRICT =
      Pattern.compile("(?:0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)(?:[-+].*)?");

  /**
   * Reads what {@code semver.NewVersion} reads: {@code v1.2}, {@code 1} and {@code 01.2.3} are
   * versions as well.
   */
  public static Optional<SemanticVersion> parseLoose(String text) {
    Matcher matcher = LOOSE.matcher(text);
    if (text.length() > MAX_LENGTH || !matcher.matches()) {
      return Optional.empty();
    }
    String prerelease = orEmpty(matcher.group(4));
    if (hasNumberWithLeadingZero(prerelease)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SemanticVersion(
              number(matcher.group(1)),
              number(matcher.group(2)),
              number(matcher.group(3)),
              prerelease,
              orEmpty(matcher.group(5))));
    } catch (NumberFormatException e) {
      // More than 64 bits, which Go refuses as well.
      return Optional.empty();
    }
  }

  /** The error of {@code semver.NewVersion} for a text that {@link #parseLoose} does not read. */
  public static String problem(String text) {
    Matcher matcher = LOOSE.matcher(text);
    if (text.length() > MAX_LENGTH) {
      return "version string is too long (max %d bytes)".formatted(MAX_LENGTH);
    }
    if (!matcher.matches()) {
      return "invalid semantic version";
    }
    for (int group = 1; group <= 3; group++) {
      String digits = matcher.group(group);
      if (digits != null && new BigInteger(digits).bitLength() > Long.SIZE) {
        return "error parsing version segment: strconv.ParseUint: parsing \"%s\": value out of range"
            .formatted(digits);
      }
    }
    return "version segment starts with 0";
  }

  /** Reads what {@code semver.StrictNewVersion} reads: SemVer 2 and nothing else. */
  public static Optional<SemanticVersion> parseStrict(String text) {
    return STRICT.matcher(text).matches() ? parseLoose(text) : Optional.empty();
  }

  /** By precedence of SemVer 2; versions that differ in {@link #build} alone compare as equal. */
  @Override
  public int compareTo(SemanticVersion other) {
    int byNumbers = Long.compareUnsigned(major, other.major);
    if (byNumbers == 0) {
      byNumbers = Long.compareUnsigned(minor, other.minor);
    }
    if (byNumbers == 0) {
      byNumbers = Long.compareUnsigned(patch, other.patch);
    }
    return byNumbers != 0 ? byNumbers : comparePrereleases(prerelease, other.prerelease);
  }

  boolean isPrerelease() {
    return !prerelease.isEmpty();
  }

  /** {@code 1.2.3-rc.1+build}: complete, without a {@code v}. */
  @Override
  public String toString() {
    return Long.toUnsignedString(major)
        + "."
        + Long.toUnsignedString(minor)
        + "."
        + Long.toUnsignedString(patch)
        + (prerelease.isEmpty() ? "" : "-" + prerelease)
        + (build.isEmpty() ? "" : "+" + build);
  }

  private static int comparePrereleases(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(one.isEmpty(), other.isEmpty());
    }
    String[] left = one.split("\\.", -1);
    String[] right = other.split("\\.", -1);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int byPart = comparePart(left[i], right[i]);
      if (byPart != 0) {
        return byPart;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  /** Numbers come before words and compare as numbers. */
  private static int comparePart(String one, String other) {
    Optional<Long> left = unsigned(one);
    Optional<Long> right = unsigned(other);
    if (left.isPresent() && right.isPresent()) {
      return Long.compareUnsigned(left.get(), right.get());
    }
    if (left.isPresent() || right.isPresent()) {
      return left.isPresent() ? -1 : 1;
    }
    return Integer.signum(one.compareTo(other));
  }

  private static Optional<Long> unsigned(String text) {
    try {
      return text.startsWith("-") ? Optional.empty() : Optional.of(Long.parseUnsignedLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean hasNumberWithLeadingZero(String prerelease) {
    for (String part : prerelease.split("\\.", -1)) {
      if (part.length() > 1
          && part.startsWith("0")
          && part.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
        return true;
      }
    }
    return false;
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseUnsignedLong(digits);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
