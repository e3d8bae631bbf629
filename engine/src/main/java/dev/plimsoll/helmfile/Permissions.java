package dev.plimsoll.helmfile;

import dev.plimsoll.chart.ChartSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a helmfile may touch outside the workspace. It comes from the person who runs Plimsoll,
 * never from the workspace; which paths may be read is the file tree's to say.
 *
 * @param environment looks up variables; empty if templates must not see them
 * @param runner runs commands; empty if templates must not
 * @param charts gets charts of repositories and registries
 */
public record Permissions(
    Optional<Function<String, Optional<String>>> environment,
    Optional<CommandRunner> runner,
    ChartSource charts) {

  /** Nothing is allowed. */
  public static final Permissions NONE =
      new Permissions(Optional.empty(), Optional.empty(), ChartSource.NONE);

  /** Runs a command for {@code exec} and {@code envExec}. */
  @FunctionalInterface
  public interface CommandRunner {

    /**
     * Runs a command and waits for it.
     *
     * @param command with its arguments
     * @param variables on top of those of the process
     * @param folder relative to the workspace
     * @return what it writes
     * @throws dev.plimsoll.template.value.GoFailure if it cannot be run or fails
     */
    String run(List<String> command, Map<String, String> variables, String input, String folder);
  }

  /** Variables that are known, and nothing else. */
  public static Permissions ofVariables(Map<String, String> variables) {
    Map<String, String> known = Map.copyOf(variables);
    return new Permissions(
        Optional.of(name -> Optional.ofNullable(known.get(name))),
        Optional.empty(),
        ChartSource.NONE);
  }
}
