package dev.plimsoll.rules.estate;

import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of key paths: {@code *} stands for one segment, {@code **} for any number. Positions in
 * lists are no segments.
 */
public final class PathPattern {

  private static final String ONE = "*";
  private static final String ANY = "**";

  private final List<String> segments;

  private PathPattern(List<String> segments) {
    this.segments = segments;
  }

  /** Reads patterns such as {@code database.*.password}. */
  public static List<PathPattern> all(List<String> patterns) {
    return patterns.stream().map(PathPattern::of).toList();
  }

  private static PathPattern of(String pattern) {
    return new PathPattern(
        ValuePath.parse(pattern).map(PathPattern::keys).orElseGet(() -> List.of(pattern)));
  }

  /** Whether one of {@code patterns} matches the whole of {@code path}. */
  public static boolean anyMatches(List<PathPattern> patterns, ValuePath path) {
    if (patterns.isEmpty()) {
      return false;
    }
    List<String> keys = keys(path);
    return patterns.stream().anyMatch(pattern -> pattern.matches(0, keys, 0));
  }

  private boolean matches(int segment, List<String> keys, int key) {
    if (segment == segments.size()) {
      return key == keys.size();
    }
    String wanted = segments.get(segment);
    if (wanted.equals(ANY)) {
      return matches(segment + 1, keys, key)
          || (key < keys.size() && matches(segment, keys, key + 1));
    }
    return key < keys.size()
        && (wanted.equals(ONE) || wanted.equals(keys.get(key)))
        && matches(segment + 1, keys, key + 1);
  }

  private static List<String> keys(ValuePath path) {
    List<String> keys = new ArrayList<>();
    for (ValuePath.Step step : path.steps()) {
      if (step instanceof ValuePath.Key(String name)) {
        keys.add(name);
      }
    }
    return keys;
  }
}
