package dev.plimsoll.helmfile;

import java.util.List;

/**
 * What a person asks of a helmfile on the command line.
 *
 * @param selectors {@code -l}, any of which may match
 * @param stateValuesFiles {@code --state-values-file}, relative to the workspace
 * @param stateValuesSet {@code --state-values-set}: {@code a.b[0]=x}
 */
public record LoadOptions(
    List<String> selectors, List<String> stateValuesFiles, List<String> stateValuesSet) {

  /** Everything as the helmfile says. */
  public static final LoadOptions NONE = new LoadOptions(List.of(), List.of(), List.of());

  public LoadOptions {
    selectors = List.copyOf(selectors);
    stateValuesFiles = List.copyOf(stateValuesFiles);
    stateValuesSet = List.copyOf(stateValuesSet);
  }
}
