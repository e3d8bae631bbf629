package dev.plimsoll.chart;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A range of versions as {@code Masterminds/semver} 3.5 reads it: groups joined by {@code ||}, of
 * which one must hold; in a group comparisons joined by blanks or commas, which all must hold.
 *
 * <p>A group lets a prerelease in only if one of its comparisons names a prerelease. An empty text
 * is no range, although {@code *} is one.
 */
public final class VersionRange {

  private static final int MAX_LENGTH = 512;
  private static final int MAX_GROUPS = 32;

  /** Every render of a chart asks for the same few ranges. */
  private static final Map<String, Optional<VersionRange>> KNOWN = new ConcurrentHashMap<>();

  private static final int MOST_KNOWN = 1024;

  private static final String SEGMENT = "[0-9xX*|]+";
  private static final String IDENTIFIERS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
  private static final String VERSION =
      "v?(%s)(\\.%s)?(\\.%s)?(-%s)?(\\+%s)?"
          .formatted(SEGMENT, SEGMENT, SEGMENT, IDENTIFIERS, IDENTIFIERS);
  private static final String OPERATOR = "=>|=<|=|!=|>=|<=|>|<|~>|~|\\^|";
  private static final String COMPARISON = "(%s)\\s*(%s)".formatted(OPERATOR, VERSION);

  // The linear-time engine: ranges come from untrusted charts.
  private static final Pattern HYPHEN_RANGE =
      Pattern.compile("\\s*(%s)\\s+-\\s+(%s)\\s*".formatted(VERSION, VERSION));
  private static final Pattern GROUP =
      Pattern.compile("\\s*%s\\s*(?:(?:\\s+|,\\s*)%s\\s*)*".formatted(COMPARISON, COMPARISON));
  private static final Pattern ONE = Pattern.compile(COMPARISON);

  private final String text;
  private final List<Group> groups;

  private VersionRange(String text, List<Group> groups) {
    this.text = text;
    this.groups = List.copyOf(groups);
  }

