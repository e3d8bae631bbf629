package dev.plimsoll.template.syntax;

import dev.plimsoll.source.Span;
import dev.plimsoll.template.syntax.TemplateFile.SyntaxError;
import java.util.ArrayList;
import java.util.List;

/** The errors of one file, in the order in which Go would meet them. */
final class ErrorList {

  /** A text that is no template at all gives one error for almost every token. */
  private static final int MOST = 200;

  private final String text;
  private final List<SyntaxError> errors = new ArrayList<>();

  ErrorList(String text) {
    this.text = text;
  }

  /**
   * @param seen the offset on whose line Go reports it
   */
  void add(Span span, String message, int seen) {
    add(span, message, seen, -1);
  }

  /**
   * @param openAction where the action began that Go mentions; -1 for none
   */
  void add(Span span, String message, int seen, int openAction) {
    if (errors.size() < MOST) {
      int line = line(seen);
      int startedAt = openAction < 0 ? line : line(openAction);
      errors.add(new SyntaxError(span, message, line, startedAt == line ? 0 : startedAt));
    }
  }

  /** Whether further errors are dropped. */
  boolean isFull() {
    return errors.size() == MOST;
  }

  List<SyntaxError> all() {
    return errors;
  }

  /** Go counts line feeds alone. */
  private int line(int offset) {
    int line = 1;
    for (int at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
      line++;
    }
    return line;
  }
}
