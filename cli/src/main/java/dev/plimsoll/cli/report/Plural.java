package dev.plimsoll.cli.report;

/** Counts with a noun. */
final class Plural {

  private Plural() {}

  /** {@code 1 pod}, {@code 2 pods}. */
  static String of(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
