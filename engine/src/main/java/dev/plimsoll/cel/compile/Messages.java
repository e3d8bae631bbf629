package dev.plimsoll.cel.compile;

import dev.cel.common.CelIssue;

/** Turns what the parser and the checker say into sentences. */
final class Messages {

  private Messages() {}

  static String of(CelIssue issue) {
    String text = issue.getMessage().strip().replaceAll("\\s+", " ");
    if (text.isEmpty()) {
      return "This is not a CEL expression.";
    }
    String sentence = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }
}
