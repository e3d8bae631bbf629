package dev.plimsoll.template.function;

import dev.plimsoll.template.value.TextBuilder;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.PrintTarget;

/** Keeps with each character which leaf, key or collection it was written for. */
final class TracedTarget implements PrintTarget<Leaf> {

  private final TextBuilder out = new TextBuilder();
  private Leaf leaf = Leaf.UNKNOWN;

  @Override
  public void from(Leaf origin) {
    leaf = origin;
  }

  @Override
  public void copy(String text, int start, int end) {
    out.append(leaf.text(), start, end);
  }

  @Override
  public void write(String characters) {
    out.append(characters, leaf.trace());
  }

  @Override
  public void write(char character) {
    out.append(String.valueOf(character), leaf.trace());
  }

  TracedText build() {
    return out.build();
  }
}
