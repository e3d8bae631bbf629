package dev.plimsoll.values;

import java.util.Locale;

/** Escapes of double-quoted YAML text as go-yaml v2 writes them. */
final class YamlEscape {

  private YamlEscape() {}

  /** The escape of a code point, with its backslash. */
  static String of(int c) {
    return switch (c) {
      case 0 -> "\\0";
      case 0x07 -> "\\a";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case 0x0B -> "\\v";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      case 0x1B -> "\\e";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case 0x85 -> "\\N";
      case 0xA0 -> "\\_";
      case 0x2028 -> "\\L";
      case 0x2029 -> "\\P";
      default -> hex(c);
    };
  }

  private static String hex(int c) {
    String form = c <= 0xFF ? "\\x%02X" : c <= 0xFFFF ? "\\u%04X" : "\\U%08X";
    return String.format(Locale.ROOT, form, c);
  }
}
