package dev.plimsoll.lsp.protocol;

import java.util.List;
import java.util.Optional;

/** In which units a client counts the columns of a line. */
public enum PositionEncoding {
  UTF_8("utf-8"),
  UTF_16("utf-16"),
  UTF_32("utf-32");

  private final String label;

  PositionEncoding(String label) {
    this.label = label;
  }

  /** As the protocol writes it. */
  public String label() {
    return label;
  }

  /**
   * The encoding to use with a client: UTF-16, which costs nothing here, where the client can, or
   * else the first that it names.
   *
   * @param offered in the order of the client's preference; empty for a client that names none
   */
  public static PositionEncoding choose(List<String> offered) {
    if (offered.isEmpty() || offered.contains(UTF_16.label)) {
      return UTF_16;
    }
    return offered.stream()
        .map(PositionEncoding::find)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(UTF_16);
  }

  /** How many units a part of a text has. */
  int units(String text, int start, int end) {
    return switch (this) {
      case UTF_16 -> end - start;
      case UTF_32 -> text.codePointCount(start, end);
      case UTF_8 -> {
        int units = 0;
        int at = start;
        while (at < end) {
          int character = text.codePointAt(at);
          units += utf8Length(character);
          at += Character.charCount(character);
        }
        yield units;
      }
    };
  }

  /**
   * The offset that is so many units behind {@code start}; never behind {@code end}, and never
   * inside a character.
   */
  int advance(String text, int start, int end, int units) {
    int at = start;
    int passed = 0;
    while (at < end) {
      int character = text.codePointAt(at);
      int width =
          switch (this) {
            case UTF_8 -> utf8Length(character);
            case UTF_16 -> Character.charCount(character);
            case UTF_32 -> 1;
          };
      if (passed + width > units) {
        break;
      }
      passed += width;
      at += Character.charCount(character);
    }
    return at;
  }

  private static Optional<PositionEncoding> find(String label) {
    for (PositionEncoding encoding : values()) {
      if (encoding.label.equals(label)) {
        return Optional.of(encoding);
      }
    }
    return Optional.empty();
  }

  private static int utf8Length(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }
}
