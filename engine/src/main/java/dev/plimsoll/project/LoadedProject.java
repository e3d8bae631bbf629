package dev.plimsoll.project;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.helmfile.HelmfileEstate;
import java.util.List;

/**
 * What loading a project gave.
 *
 * @param ownRules the rules that the project brings, and the catalogue with them
 * @param charts the folders of the workspace's charts, also those that no release uses
 * @param valuesFiles files that are named like values or secrets, whether a release uses them or
 *     not
 * @param plainYaml YAML files outside charts that are neither values nor helmfiles
 * @param pipelines what a CI system or a shell runs
 * @param helmfiles the helmfiles that say the releases; none if the project file says them
 * @param isUnreadable whether there is a project file that cannot be taken for one; the project is
 *     then without releases, because what it would have said is not known
 */
public record LoadedProject(
    Project project,
    OwnRules ownRules,
    List<String> charts,
    List<String> valuesFiles,
    List<String> plainYaml,
    List<String> pipelines,
    HelmfileEstate helmfiles,
    List<Diagnostic> diagnostics,
    List<NotChecked> notChecked,
    boolean isUnreadable) {

  public LoadedProject {
    charts = List.copyOf(charts);
    valuesFiles = List.copyOf(valuesFiles);
    plainYaml = List.copyOf(plainYaml);
    pipelines = List.copyOf(pipelines);
    diagnostics = List.copyOf(diagnostics);
    notChecked = List.copyOf(notChecked);
  }
}
