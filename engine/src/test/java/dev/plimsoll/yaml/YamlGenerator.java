package dev.plimsoll.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Writes random values in random styles of YAML that Helm accepts: block and flow, quotes, block
 * texts, comments, anchors, CRLF and characters beyond the basic plane.
 */
final class YamlGenerator {

  private static final String[] WORDS = {
    "alpha",
    "b.c",
    "d-e",
    "image",
    "registry.example.com/shop:1.2",
    "a#b",
    "x:y",
    "w_1",
    "Grün",
    "日本"
  };

  private static final String[] TEXTS = {
    "",
    " ",
    "yes",
    "null",
    "12",
    "0x1F",
    "it's",
    "say \"x\"",
    "a: b",
    "# no comment",
    "- x",
    "tab\there",
    "two\nlines",
    "three\n\nlines\n",
    "end ",
    "*a",
    "&b",
    "{x}",
    "[y]",
    "%",
    "@",
    "`",
    "\uD83D\uDE00",
    "caf\u00e9 \uD835\uDD38",
    "\\d",
    "~",
    "1e3",
    ": ",
    "?",
    "|",
    "<<",
    "=",
    "\u00a0"
  };

  /** Plain scalars with what Helm makes of them. */
  private static final Map<String, @Nullable Object> PLAIN = plain();

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private final List<Anchored> anchored = new ArrayList<>();
  private int names;

  YamlGenerator(long seed) {
    random = new Random(seed);
  }

  /** A text and what it says, in the form of {@link HelmJson}. */
  record Document(String text, Object value) {}

  private record Anchored(String name, @Nullable Object value) {}

  /** One document with a mapping at its root. */
  Document document() {
    comments(0);
    if (chance(8)) {
      out.append("---\n");
    }
    Object value = chance(10) ? flowMapping(0) : null;
    if (value != null) {
      endLine();
    } else {
      value = blockMapping(0, 0);
    }
    comments(0);
    String text = out.toString();
    return new Document(chance(5) ? text.replace("\n", "\r\n") : text, value);
  }

