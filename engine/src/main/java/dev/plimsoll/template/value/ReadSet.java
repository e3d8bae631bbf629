package dev.plimsoll.template.value;

import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template has looked at in a map.
 *
 * @param keys whether it has seen which keys there are
 * @param reads of single keys, there or not, in the order of their names
 */
public record ReadSet(boolean keys, List<Read> reads) {

  /** Nobody has looked. */
  public static final ReadSet NOTHING = new ReadSet(false, List.of());

  public ReadSet {
    reads = List.copyOf(reads);
  }

  /**
   * One key.
   *
   * @param inside what was looked at in the map under it; null if it is none or nobody looked
   */
  public record Read(String key, @Nullable ReadSet inside) {}

  /** What stands for a value of which nobody asks more than its kind. */
  private enum Kind {
    ABSENT,
    MAP
  }

  /**
   * Adds what is there for everything that has been looked at. Maps from which this adds the same
   * are alike to the template; where they say it does not count.
   */
  public void collect(MapValue from, List<Object> into) {
    if (keys) {
      into.add(from.entries().keySet());
    }
    for (Read read : reads) {
      Value value = from.entries().get(read.key());
      into.add(content(value));
      if (value instanceof MapValue map && read.inside() != null) {
        read.inside().collect(map, into);
      }
    }
  }

  private static Object content(@Nullable Value value) {
    return switch (value) {
      case null -> Kind.ABSENT;
      case MapValue _ -> Kind.MAP;
      case ListValue list -> new ListContent(list);
      case ScalarValue scalar -> scalar.content();
    };
  }

  /** A list, whoever says it. */
  private record ListContent(ListValue list) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ListContent(ListValue that) && isAlike(list, that);
    }

    @Override
    public int hashCode() {
      return hash(list);
    }

    @SuppressWarnings("ReferenceEquality") // Most values that are alike are the same.
    private static boolean isAlike(Value one, @Nullable Value other) {
      if (one == other) {
        return true;
      }
      return switch (one) {
        case ScalarValue scalar ->
            other instanceof ScalarValue that && scalar.content().equals(that.content());
        case ListValue list -> other instanceof ListValue that && areAlike(list, that);
        case MapValue map -> other instanceof MapValue that && areAlike(map, that);
      };
    }

    private static boolean areAlike(ListValue one, ListValue other) {
      List<Value> items = one.items();
      if (items.size() != other.items().size()) {
        return false;
      }
      for (int i = 0; i < items.size(); i++) {
        if (!isAlike(items.get(i), other.items().get(i))) {
          return false;
        }
      }
      return true;
    }

    private static boolean areAlike(MapValue one, MapValue other) {
      return one.entries().size() == other.entries().size()
          && one.entries().entrySet().stream()
              .allMatch(entry -> isAlike(entry.getValue(), other.entries().get(entry.getKey())));
    }

    private static int hash(Value value) {
      return switch (value) {
        case ScalarValue scalar -> scalar.content().hashCode();
        case ListValue list -> {
          int hash = 1;
          for (Value item : list.items()) {
            hash = 31 * hash + hash(item);
          }
          yield hash;
        }
        case MapValue map -> map.entries().keySet().hashCode();
      };
    }
  }
}
