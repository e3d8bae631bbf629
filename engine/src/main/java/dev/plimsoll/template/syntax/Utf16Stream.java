package dev.plimsoll.template.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/** A string for ANTLR: read in code points, while every index is one of the string. */
final class Utf16Stream implements CharStream {

  private final String text;
  private int index;

  Utf16Stream(String text) {
    this.text = text;
  }

  @Override
  public void consume() {
    char unit = text.charAt(index++);
    if (Character.isHighSurrogate(unit)
        && index < text.length()
        && Character.isLowSurrogate(text.charAt(index))) {
      index++;
    }
  }

  /** The lexer asks for the next character only. */
  @Override
  public int LA(int i) {
    if (i != 1) {
      throw new UnsupportedOperationException("LA(" + i + ")");
    }
    return index < text.length() ? text.codePointAt(index) : IntStream.EOF;
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
