package dev.plimsoll.project;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.helmfile.HelmfileEstate;
import java.util.List;

/**
 * What loading a project gave.
 *
 * @param charts the folders of the workspace's charts, also those that no release uses
 * @param valuesFiles files that are named like values or secrets, whether a release uses them or
 *     not
 * @param otherYaml YAML files outside charts that are neither values nor helmfiles by their names
 * @param helmfiles the helmfiles that say the releases; none if the project file says them
 * @param isUnreadable whether there is a project file that cannot be taken for one; the project is
 *     then without releases, because what it would have said is not known
 */
public record LoadedProject(
    Project project,
    List<String> charts,
    List<String> valuesFiles,
    List<String> otherYaml,
    HelmfileEstate helmfiles,
    List<Diagnostic> diagnostics,
    List<NotChecked> notChecked,
    boolean isUnreadable) {

  public LoadedProject {
    charts = List.copyOf(charts);
    valuesFiles = List.copyOf(valuesFiles);
    otherYaml = List.copyOf(otherYaml);
    diagnostics = List.copyOf(diagnostics);
    notChecked = List.copyOf(notChecked);
  }
}
