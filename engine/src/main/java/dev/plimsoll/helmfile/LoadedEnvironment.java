package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.source.Located;
import java.util.List;
import java.util.Map;

/**
 * A helmfile with everything it leads to, for one environment.
 *
 * @param states every state file that knows the environment, in helmfile's order
 * @param releases those of all states, in the same order
 * @param known every environment that any part names, with its place
 * @param isComplete whether helmfile would load all of it
 */
public record LoadedEnvironment(
    String name,
    List<StateFile> states,
    List<HelmfileRelease> releases,
    Map<String, Located<String>> known,
    List<Diagnostic> diagnostics,
    List<NotChecked> notChecked,
    boolean isComplete) {

  public LoadedEnvironment {
    states = List.copyOf(states);
    releases = List.copyOf(releases);
    diagnostics = List.copyOf(diagnostics);
    notChecked = List.copyOf(notChecked);
  }
}
