package dev.plimsoll.conformance;

import java.io.IOException;
import java.util.List;

/** {@code render} beside {@code helmfile template --skip-deps}. */
final class TemplateQuestion implements HelmfileQuestion {

  @Override
  public List<HelmfileResult> ask(HelmfileCase each, HelmfileWorld world)
      throws IOException, InterruptedException {
    Output theirs = world.helmfile(each, List.of("template", "--skip-deps"));
    Output ours = world.plimsoll(each, List.of("render", "--helm-version", world.helmVersion()));
    return List.of(PrintedTexts.compare(each, theirs, ours));
  }
}
