package dev.plimsoll.rules;

import dev.plimsoll.cel.rule.ObjectRule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The rules in CEL, checked and compiled: a line per rule, with its id and its program in base64.
 * It is generated from the {@code rule.yaml} files, because neither the parser nor the checker of
 * CEL starts in the time that a check may take.
 */
final class CompiledRules {

  private static final char TAB = '\t';

  private CompiledRules() {}

  static List<ObjectRule> read(String index) {
    List<ObjectRule> rules = new ArrayList<>();
    int start = 0;
    while (start < index.length()) {
      int tab = index.indexOf(TAB, start);
      int end = index.indexOf('\n', tab);
      byte[] program = Base64.getDecoder().decode(index.substring(tab + 1, end));
      try {
        rules.add(ObjectRule.read(new DataInputStream(new ByteArrayInputStream(program))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      start = end + 1;
    }
    return rules;
  }

  static String write(List<ObjectRule> rules) {
    StringBuilder index = new StringBuilder();
    for (ObjectRule rule : rules) {
      ByteArrayOutputStream program = new ByteArrayOutputStream();
      try {
        rule.write(new DataOutputStream(program));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      index
          .append(rule.id())
          .append(TAB)
          .append(Base64.getEncoder().encodeToString(program.toByteArray()))
          .append('\n');
    }
    return index.toString();
  }
}
