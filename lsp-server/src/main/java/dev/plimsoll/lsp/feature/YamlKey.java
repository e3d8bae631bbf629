package dev.plimsoll.lsp.feature;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.ValuePath;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of a text that may hold actions of templates, and so is no YAML yet: told by indentation.
 *
 * @param path of its value; the places in lists are not known and always 0
 * @param span of the key
 * @param value what stands behind it on the same line
 */
record YamlKey(ValuePath path, Span span, Span value) {

  private static final Pattern KEY =
      Pattern.compile("^\\s*(?:- +)*([A-Za-z]\\w*):(?:\\s+(\\S.*?)?|)\\s*$");

  /** The key of the line that an offset is in. */
  static Optional<YamlKey> at(SourceFile file, int offset) {
    Span line = file.lines().line(file.lines().lineOf(offset));
    Matcher key = KEY.matcher(file.text(line));
    if (!key.find()) {
      return Optional.empty();
    }
    Span span = new Span(line.start() + key.start(1), line.start() + key.end(1));
    Span value =
        key.group(2) == null
            ? Span.at(span.end())
            : new Span(line.start() + key.start(2), line.start() + key.end(2));
    return Optional.of(
        new YamlKey(YamlTyping.at(file, span.start()).path().key(key.group(1)), span, value));
  }
}
