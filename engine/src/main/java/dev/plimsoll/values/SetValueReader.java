package dev.plimsoll.values;

import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Makes a value of the text behind {@code =}, as the option wants it. */
@FunctionalInterface
interface SetValueReader {

  /**
   * Reads one text.
   *
   * @param text without escapes
   * @param span where it stands in the argument
   */
  GoScalar read(String text, Span span) throws SetFailure;

  /** {@code --set-string} and {@code --set-literal}: every value is text. */
  static SetValueReader texts() {
    return (text, _) -> new GoScalar.Text(text);
  }

  /** {@code --set}: booleans, null and integers have their type (Helm's {@code typedVal}). */
  static SetValueReader typed() {
    return (text, _) -> typed(text);
  }

  /** {@code --set-file}: the text of a file. */
  static SetValueReader files(Function<String, FileContent> files) {
    return (path, span) ->
        switch (files.apply(path)) {
          case FileContent.Text(var file) -> new GoScalar.Text(file.text());
          case FileContent.Binary(byte[] bytes) ->
              new GoScalar.Text(new String(bytes, StandardCharsets.UTF_8));
          case FileContent.Missing() ->
              throw new SetFailure(span, "There is no file `%s`.".formatted(path));
          case FileContent.Refused(String reason) ->
              throw new SetFailure(span, "The file cannot be read: " + reason);
        };
  }

  private static GoScalar typed(String text) {
    if (text.equalsIgnoreCase("true")) {
      return new GoScalar.Bool(true);
    }
    if (text.equalsIgnoreCase("false")) {
      return new GoScalar.Bool(false);
    }
    if (text.equalsIgnoreCase("null")) {
      return new GoScalar.Nil();
    }
    // 007 and 0x7 stay text, so that nobody loses a leading zero.
    boolean mayBeNumber = text.equals("0") || !text.startsWith("0");
    if (mayBeNumber && text.matches("[+-]?[0-9]+")) {
      try {
        return new GoScalar.Int64(Long.parseLong(text));
      } catch (NumberFormatException e) {
        // Beyond 64 bits: text, as in Go.
        return new GoScalar.Text(text);
      }
    }
    return new GoScalar.Text(text);
  }
}
