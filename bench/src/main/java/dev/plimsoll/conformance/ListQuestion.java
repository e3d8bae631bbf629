package dev.plimsoll.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code releases --format json} beside {@code helmfile list --output json}. */
final class ListQuestion implements HelmfileQuestion {

  @Override
  public List<HelmfileResult> ask(HelmfileCase each, HelmfileWorld world)
      throws IOException, InterruptedException {
    Output theirs = world.helmfile(each, List.of("list", "--output", "json", "--skip-charts"));
    Output ours = world.plimsoll(each, List.of("releases", "--format", "json"));
    byte[] list = HelmfileList.of(ours.text()).getBytes(StandardCharsets.UTF_8);
    return List.of(
        PrintedTexts.compare(each, theirs, new Output(ours.succeeded(), list, ours.error())));
  }
}
