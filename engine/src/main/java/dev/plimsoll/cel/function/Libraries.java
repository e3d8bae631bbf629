package dev.plimsoll.cel.function;

import org.jspecify.annotations.Nullable;

/** Says which library has a function. */
public final class Libraries {

  private static final Library OPERATORS = new Operators();
  private static final Library CONVERSIONS = new Conversions();
  private static final Library TEXTS = new Texts();
  private static final Library TIMES = new Times();
  private static final Library LISTS = new Lists();
  private static final Library COLLECTIONS = new Collections();
  private static final Library REGEXES = new Regexes();
  private static final Library NETWORKS = new Networks();
  private static final Library URLS = new Urls();
  private static final Library QUANTITIES = new Quantities();
  private static final Library VERSIONS = new Versions();
  private static final Library FORMATS = new Formats();
  private static final Library OPTIONALS = new Optionals();

  private Libraries() {}

  /** The library with a function; null if there is no such function. */
  public static @Nullable Library of(String function) {
    return switch (function) {
      case "!_", "-_", "_+_", "_-_", "_*_", "_/_", "_%_" -> OPERATORS;
      case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in", "_[_]" -> OPERATORS;
      case "int", "uint", "double", "string", "bytes", "bool" -> CONVERSIONS;
      case "timestamp", "duration", "dyn", "type", "size" -> CONVERSIONS;
      case "base64.encode", "base64.decode" -> CONVERSIONS;
      case "contains", "startsWith", "endsWith", "charAt", "lowerAscii", "upperAscii" -> TEXTS;
      case "replace", "split", "substring", "trim", "join", "format", "strings.quote" -> TEXTS;
      case "indexOf", "lastIndexOf", "reverse" -> TEXTS;
      case "getFullYear", "getMonth", "getDayOfMonth", "getDate", "getDayOfYear" -> TIMES;
      case "getDayOfWeek", "getHours", "getMinutes", "getSeconds", "getMilliseconds" -> TIMES;
      case "isSorted", "sum", "min", "max", "slice", "flatten", "lists.range", "sort" -> LISTS;
      case "distinct", "lists.@sortByAssociatedKeys" -> LISTS;
      case "first", "last" -> LISTS;
      case "sets.contains", "sets.equivalent", "sets.intersects", "cel.@mapInsert" -> COLLECTIONS;
      case "matches", "find", "findAll" -> REGEXES;
      case "ip", "isIP", "ip.isCanonical", "family", "isUnspecified", "isLoopback" -> NETWORKS;
      case "isLinkLocalMulticast", "isLinkLocalUnicast", "isGlobalUnicast" -> NETWORKS;
      case "cidr", "isCIDR", "containsIP", "containsCIDR", "masked", "prefixLength" -> NETWORKS;
      case "url", "isURL", "getScheme", "getHost", "getHostname", "getPort" -> URLS;
      case "getEscapedPath", "getQuery" -> URLS;
      case "quantity", "isQuantity", "sign", "isInteger", "asInteger" -> QUANTITIES;
      case "asApproximateFloat", "add", "sub" -> QUANTITIES;
      case "isGreaterThan", "isLessThan", "compareTo" -> QUANTITIES;
      case "semver", "isSemver", "major", "minor", "patch" -> VERSIONS;
      case "format.named", "validate" -> FORMATS;
      case "optional.of", "optional.ofNonZeroValue", "optional.none" -> OPTIONALS;
      case "hasValue", "value", "or", "orValue", "optional.unwrap", "unwrapOpt" -> OPTIONALS;
      default -> function.startsWith("format.") ? FORMATS : authorization(function);
    };
  }

  /**
   * Who may do what is known to a cluster only; a call never happens, as its receiver is unknown.
   */
  private static @Nullable Library authorization(String function) {
    return switch (function) {
      case "path", "group", "serviceAccount", "resource", "subresource", "namespace" ->
          Authorization.LIBRARY;
      case "name", "fieldSelector", "labelSelector", "check", "errored", "error" ->
          Authorization.LIBRARY;
      case "allowed", "reason" -> Authorization.LIBRARY;
      default -> null;
    };
  }
}
