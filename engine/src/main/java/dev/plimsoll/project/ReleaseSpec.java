package dev.plimsoll.project;

import dev.plimsoll.source.Located;
import java.util.List;

/**
 * A release before it is put into environments. {@code {environment}} and {@code {cluster}} in its
 * texts stand for the cell's names.
 *
 * @param chart the folder or archive of the chart, relative to the workspace
 * @param values files in the order of {@code helm -f}
 */
public record ReleaseSpec(
    Located<String> name,
    Located<String> chart,
    Located<String> namespace,
    List<Located<String>> values) {

  public ReleaseSpec {
    values = List.copyOf(values);
  }
}
