package dev.plimsoll.values;

/** Which library writes YAML. */
public enum YamlDialect {
  /** go-yaml v2 as {@code sigs.k8s.io/yaml} uses it: lists not indented, text folded. */
  V2(false, 80),
  /** go-yaml v3 with an indentation of 2: lists indented, nothing folded. */
  V3(true, Integer.MAX_VALUE);

  private final boolean indentsLists;
  private final int width;

  YamlDialect(boolean indentsLists, int width) {
    this.indentsLists = indentsLists;
    this.width = width;
  }

  boolean indentsLists() {
    return indentsLists;
  }

  /** The column behind which text is folded. */
  int width() {
    return width;
  }
}
