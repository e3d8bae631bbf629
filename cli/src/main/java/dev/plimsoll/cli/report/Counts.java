package dev.plimsoll.cli.report;

/** Numbers in sentences. */
final class Counts {

  private Counts() {}

  /** {@code 1 error}, {@code 2 errors}. */
  static String of(long count, String singular) {
    return of(count, singular, singular + "s");
  }

  static String of(long count, String singular, String plural) {
    return count + " " + (count == 1 ? singular : plural);
  }
}
