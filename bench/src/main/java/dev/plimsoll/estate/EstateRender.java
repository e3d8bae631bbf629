package dev.plimsoll.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A release in an environment, as {@code helm template} takes it.
 *
 * @param values files, weakest first; all paths are relative to the root of the estate
 * @param set as with {@code --set}
 */
public record EstateRender(
    String environment,
    String release,
    String namespace,
    String chart,
    List<String> values,
    Map<String, String> set) {

  public EstateRender {
    values = List.copyOf(values);
    set = Map.copyOf(set);
  }

  /** The arguments of {@code helm template}. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of(release, chart, "--namespace", namespace));
    values.forEach(file -> arguments.addAll(List.of("--values", file)));
    set.forEach((path, value) -> arguments.addAll(List.of("--set", path + "=" + value)));
    return arguments;
  }
}
