package dev.plimsoll.yaml;

/** Whether text needs quotes. */
public final class PlainText {

  private static final String TIMESTAMP_TAG = ScalarResolver.PREFIX + "timestamp";

  private PlainText() {}

  /**
   * Whether {@code text} without quotes is resolved to text: it is no number, boolean, null or
   * date. Whether its characters can be written without quotes is another question.
   */
  public static boolean isResolvedToText(String text) {
    return ScalarResolver.resolve(text, true, null) instanceof ScalarValue.Text
        && ScalarResolver.resolve(text, true, TIMESTAMP_TAG) == null;
  }
}
