package dev.plimsoll.conformance;

import dev.plimsoll.conformance.Comparison.Verdict;

/** Compares what both print, byte for byte but for empty lines at both ends. */
final class PrintedTexts {

  private PrintedTexts() {}

  static HelmfileResult compare(HelmfileCase each, Output theirs, Output ours) {
    if (!theirs.succeeded() || !ours.succeeded()) {
      return each.refusal(theirs, ours);
    }
    return compare(
        each,
        theirs.text().strip(),
        ours.text().strip(),
        new HelmfileResult.Equal(each.name(), true),
        ours.error());
  }

  /**
   * Compares two texts of one form.
   *
   * @param same the result if they are equal
   * @param said what Plimsoll said beside its text
   */
  static HelmfileResult compare(
      HelmfileCase each, String expected, String found, HelmfileResult.Equal same, String said) {
    if (expected.equals(found)) {
      return same;
    }
    Verdict.Different difference = Difference.between(expected, found);
    return new HelmfileResult.Different(
        each.name(),
        difference.cause(),
        "\n" + difference.helm(),
        "\n" + difference.plimsoll() + said);
  }
}
