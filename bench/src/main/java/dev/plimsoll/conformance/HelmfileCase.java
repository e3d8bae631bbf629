package dev.plimsoll.conformance;

import java.nio.file.Path;
import java.util.List;

/**
 * A helmfile in an environment.
 *
 * @param root the folder that Plimsoll is told to look at
 * @param file relative to it
 */
record HelmfileCase(Path root, String file, String environment) {

  private static final int SHOWN = 4;

  String name() {
    return file + " -e " + environment;
  }

  /** What both refuse, or one alone: one of them has not succeeded. */
  HelmfileResult refusal(Output theirs, Output ours) {
    List<String> said = theirs.error().lines().filter(line -> !line.matches("\\W*")).toList();
    // What stopped helmfile is at the end of what it says, and at the beginning of what we say.
    String end = String.join("\n", said.subList(Math.max(0, said.size() - SHOWN), said.size()));
    if (!theirs.succeeded() && !ours.succeeded()) {
      return new HelmfileResult.Refused(name(), end, ours.error());
    }
    String cause =
        theirs.succeeded()
            ? "only Plimsoll refuses: " + withoutPlace(ours.firstError())
            : "only helmfile refuses: " + withoutPlace(said.isEmpty() ? "" : said.getLast());
    return new HelmfileResult.Different(name(), cause, end, ours.error());
  }

  /** So that equal causes are counted together. */
  private static String withoutPlace(String said) {
    return said.replaceAll("^in \\S+: |\\S+:\\d+(:\\d+)?: ", "").strip();
  }
}
