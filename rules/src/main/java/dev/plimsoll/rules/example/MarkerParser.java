package dev.plimsoll.rules.example;

import dev.plimsoll.rules.example.Expectation.Columns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts markers out of a text.
 *
 * <pre>{@code
 * marker := "# expect: " severity " [" rule-id "]" (" " col ".." col)? (' "' text '"')? (" origin=" label)*
 * label  := "# mark: " name
 * }</pre>
 *
 * <p>A marker behind text speaks of its own line; one that is alone on a line speaks of the next
 * line that is not such a line. Several may follow each other. In a template whose output matters
 * they may stand in <code>{{/* … *}{@literal /}}}</code> instead. Anything that looks like a marker
 * and is none throws {@link IllegalArgumentException}: a misspelt one would expect nothing and
 * pass.
 */
public final class MarkerParser {

  private static final Pattern START =
      Pattern.compile("(?:#|\\{\\{/\\*)\\s*(?:expect|mark)\\w*\\s*:", Pattern.CASE_INSENSITIVE);
  private static final Pattern EXPECT =
      Pattern.compile(
          "expect: (error|warning|info) \\[([a-z][a-z0-9-]*)]"
              + "(?: (\\d+)\\.\\.(\\d+))?(?: \"([^\"]+)\")?((?: origin=[\\w.-]+)*)");
  private static final Pattern MARK = Pattern.compile("mark: ([\\w.-]+)");
  private static final Pattern BLOCK_SCALAR =
      Pattern.compile("^(\\s*).*(?:[:-])\\s[|>][-+0-9]*\\s*(?:#.*)?$");

  private final String path;
  private final List<Expectation> expectations = new ArrayList<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private final List<String> pending = new ArrayList<>();
  private int blockIndent = -1;

  private MarkerParser(String path) {
    this.path = path;
  }

  /**
   * Reads and cuts the markers of one text.
   *
   * @param path for messages and expectations
   */
  public static MarkedFile parse(String path, String text) {
    return new MarkerParser(path).parse(text);
  }

  private MarkedFile parse(String text) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      lines[i] = cut(lines[i], i + 1);
    }
    if (!pending.isEmpty()) {
      throw new IllegalArgumentException(
          path + " ends behind a marker that speaks of the next line");
    }
    return new MarkedFile(path, String.join("\n", lines), expectations, labels);
  }

  private String cut(String line, int number) {
    Matcher start = START.matcher(line);
    if (!start.find()) {
      pending.forEach(marker -> read(marker, number));
      pending.clear();
      trackBlockScalar(line);
      return line;
    }
    String before = line.substring(0, start.start()).stripTrailing();
    if (isInsideBlockScalar(line)) {
      throw malformed(number, "A marker inside a block scalar would become part of its text", line);
    }
    String end = line.endsWith("\r") ? "\r" : "";
    String markers = line.substring(start.start()).stripTrailing();
    if (before.isBlank()) {
      pending.add(markers);
      return end;
    }
    pending.forEach(marker -> read(marker, number));
    pending.clear();
    read(markers, number);
    trackBlockScalar(before);
    return before + end;
  }

  /** Reads one or more markers that stand behind each other. */
  private void read(String markers, int line) {
    int at = 0;
    while (at < markers.length()) {
      boolean template = markers.startsWith("{{/* ", at);
      if (!template && !markers.startsWith("# ", at)) {
        throw malformed(line, "Not a marker", markers.substring(at));
      }
      Matcher matcher = body(markers, at + (template ? 5 : 2), line);
      int end = matcher.end();
      if (template) {
        if (!markers.startsWith(" */}}", end)) {
          throw malformed(line, "Not a marker", markers.substring(at));
        }
        end += 5;
      }
      at = end;
      while (at < markers.length() && markers.charAt(at) == ' ') {
        at++;
      }
    }
  }

  private Matcher body(String markers, int at, int line) {
    Matcher expect = EXPECT.matcher(markers).region(at, markers.length());
    if (expect.lookingAt()) {
      expectations.add(expectation(expect, line));
      return expect;
    }
    Matcher mark = MARK.matcher(markers).region(at, markers.length());
    if (!mark.lookingAt()) {
      throw malformed(line, "Not a marker", markers.substring(at));
    }
    if (labels.put(mark.group(1), line) != null) {
      throw malformed(line, "Two lines have this label", mark.group());
    }
    return mark;
  }

  private Expectation expectation(Matcher expect, int line) {
    Optional<Columns> columns =
        Optional.ofNullable(expect.group(3))
            .map(start -> new Columns(Integer.parseInt(start), Integer.parseInt(expect.group(4))));
    List<String> origins = new ArrayList<>();
    for (String origin : expect.group(6).split(" origin=", -1)) {
      if (!origin.isEmpty()) {
        origins.add(origin);
      }
    }
    String text = expect.group(5) == null ? "" : expect.group(5);
    return new Expectation(path, line, expect.group(1), expect.group(2), columns, text, origins);
  }

  private void trackBlockScalar(String line) {
    if (isInsideBlockScalar(line)) {
      return;
    }
    Matcher header = BLOCK_SCALAR.matcher(line);
    blockIndent = header.matches() && !path.contains("templates/") ? header.group(1).length() : -1;
  }

  private boolean isInsideBlockScalar(String line) {
    return blockIndent >= 0 && (line.isBlank() || indent(line) > blockIndent);
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }

  private IllegalArgumentException malformed(int line, String problem, String text) {
    return new IllegalArgumentException(path + ":" + line + ": " + problem + ": " + text);
  }
}
