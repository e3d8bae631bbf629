package dev.plimsoll.yaml;

import java.util.Random;

/** Breaks texts at random: deletes, inserts and repeats characters that matter in YAML. */
final class YamlMutator {

  private static final String[] BITS = {
    "\t",
    "- ",
    ": ",
    ":",
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    ",",
    "#",
    " #",
    "&a ",
    "*a",
    "!",
    "!!str ",
    "!!int ",
    "|\n",
    ">\n",
    "? ",
    "%",
    "@",
    "`",
    "\n",
    "\n\n",
    " ",
    "  ",
    "\r\n",
    "---\n",
    "...\n",
    "\\",
    "<<: ",
    "~",
    "null",
    "yes",
    "0x1F",
    "\u0001",
    "\u0085",
    "\u2028",
    "\uD83D\uDE00",
    "{{ x }}",
    "|-",
    "|2",
    "-",
    "?",
    "\"a\nb\"",
    "'a\n b'",
    "\n\t",
    "- - ",
    "a: b: c",
    "!<",
    "!a!",
    "%YAML 1.1\n---\n",
    "\uFEFF",
    "\\x41",
    "&",
    "*"
  };

  private final Random random;

  YamlMutator(Random random) {
    this.random = random;
  }

  String mutate(String text) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = random.nextInt(5); i >= 0 && mutated.length() > 1; i--) {
      int at = boundary(mutated, random.nextInt(mutated.length()));
      switch (random.nextInt(4)) {
        case 0 -> mutated.delete(at, mutated.offsetByCodePoints(at, 1));
        case 1, 2 -> mutated.insert(at, BITS[random.nextInt(BITS.length)]);
        default -> {
          int end = boundary(mutated, Math.min(mutated.length() - 1, at + random.nextInt(12)));
          String repeated = mutated.substring(at, Math.max(at, end));
          mutated.insert(boundary(mutated, random.nextInt(mutated.length())), repeated);
        }
      }
    }
    return mutated.toString();
  }

  /** Half a surrogate pair cannot be given to Helm. */
  private static int boundary(StringBuilder text, int offset) {
    return Character.isLowSurrogate(text.charAt(offset)) && offset > 0 ? offset - 1 : offset;
  }
}
