package dev.plimsoll.values;

/** How Go's {@code encoding/json} is asked to write. */
public enum JsonFormat {
  /** {@code json.Marshal}: no blanks, {@code <}, {@code >} and {@code &} escaped. */
  COMPACT(false, true),
  /** {@code json.MarshalIndent} with two blanks. */
  PRETTY(true, true),
  /** An encoder without {@code SetEscapeHTML}. */
  RAW(false, false);

  private final boolean isIndented;
  private final boolean escapesHtml;

  JsonFormat(boolean isIndented, boolean escapesHtml) {
    this.isIndented = isIndented;
    this.escapesHtml = escapesHtml;
  }

  boolean isIndented() {
    return isIndented;
  }

  boolean escapesHtml() {
    return escapesHtml;
  }
}
