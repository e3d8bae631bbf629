package dev.plimsoll.yaml;

import java.util.Arrays;
import org.yaml.snakeyaml.tokens.Token;

/** The columns of the open block collections. */
final class Indentation {

  private final Tokens tokens;
  private int[] outer = new int[16];
  private int depth;
  private int current = -1;

  Indentation(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The column of the innermost block collection, -1 outside of any. */
  int current() {
    return current;
  }

  /** How many block collections are open. */
  int depth() {
    return depth;
  }

  /** Opens a collection if {@code column} is deeper than the innermost one. */
  boolean push(int column) {
    if (current >= column) {
      return false;
    }
    if (depth == outer.length) {
      outer = Arrays.copyOf(outer, depth * 2);
    }
    outer[depth++] = current;
    current = column;
    return true;
  }

  /** Ends the collections that are deeper than {@code column}. */
  void unwind(int column, int offset) {
    while (current > column) {
      tokens.add(Token.ID.BlockEnd, offset, offset);
      current = outer[--depth];
    }
  }

  /** Whether a collection is open at {@code column}. */
  boolean isOpenAt(int column) {
    if (column == current) {
      return true;
    }
    for (int i = depth - 1; i >= 0 && outer[i] >= column; i--) {
      if (outer[i] == column) {
        return true;
      }
    }
    return false;
  }
}
