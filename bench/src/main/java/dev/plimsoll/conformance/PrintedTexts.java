package dev.plimsoll.conformance;

import dev.plimsoll.conformance.Comparison.Verdict;

/** Compares what both print, byte for byte but for empty lines at both ends. */
final class PrintedTexts {

  private PrintedTexts() {}

  static HelmfileResult compare(HelmfileCase each, Output theirs, Output ours) {
    if (!theirs.succeeded() || !ours.succeeded()) {
      return each.refusal(theirs, ours);
    }
    String expected = theirs.text().strip();
    String found = ours.text().strip();
    if (expected.equals(found)) {
      return new HelmfileResult.Equal(each.name(), true);
    }
    Verdict.Different difference = Difference.between(expected, found);
    return new HelmfileResult.Different(
        each.name(),
        difference.cause(),
        "\n" + difference.helm(),
        "\n" + difference.plimsoll() + ours.error());
  }
}
