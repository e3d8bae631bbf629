package dev.plimsoll.conformance;

import java.io.IOException;
import java.util.List;

/** A subcommand of helmfile for which Plimsoll has the same answer. */
interface HelmfileQuestion {

  /** Asks both about one helmfile in one environment; the result has a row for each thing asked. */
  List<HelmfileResult> ask(HelmfileCase each, HelmfileWorld world)
      throws IOException, InterruptedException;

  static HelmfileQuestion of(String name) {
    return switch (name) {
      case "list" -> new ListQuestion();
      case "template" -> new TemplateQuestion();
      case "write-values" -> new ValuesQuestion();
      case "build" -> new BuildQuestion();
      default -> throw new IllegalArgumentException("Unknown subcommand `" + name + "`.");
    };
  }
}
