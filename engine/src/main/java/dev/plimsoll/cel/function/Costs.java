package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelBytes;
import dev.plimsoll.cel.value.CelList;
import dev.plimsoll.cel.value.CelMap;
import dev.plimsoll.cel.value.CelOpaque;
import dev.plimsoll.cel.value.CelOptional;

/** What a call costs in Kubernetes, in units of about 50 nanoseconds. */
public final class Costs {

  /** What a character costs that is looked at. */
  private static final double CHARACTER = 0.1;

  /** What a character of a regular expression makes each part of the text cost. */
  private static final double REGEX_CHARACTER = 0.25;

  private Costs() {}

  /**
   * The cost of a call that gave a result.
   *
   * @param overload as the checker chose it; empty if the values decided
   */
  public static long of(String function, String overload, Object[] arguments, Object result) {
    return switch (function) {
      case "_==_", "_!=_" ->
          arguments[0] instanceof CelOpaque
              ? 1
              : text(Math.min(size(arguments[0]), size(arguments[1])));
      case "_<_", "_<=_", "_>_", "_>=_" ->
          overload.endsWith("_string") || overload.endsWith("_bytes")
              ? text(Math.min(size(arguments[0]), size(arguments[1])))
              : 1;
      case "_+_" ->
          overload.equals("add_string") || overload.equals("add_bytes")
              ? text(size(arguments[0]) + size(arguments[1]))
              : 1;
      case "@in" -> arguments[1] instanceof CelList list ? list.size() : 1;
      case "startsWith", "endsWith", "url", "lowerAscii", "upperAscii", "substring", "trim" ->
          text(size(arguments[0]));
      case "replace", "split" -> text(2 * size(arguments[0]));
      case "join" -> text(2 * size(result));
      case "contains" -> text(size(arguments[0])) * text(size(arguments[1]));
      case "matches", "find", "findAll" ->
          text(1 + size(arguments[0])) * ceil(size(arguments[1]) * REGEX_CHARACTER);
      default -> ofLibrary(function, overload, arguments);
    };
  }

  private static long ofLibrary(String function, String overload, Object[] arguments) {
    return switch (function) {
      case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf" -> traversal(arguments[0]);
      case "string", "bytes" ->
          overload.equals("bytes_to_string") || overload.equals("string_to_bytes")
              ? text(size(arguments[0]))
              : 1;
      case "strings.quote", "format" -> text(size(arguments[0]));
      case "ip" -> arguments[0] instanceof Cidr ? 1 : text(size(arguments[0]));
      case "cidr", "isIP", "isCIDR", "quantity", "isQuantity", "semver", "isSemver" ->
          text(size(arguments[0]));
      case "ip.isCanonical" -> text(2 * size(arguments[0]));
      case "containsIP" ->
          text(2 * size(arguments[0]))
              + (arguments[1] instanceof String ? text(size(arguments[1])) : 0);
      case "containsCIDR" ->
          text(2 * size(arguments[0]))
              + text(size(arguments[0]))
              + 1
              + (arguments[1] instanceof String ? text(size(arguments[1])) : 0);
      case "validate" ->
          arguments[0] instanceof NamedFormat format
              ? text(1 + size(arguments[1])) * ceil(format.regexSize() * REGEX_CHARACTER)
              : 1;
      case "sets.contains", "sets.intersects" -> size(arguments[0]) * size(arguments[1]);
      case "sets.equivalent" -> 2 * size(arguments[0]) * size(arguments[1]);
      case "lists.range", "distinct", "sort", "flatten" -> Math.max(1, traversal(arguments[0]));
      default -> 1;
    };
  }

  private static long traversal(Object value) {
    if (value instanceof String || value instanceof CelBytes) {
      return (long) (size(value) * CHARACTER);
    }
    long cost = 0;
    if (value instanceof CelList list) {
      for (Object item : list.items()) {
        cost += traversal(item);
      }
      return cost;
    }
    if (value instanceof CelMap map) {
      for (Object key : map.keys()) {
        Object item = map.get(key);
        cost += traversal(key) + (item == null ? 0 : traversal(item));
      }
      return cost;
    }
    return 1;
  }

  private static long size(Object value) {
    if (value instanceof String text) {
      return text.codePointCount(0, text.length());
    }
    if (value instanceof CelList list) {
      return list.size();
    }
    if (value instanceof CelMap map) {
      return map.size();
    }
    if (value instanceof CelBytes bytes) {
      return bytes.size();
    }
    if (value instanceof CelOptional(Object content) && content != null) {
      return size(content);
    }
    return value instanceof CelOpaque opaque ? opaque.costSize() : 1;
  }

  private static long text(long size) {
    return ceil(size * CHARACTER);
  }

  private static long ceil(double units) {
    return (long) Math.ceil(units);
  }
}
