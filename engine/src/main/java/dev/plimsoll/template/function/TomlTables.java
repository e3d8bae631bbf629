package dev.plimsoll.template.function;

import dev.plimsoll.template.value.Encoded;
import dev.plimsoll.template.value.GoBytes;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** What is a table for TOML, and what a value in one. */
final class TomlTables {

  /** Lists are looked at again on each level around them. */
  private final IdentityHashMap<GoList, Boolean> known = new IdentityHashMap<>();

  /** A value without a named type around it; nil for a nil map. */
  static GoValue plain(GoValue value) {
    if (value instanceof GoObject object
        && object.encoded() instanceof Encoded.Plain(GoValue inner)) {
      return plain(inner);
    }
    return value instanceof GoMap map && map.isNil() ? new GoNil(map.trace()) : value;
  }

  /** Whether a value is written below a header of its own. */
  boolean isTable(GoValue value) {
    return isHash(value) || (value instanceof GoList list && isTableArray(list));
  }

  private static boolean isHash(GoValue value) {
    return value instanceof GoMap
        || (value instanceof GoObject object && object.encoded() instanceof Encoded.Struct);
  }

  /**
   * Whether a list holds tables and nothing else.
   *
   * @throws EncodingFailure if it holds nil
   */
  boolean isTableArray(GoList list) {
    Boolean found = known.get(list);
    if (found != null) {
      return found;
    }
    boolean isTables = !list.items().isEmpty();
    for (GoValue item : list.items()) {
      GoValue plain = plain(item);
      if (plain instanceof GoNil) {
        throw new EncodingFailure("toml: cannot encode array with nil element");
      }
      if (plain instanceof GoList inner) {
        // For its nils: Go looks into each list.
        isTableArray(inner);
      }
      isTables &= isHash(plain);
    }
    known.put(list, isTables);
    return isTables;
  }

  /** Bytes are numbers for TOML. */
  static List<GoValue> numbers(GoBytes bytes) {
    List<GoValue> numbers = new ArrayList<>(bytes.bytes().length);
    for (byte one : bytes.bytes()) {
      numbers.add(new GoInt(one & 0xFF, GoInt.Type.UINT8, bytes.trace()));
    }
    return numbers;
  }
}
