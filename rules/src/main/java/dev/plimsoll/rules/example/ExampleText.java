package dev.plimsoll.rules.example;

/** The text of an example. */
public final class ExampleText {

  private ExampleText() {}

  /** What people are shown: markers are for who runs the example. */
  public static String withoutMarkers(String text) {
    return text.replaceAll("(?m)^ *# (?:expect|mark): .*\\R", "")
        .replaceAll(" *# (?:expect|mark): .*", "");
  }
}
