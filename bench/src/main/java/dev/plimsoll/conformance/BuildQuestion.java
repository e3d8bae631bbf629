package dev.plimsoll.conformance;

import dev.plimsoll.helmfile.BuildText;
import dev.plimsoll.helmfile.StateFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state files as they were loaded beside those that {@code helmfile build} prints, without what
 * {@link BuildText} leaves out of both.
 */
final class BuildQuestion implements HelmfileQuestion {

  @Override
  public List<HelmfileResult> ask(HelmfileCase each, HelmfileWorld world)
      throws IOException, InterruptedException {
    Output theirs = world.helmfile(each, List.of("build"));
    LoadedHelmfile loaded = LoadedHelmfile.of(each, world);
    Output ours = loaded.state();
    if (!theirs.succeeded() || !ours.succeeded()) {
      return List.of(each.refusal(theirs, ours));
    }
    Map<String, List<String>> states = new TreeMap<>();
    for (StateFile state : loaded.environment().states()) {
      String path = each.root().resolve(state.file().path()).normalize().toString();
      add(states, path, BuildText.of(state, loaded.environment().releases()));
    }
    Map<String, List<String>> printed = new TreeMap<>();
    BuildText.documents(theirs.text())
        .forEach(document -> add(printed, document.path(), BuildText.of(document.root())));
    return List.of(
        PrintedTexts.compare(
            each,
            text(printed),
            text(states),
            new HelmfileResult.Equal(each.name(), false),
            ours.error()));
  }

  private static void add(Map<String, List<String>> texts, String path, String text) {
    texts.computeIfAbsent(path, _ -> new ArrayList<>()).add(text);
  }

  /** A file that is loaded several times is printed in any order. */
  private static String text(Map<String, List<String>> texts) {
    StringBuilder all = new StringBuilder();
    texts.forEach((path, each) ->
        each.stream()
            .sorted()
            .forEach(one -> all.append("# ").append(path).append('\n').append(one)));
    return all.toString();
  }
}
