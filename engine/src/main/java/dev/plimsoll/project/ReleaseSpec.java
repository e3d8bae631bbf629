package dev.plimsoll.project;

import dev.plimsoll.source.Located;
import java.util.List;

/**
 * A release before it is put into environments. {@code {environment}} and {@code {cluster}} in its
 * texts stand for the cell's names.
 *
 * @param chart the folder or archive of the chart, relative to the workspace
 * @param values files in the order of {@code helm -f}
 * @param environments where it is installed; empty means everywhere
 */
public record ReleaseSpec(
    Located<String> name,
    Located<String> chart,
    Located<String> namespace,
    List<Located<String>> values,
    List<Located<String>> environments) {

  public ReleaseSpec {
    values = List.copyOf(values);
    environments = List.copyOf(environments);
  }

  /** Whether the release is installed in {@code environment}. */
  public boolean isIn(String environment) {
    if (environments.isEmpty()) {
      return true;
    }
    for (Located<String> each : environments) {
      if (each.value().equals(environment)) {
        return true;
      }
    }
    return false;
  }
}
