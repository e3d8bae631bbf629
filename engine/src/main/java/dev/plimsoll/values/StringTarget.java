package dev.plimsoll.values;

/** Plain text: origins are nobody's business. */
public final class StringTarget<O> implements PrintTarget<O> {

  private final StringBuilder out = new StringBuilder();

  @Override
  public void from(O origin) {}

  @Override
  public void copy(String text, int start, int end) {
    out.append(text, start, end);
  }

  @Override
  public void write(String characters) {
    out.append(characters);
  }

  @Override
  public void write(char character) {
    out.append(character);
  }

  /** Everything that was written. */
  @Override
  public String toString() {
    return out.toString();
  }
}
