package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelOpaque;
import dev.plimsoll.cel.value.CelType;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A semantic version; its build data does not count.
 *
 * @param preRelease its parts
 */
record Version(long major, long minor, long patch, List<String> preRelease)
    implements CelOpaque, Comparable<Version> {

  static final CelType TYPE = new CelType("kubernetes.Semver");

  private static final String NUMBER = "(0|[1-9][0-9]{0,18})";

  private static final Pattern FORM =
      Pattern.compile(
          NUMBER
              + "\\."
              + NUMBER
              + "\\."
              + NUMBER
              + "(?:-([0-9A-Za-z-]++(?:\\.[0-9A-Za-z-]++)*+))?"
              + "(?:\\+[0-9A-Za-z-]++(?:\\.[0-9A-Za-z-]++)*+)?");

  private static final Pattern LEADING_ZERO = Pattern.compile("0[0-9]+");

  static @Nullable Version parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    String preRelease = matcher.group(4);
    List<String> parts = preRelease == null ? List.of() : List.of(preRelease.split("\\.", -1));
    if (parts.stream().anyMatch(part -> LEADING_ZERO.matcher(part).matches())) {
      return null;
    }
    try {
      return new Version(number(matcher, 1), number(matcher, 2), number(matcher, 3), parts);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  /** The same for text with a leading v, leading zeros, or without minor or patch number. */
  static @Nullable Version parseLoosely(String text) {
    String rest = text.startsWith("v") ? text.substring(1) : text;
    String[] parts = rest.split("\\.", 3);
    StringBuilder full = new StringBuilder();
    for (String part : parts) {
      full.append(full.isEmpty() ? "" : ".").append(withoutZeros(part));
    }
    if (parts.length < 3) {
      String last = parts[parts.length - 1];
      if (last.contains("+") || last.contains("-")) {
        return null;
      }
      full.append(".0".repeat(3 - parts.length));
    }
    return parse(full.toString());
  }

  private static String withoutZeros(String part) {
    if (part.length() < 2) {
      return part;
    }
    int start = 0;
    while (start < part.length() && part.charAt(start) == '0') {
      start++;
    }
    String rest = part.substring(start);
    return rest.isEmpty() || !Character.isDigit(rest.charAt(0)) ? "0" + rest : rest;
  }

  private static long number(Matcher matcher, int group) {
    return Long.parseLong(matcher.group(group));
  }

  @Override
  public int compareTo(Version other) {
    int byNumbers = Long.compare(major, other.major);
    byNumbers = byNumbers != 0 ? byNumbers : Long.compare(minor, other.minor);
    byNumbers = byNumbers != 0 ? byNumbers : Long.compare(patch, other.patch);
    if (byNumbers != 0 || (preRelease.isEmpty() && other.preRelease.isEmpty())) {
      return byNumbers;
    }
    if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
      return preRelease.isEmpty() ? 1 : -1;
    }
    for (int i = 0; i < Math.min(preRelease.size(), other.preRelease.size()); i++) {
      int byPart = compareParts(preRelease.get(i), other.preRelease.get(i));
      if (byPart != 0) {
        return byPart;
      }
    }
    return Integer.compare(preRelease.size(), other.preRelease.size());
  }

  private static int compareParts(String left, String right) {
    boolean first = left.chars().allMatch(Character::isDigit);
    boolean second = right.chars().allMatch(Character::isDigit);
    if (first && second) {
      return new BigInteger(left).compareTo(new BigInteger(right));
    }
    return first != second ? (first ? -1 : 1) : Integer.signum(left.compareTo(right));
  }

  @Override
  public CelType type() {
    return TYPE;
  }
}