  /** Reads a range; empty where {@code semver.NewConstraint} gives an error. */
  public static Optional<VersionRange> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Optional<VersionRange> known = KNOWN.get(text);
    if (known == null) {
      known = read(text);
      if (KNOWN.size() < MOST_KNOWN) {
        KNOWN.put(text, known);
      }
    }
    return known;
  }

  private static Optional<VersionRange> read(String text) {
    String[] parts = withoutHyphens(text).split("\\|\\|", -1);
    List<Group> groups = new ArrayList<>();
    for (String part : parts) {
      Optional<Group> group = group(part);
      if (group.isEmpty() || groups.size() == MAX_GROUPS) {
        return Optional.empty();
      }
      groups.add(group.get());
    }
    return Optional.of(new VersionRange(text, groups));
  }

  /**
   * The error of {@code semver.NewConstraint} for a text that {@link #parse} does not read.
   *
   * @param quote {@code strconv.Quote}
   */
  public static String problem(String text, UnaryOperator<String> quote) {
    if (text.length() > MAX_LENGTH) {
      return "constraint string is too long (max %d bytes)".formatted(MAX_LENGTH);
    }
    String[] parts = withoutHyphens(text).split("\\|\\|", -1);
    if (parts.length > MAX_GROUPS) {
      return "too many constraint groups (max %d)".formatted(MAX_GROUPS);
    }
    for (String part : parts) {
      if (!GROUP.matcher(part).matches()) {
        return "improper constraint: " + quote.apply(part);
      }
      if (group(part).isEmpty()) {
        break;
      }
    }
    return "constraint parser error";
  }

  /**
   * Whether {@code version} is a version that {@code range} lets in; false where either cannot be
   * read. This is Helm's {@code IsCompatibleRange}, which decides whether a dependency binds a
   * chart.
   */
  public static boolean matches(String range, String version) {
    return SemanticVersion.parseLoose(version)
        .flatMap(found -> parse(range).map(wanted -> wanted.includes(found)))
        .orElse(false);
  }

  /** Whether {@code version} is in the range. */
  public boolean includes(SemanticVersion version) {
    return groups.stream().anyMatch(group -> group.includes(version));
  }

  /** The text that was read. */
  @Override
  public String toString() {
    return text;
  }

  private static String withoutHyphens(String text) {
    StringBuilder rewritten = new StringBuilder();
    Matcher matcher = HYPHEN_RANGE.matcher(text);
    int done = 0;
    while (matcher.find()) {
      rewritten.append(text, done, matcher.start());
      // The second version is the group behind the first and its five parts.
      rewritten.append(">= ").append(matcher.group(1)).append(", <= ").append(matcher.group(7));
      rewritten.append(' ');
      done = matcher.end();
    }
    return rewritten.append(text.substring(done)).toString();
  }

  private static Optional<Group> group(String part) {
    if (!GROUP.matcher(part).matches()) {
      return Optional.empty();
    }
    List<Comparison> comparisons = new ArrayList<>();
    Matcher matcher = ONE.matcher(part);
    while (matcher.find()) {
      Optional<Comparison> comparison = comparison(matcher);
      if (comparison.isEmpty()) {
        return Optional.empty();
      }
      comparisons.add(comparison.get());
    }
    boolean prereleases = comparisons.stream().anyMatch(found -> found.bound().isPrerelease());
    return Optional.of(new Group(comparisons, prereleases));
  }

  private static Optional<Comparison> comparison(Matcher matcher) {
    String major = matcher.group(3);
    String minor = orEmpty(matcher.group(4));
    String patch = orEmpty(matcher.group(5));
    String prerelease = orEmpty(matcher.group(6));
    Precision precision;
    String bound;
    if (isWild(major)) {
      precision = Precision.ANY;
      bound = "0.0.0" + prerelease;
    } else if (isWild(minor)) {
      precision = Precision.MAJOR;
      bound = major + ".0.0" + prerelease;
    } else if (isWild(patch)) {
      precision = Precision.MINOR;
      bound = major + minor + ".0" + prerelease;
    } else {
      precision = Precision.PATCH;
      bound = matcher.group(2);
    }
    Operator operator = Operator.of(matcher.group(1));
    return SemanticVersion.parseLoose(bound)
        .map(found -> new Comparison(operator, found, precision));
  }

  private static boolean isWild(String segment) {
    return switch (segment) {
      case "", "x", "X", "*", ".x", ".X", ".*" -> true;
      default -> false;
    };
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private record Group(List<Comparison> comparisons, boolean prereleases) {

    boolean includes(SemanticVersion version) {
      if (version.isPrerelease() && !prereleases) {
        return false;
      }
      return comparisons.stream().allMatch(comparison -> comparison.includes(version));
    }
  }

  /** How much of a version a comparison spells out. */
  private enum Precision {
    ANY,
    MAJOR,
    MINOR,
    PATCH
  }

  private enum Operator {
    EQUAL,
    NOT_EQUAL,
    GREATER,
    LESS,
    AT_LEAST,
    AT_MOST,
    TILDE,
    CARET;

    static Operator of(String text) {
      return switch (text) {
        case "!=" -> NOT_EQUAL;
        case ">" -> GREATER;
        case "<" -> LESS;
        case ">=", "=>" -> AT_LEAST;
        case "<=", "=<" -> AT_MOST;
        case "~", "~>" -> TILDE;
        case "^" -> CARET;
        default -> EQUAL;
      };
    }
  }

  /**
   * One comparison.
   *
   * @param bound with zeros for what is not spelled out
   */
  private record Comparison(Operator operator, SemanticVersion bound, Precision precision) {

    boolean includes(SemanticVersion version) {
      return switch (operator) {
        case EQUAL ->
            precision == Precision.PATCH ? version.compareTo(bound) == 0 : isNear(version);
        case NOT_EQUAL -> !isSame(version);
        case GREATER -> isGreater(version);
        case LESS -> version.compareTo(bound) < 0;
        case AT_LEAST -> version.compareTo(bound) >= 0;
        case AT_MOST -> isAtMost(version);
        case TILDE -> isNear(version);
        case CARET -> isCompatible(version);
      };
    }

    private boolean sameMajor(SemanticVersion version) {
      return version.major() == bound.major();
    }

    private boolean sameMinor(SemanticVersion version) {
      return version.minor() == bound.minor();
    }

    private boolean isZero() {
      return bound.major() == 0 && bound.minor() == 0 && bound.patch() == 0;
    }

    /** {@code ~1.2.3} is everything from there below 1.3.0; {@code ~0.0.0} is everything. */
    private boolean isNear(SemanticVersion version) {
      if (version.compareTo(bound) < 0) {
        return false;
      }
      if (isZero() && precision != Precision.MAJOR && precision != Precision.MINOR) {
        return true;
      }
      return sameMajor(version) && (sameMinor(version) || precision == Precision.MAJOR);
    }

    /**
     * {@code !=1.2} excludes every 1.2; {@code !=*} excludes 0.0.0 alone, as Masterminds has it.
     */
    private boolean isSame(SemanticVersion version) {
      return switch (precision) {
        case ANY, PATCH -> version.compareTo(bound) == 0;
        case MAJOR -> sameMajor(version);
        case MINOR ->
            sameMajor(version)
                && sameMinor(version)
                && (!(version.isPrerelease() || bound.isPrerelease())
                    || version.prerelease().equals(bound.prerelease()));
      };
    }

    /** {@code >1.2} begins at 1.3.0, and {@code >1} at 2.0.0. */
    private boolean isGreater(SemanticVersion version) {
      return switch (precision) {
        case PATCH, ANY -> version.compareTo(bound) > 0;
        case MAJOR -> Long.compareUnsigned(version.major(), bound.major()) > 0;
        case MINOR -> {
          int byMajor = Long.compareUnsigned(version.major(), bound.major());
          yield byMajor > 0
              || (byMajor == 0 && Long.compareUnsigned(version.minor(), bound.minor()) > 0);
        }
      };
    }

    /** {@code <=1.2} includes every 1.2. */
    private boolean isAtMost(SemanticVersion version) {
      if (precision == Precision.PATCH) {
        return version.compareTo(bound) <= 0;
      }
      int byMajor = Long.compareUnsigned(version.major(), bound.major());
      boolean minorIsAbove = Long.compareUnsigned(version.minor(), bound.minor()) > 0;
      return byMajor < 0 || (byMajor == 0 && (precision == Precision.MAJOR || !minorIsAbove));
    }

    /** {@code ^1.2.3} is below 2.0.0, {@code ^0.2.3} below 0.3.0, {@code ^0.0.3} below 0.0.4. */
    private boolean isCompatible(SemanticVersion version) {
      if (version.compareTo(bound) < 0) {
        return false;
      }
      if (bound.major() != 0 || precision == Precision.MAJOR) {
        return sameMajor(version);
      }
      if (version.major() != 0) {
        return false;
      }
      if (bound.minor() != 0 || precision == Precision.MINOR) {
        return sameMinor(version);
      }
      return version.minor() == 0 && version.patch() == bound.patch();
    }
  }
}
