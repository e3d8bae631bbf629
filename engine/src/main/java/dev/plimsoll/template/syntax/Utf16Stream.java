package dev.plimsoll.template.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A string for ANTLR, with the indexes of the string. All characters outside of ASCII look the same
 * to the lexer: to the grammar they are, and only for the others it remembers what comes next.
 */
final class Utf16Stream implements CharStream {

  private static final int NOT_ASCII = 0x7F;

  private final String text;
  private int index;

  Utf16Stream(String text) {
    this.text = text;
  }

  @Override
  public void consume() {
    index++;
  }

  /** The lexer asks for the next character only. */
  @Override
  public int LA(int i) {
    if (i != 1) {
      throw new UnsupportedOperationException("LA(" + i + ")");
    }
    return index < text.length() ? Math.min(text.charAt(index), NOT_ASCII) : IntStream.EOF;
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int index) {
    this.index = index;
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }

  @Override
  public String getText(Interval interval) {
    int end = Math.min(interval.b + 1, text.length());
    return end <= interval.a ? "" : text.substring(interval.a, end);
  }
}