  private Map<String, @Nullable Object> blockMapping(int indent, int depth) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        comments(indent);
        blanks(indent);
      }
      // The name makes keys unique: the last of equal ones would win.
      String key = "k" + names++ + pick(WORDS).replace(":", "").replace("#", "");
      if (chance(12)) {
        out.append("? ").append(writtenKey(key)).append('\n');
        blanks(indent);
        out.append(':');
      } else {
        out.append(writtenKey(key)).append(chance(10) ? " :" : ":");
      }
      map.put(key, blockValue(indent, depth, true));
    }
    return map;
  }

  private List<@Nullable Object> blockSequence(int indent, int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        comments(indent);
        blanks(indent);
      }
      out.append('-');
      if (depth < 3 && chance(4)) {
        int gap = 1 + random.nextInt(3);
        blanks(gap);
        list.add(
            chance(2)
                ? blockMapping(indent + 1 + gap, depth + 1)
                : blockSequence(indent + 1 + gap, depth + 1));
      } else {
        list.add(blockValue(indent, depth, false));
      }
    }
    return list;
  }

  /** What stands behind a colon or dash, with the end of its line. */
  private @Nullable Object blockValue(int indent, int depth, boolean inMapping) {
    if (!anchored.isEmpty() && chance(12)) {
      Anchored alias = anchored.get(random.nextInt(anchored.size()));
      out.append(" *").append(alias.name);
      endLine();
      return alias.value;
    }
    String anchor = chance(10) ? "n" + names++ : "";
    if (!anchor.isEmpty()) {
      out.append(" &").append(anchor);
    }
    Object value = unanchoredValue(indent, depth, inMapping);
    if (!anchor.isEmpty()) {
      anchored.add(new Anchored(anchor, value));
    }
    return value;
  }

  private @Nullable Object unanchoredValue(int indent, int depth, boolean inMapping) {
    int kind = random.nextInt(depth < 4 ? 10 : 6);
    if (kind >= 8) {
      endIndicatorLine();
      int deeper = indent + 1 + random.nextInt(4);
      blanks(deeper);
      return blockMapping(deeper, depth + 1);
    }
    if (kind >= 6) {
      endIndicatorLine();
      int deeper = indent + (inMapping ? 0 : 1) + random.nextInt(3);
      blanks(deeper);
      return blockSequence(deeper, depth + 1);
    }
    if (kind == 5) {
      return blockText(indent);
    }
    if (kind == 4 && chance(3)) {
      endIndicatorLine();
      return null;
    }
    out.append(' ');
    Object value =
        switch (kind) {
          case 4 -> flow(indent, depth);
          default -> scalar(indent, false);
        };
    endLine();
    return value;
  }

  private @Nullable Object flow(int indent, int depth) {
    return switch (random.nextInt(depth < 6 ? 4 : 2)) {
      case 0, 1 -> scalar(indent, true);
      case 2 -> flowMapping(indent);
      default -> flowSequence(indent, depth);
    };
  }

  private List<@Nullable Object> flowSequence(int indent, int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    out.append('[');
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      flowGap(indent);
      if (chance(8)) {
        String key = "p" + names++;
        out.append(key).append(": ");
        Map<String, @Nullable Object> pair = new LinkedHashMap<>();
        pair.put(key, scalar(indent, true));
        list.add(pair);
      } else {
        list.add(flow(indent, depth + 2));
      }
      flowGap(indent);
      out.append(i + 1 < size || chance(6) ? "," : "");
    }
    out.append(']');
    return list;
  }

  private Map<String, @Nullable Object> flowMapping(int indent) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    out.append('{');
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      flowGap(indent);
      String key = "f" + names++;
      out.append(chance(3) ? "\"" + key + "\"" : key);
      if (chance(6)) {
        map.put(key, null);
      } else {
        out.append(": ");
        map.put(key, flow(indent, 4));
      }
      flowGap(indent);
      out.append(i + 1 < size || chance(6) ? "," : "");
    }
    out.append('}');
    return map;
  }

  private void flowGap(int indent) {
    if (chance(10)) {
      out.append(chance(2) ? " # in brackets\n" : "\n");
      blanks(indent + 1);
    } else {
      blanks(random.nextInt(2));
    }
  }

  private @Nullable Object scalar(int indent, boolean inFlow) {
    if (chance(3)) {
      String plain = pick(PLAIN.keySet().toArray(String[]::new));
      out.append(plain);
      return PLAIN.get(plain);
    }
    String text = chance(2) ? pick(WORDS) : pick(TEXTS) + (chance(3) ? pick(TEXTS) : "");
    if (!inFlow && chance(2) && List.of(WORDS).contains(text)) {
      out.append(text);
      if (chance(4)) {
        out.append('\n');
        blanks(indent + 1 + random.nextInt(3));
        out.append("more");
        return text + " more";
      }
      return text;
    }
    boolean single = text.indexOf('\n') < 0 && chance(2);
    out.append(single ? "'" + text.replace("'", "''") + "'" : doubleQuoted(text, indent));
    return text;
  }

  private String doubleQuoted(String text, int indent) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            quoted.append('\\').appendCodePoint(c);
          } else if (c == '\n') {
            quoted.append("\\n");
          } else if (c > 126 && chance(2)) {
            quoted.append("\\U%08x".formatted(c));
          } else {
            quoted.appendCodePoint(c);
          }
        });
    return quoted.append(chance(8) ? "\\\n" + " ".repeat(indent + 1) : "").append('"').toString();
  }

  private String blockText(int indent) {
    List<String> lines = new ArrayList<>();
    int size = 1 + random.nextInt(3);
    for (int i = 0; i < size; i++) {
      lines.add(
          chance(5) && i > 0 ? "" : pick(WORDS) + (chance(3) ? ": \"x\" # \uD83D\uDE00" : ""));
    }
    lines.add(pick(WORDS));
    boolean strip = chance(2);
    out.append(strip ? " |-" : " |");
    endLine();
    int deeper = indent + 1 + random.nextInt(3);
    for (String line : lines) {
      blanks(line.isEmpty() ? random.nextInt(2) : deeper);
      out.append(line).append('\n');
    }
    return String.join("\n", lines) + (strip ? "" : "\n");
  }

  private String writtenKey(String key) {
    return switch (random.nextInt(4)) {
      case 0 -> "\"" + key + "\"";
      case 1 -> "'" + key + "'";
      default -> key;
    };
  }

  private void endLine() {
    if (chance(6)) {
      out.append(chance(2) ? " # comment" : "\t# \uD83D\uDE00 'x' \"y\" {");
    } else {
      blanks(chance(8) ? 2 : 0);
    }
    out.append('\n');
  }

  /** A tab must not follow a dash. */
  private void endIndicatorLine() {
    out.append(chance(6) ? " # comment\n" : "\n");
  }

  private void comments(int indent) {
    while (chance(6)) {
      if (chance(2)) {
        blanks(indent);
        out.append("# - comment: [");
      }
      out.append('\n');
    }
  }

  private void blanks(int count) {
    out.append(" ".repeat(count));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private static Map<String, @Nullable Object> plain() {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    plain.put("~", null);
    plain.put("null", null);
    plain.put("yes", true);
    plain.put("On", true);
    plain.put("n", false);
    plain.put("FALSE", false);
    plain.put("12", 12.0);
    plain.put("-0x1F", -31.0);
    plain.put("0o17", 15.0);
    plain.put("0644", 420.0);
    plain.put("0b101", 5.0);
    plain.put("1_000", 1000.0);
    plain.put("1e3", 1000.0);
    plain.put(".5", 0.5);
    plain.put("089", 89.0);
    plain.put("18446744073709551616", 0x1p64);
    plain.put("2001-12-14", "2001-12-14");
    plain.put("12:30:45", "12:30:45");
    plain.put("nO", "nO");
    plain.put("1.2.3", "1.2.3");
    plain.put("0x", "0x");
    plain.put("1e999", "1e999");
    plain.put("+.inf.", "+.inf.");
    return plain;
  }
}
