package dev.plimsoll.deploy.helm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What helm is asked to install or upgrade.
 *
 * @param chart the archive of the chart
 * @param values files in the order of {@code -f}
 * @param arguments options that set single values
 * @param createNamespace whether the namespace is still missing
 * @param timeoutSeconds how long hooks, and with {@code waits} everything, may take
 * @param waits whether helm itself waits, as hooks that run afterwards want it to
 */
public record HelmRequest(
    String release,
    String namespace,
    Path chart,
    List<Path> values,
    List<String> arguments,
    boolean createNamespace,
    long timeoutSeconds,
    boolean waits) {

  public HelmRequest {
    values = List.copyOf(values);
    arguments = List.copyOf(arguments);
  }

  /** The same with other values files. */
  public HelmRequest withValues(List<Path> others) {
    return new HelmRequest(
        release, namespace, chart, others, arguments, createNamespace, timeoutSeconds, waits);
  }

  /** The same for a release of another name. */
  public HelmRequest named(String other) {
    return new HelmRequest(
        other, namespace, chart, values, arguments, createNamespace, timeoutSeconds, waits);
  }

  /** The same with more options. */
  public HelmRequest with(List<String> options) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(options);
    return new HelmRequest(
        release, namespace, chart, values, all, createNamespace, timeoutSeconds, waits);
  }

  List<String> command() {
    List<String> command =
        new ArrayList<>(
            List.of("upgrade", release, chart.toString(), "--install", "-n", namespace));
    for (Path file : values) {
      command.add("-f");
      command.add(file.toString());
    }
    command.addAll(arguments);
    // Nothing of the release before is to be mixed in: the plan says everything.
    command.add("--reset-values");
    command.add("--timeout");
    command.add(timeoutSeconds + "s");
    if (createNamespace) {
      command.add("--create-namespace");
    }
    return command;
  }
}
