package dev.plimsoll.template.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How keys and texts are written in TOML ({@code meta.go} and {@code encode.go}). */
final class TomlKey {

  private TomlKey() {}

  /** Whether a key needs no quotes. */
  static boolean isBare(String key) {
    return !key.isEmpty() && key.chars().allMatch(TomlKey::isBare);
  }

  static boolean isBare(int c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  /** What stands for a character in quotes; null if it stands for itself. */
  static @Nullable String escape(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      default ->
          c < ' ' || c == 0x7F ? "\\u00" + (c < 16 ? "0" : "") + Integer.toHexString(c) : null;
    };
  }

  /** A key of several parts ({@code Key.String}). */
  static String name(List<String> key) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < key.size(); i++) {
      name.append(i == 0 ? "" : ".");
      append(name, key.get(i));
    }
    return name.toString();
  }

  private static void append(StringBuilder name, String part) {
    if (isBare(part)) {
      name.append(part);
      return;
    }
    name.append('"');
    for (int i = 0; i < part.length(); i++) {
      String escape = escape(part.charAt(i));
      name.append(escape == null ? String.valueOf(part.charAt(i)) : escape);
    }
    name.append('"');
  }

  /** What error messages call the last key: its own part is shown as it is. */
  static String last(List<String> key) {
    if (key.isEmpty() || key.getLast().isEmpty()) {
      return key.isEmpty() ? "" : name(key.subList(0, key.size() - 1));
    }
    String own = key.getLast();
    return key.size() == 1 ? own : name(key.subList(0, key.size() - 1)) + "." + own;
  }
}
