package dev.plimsoll.values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way from the root of values to one of them, written {@code a.b[0].c}. A key that holds one of
 * {@code . [ ] " \} or is empty stands in double quotes, in which {@code \} escapes {@code "} and
 * itself: {@code podAnnotations."prometheus.io/scrape"}. The root is the empty text.
 */
public record ValuePath(List<Step> steps) {

  /** The root of all values. */
  public static final ValuePath ROOT = new ValuePath(List.of());

  public ValuePath {
    steps = List.copyOf(steps);
  }

  /** One step down. */
  public sealed interface Step {}

  /** Into a map. */
  public record Key(String name) implements Step {}

  /**
   * Into a list.
   *
   * @param position counted from 0
   */
  public record Index(int position) implements Step {}

  /** Reads a path; empty if it has not the form that {@link #toString()} writes. */
  public static Optional<ValuePath> parse(String text) {
    return text.isEmpty() ? Optional.of(ROOT) : new Reader(text).read();
  }

  /** The path of a scope, as Helm names subcharts: keys with dots between; empty for the root. */
  public static ValuePath ofScope(String keys) {
    return keys.isEmpty()
        ? ROOT
        : new ValuePath(Arrays.stream(keys.split("\\.", -1)).<Step>map(Key::new).toList());
  }

  /** The path of what stands at {@code below} in what is at this path. */
  public ValuePath join(ValuePath below) {
    return new ValuePath(Stream.concat(steps.stream(), below.steps.stream()).toList());
  }

  /** The path of a key in the map at this path. */
  public ValuePath key(String name) {
    return step(new Key(name));
  }

  /** The path of an item of the list at this path. */
  public ValuePath index(int position) {
    return step(new Index(position));
  }

  /** What stands at this path below {@code root}; empty if nothing does. */
  public Optional<Value> in(Value root) {
    Value current = root;
    for (Step step : steps) {
      Value next = child(current, step);
      if (next == null) {
        return Optional.empty();
      }
      current = next;
    }
    return Optional.of(current);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      switch (step) {
        case Index(int position) -> text.append('[').append(position).append(']');
        case Key(String name) -> {
          if (!text.isEmpty()) {
            text.append('.');
          }
          appendKey(text, name);
        }
      }
    }
    return text.toString();
  }

  static @Nullable Value child(Value value, Step step) {
    return switch (step) {
      case Key(String name) -> value instanceof MapValue map ? map.entries().get(name) : null;
      case Index(int position) ->
          value instanceof ListValue list && position < list.items().size()
              ? list.items().get(position)
              : null;
    };
  }

  /** The path one step further down. */
  public ValuePath step(Step step) {
    List<Step> longer = new ArrayList<>(steps.size() + 1);
    longer.addAll(steps);
    longer.add(step);
    return new ValuePath(longer);
  }

  private static void appendKey(StringBuilder text, String name) {
    if (isPlain(name)) {
      text.append(name);
      return;
    }
    text.append('"');
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\');
      }
      text.append(c);
    }
    text.append('"');
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty() && name.chars().noneMatch(c -> ".[]\"\\".indexOf(c) >= 0);
  }

  /** A reader of one path. */
  private static final class Reader {

    private final String text;
    private final List<Step> steps = new ArrayList<>();
    private int at;

    Reader(String text) {
      this.text = text;
    }

    Optional<ValuePath> read() {
      boolean fits = text.charAt(0) == '[' || readKey();
      while (fits && at < text.length()) {
        fits =
            switch (text.charAt(at++)) {
              case '.' -> readKey();
              case '[' -> readIndex();
              default -> false;
            };
      }
      return fits ? Optional.of(new ValuePath(steps)) : Optional.empty();
    }

    private boolean readKey() {
      if (at < text.length() && text.charAt(at) == '"') {
        return readQuotedKey();
      }
      int start = at;
      while (at < text.length() && ".[]\"\\".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      steps.add(new Key(text.substring(start, at)));
      return at > start;
    }

    private boolean readQuotedKey() {
      StringBuilder name = new StringBuilder();
      for (at++; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c == '"') {
          at++;
          steps.add(new Key(name.toString()));
          return true;
        }
        if (c == '\\' && ++at == text.length()) {
          return false;
        }
        name.append(text.charAt(at));
      }
      return false;
    }

    private boolean readIndex() {
      int end = text.indexOf(']', at);
      // Nine digits fit an int.
      if (end <= at || end - at > 9 || !text.substring(at, end).matches("[0-9]+")) {
        return false;
      }
      steps.add(new Index(Integer.parseInt(text.substring(at, end))));
      at = end + 1;
      return true;
    }
  }
}
