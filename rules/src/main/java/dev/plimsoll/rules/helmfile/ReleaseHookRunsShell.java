package dev.plimsoll.rules.helmfile;

import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.source.Located;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A hook that runs a shell. */
public final class ReleaseHookRunsShell extends ReleaseRule {

  public ReleaseHookRunsShell() {
    super("release-hook-runs-shell");
  }

  @Override
  void check(Release release) {
    List<Value> hooks = new ArrayList<>(Spec.items(release.spec(), "hooks"));
    hooks.addAll(Spec.items(release.get().stateSpec(), "hooks"));
    for (Value hook : hooks) {
      if (hook instanceof MapValue map) {
        Spec.text(map, "command")
            .filter(command -> isShell(command.value()))
            .ifPresent(command -> report(release, command));
      }
    }
  }

  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "zsh", "dash", "ash", "pwsh", "cmd");

  private static boolean isShell(String command) {
    String name = command.substring(command.lastIndexOf('/') + 1);
    return SHELLS.contains(name) || name.endsWith(".sh");
  }

  private static void report(Release release, Located<String> command) {
    release.report(
        command.location(),
        "This hook runs a shell on the machine of whoever deploys, with all its variables and"
            + " without a timeout; helmfile neither shows nor checks what it does.");
  }
}
