package dev.plimsoll.analysis;

import dev.plimsoll.manifest.PodKinds;
import dev.plimsoll.project.Environment;
import dev.plimsoll.project.LoadedProject;
import dev.plimsoll.project.OwnRules;
import dev.plimsoll.project.Project;
import dev.plimsoll.project.ReleaseSpec;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.HelmVersion;
import java.util.List;
import java.util.Optional;

/**
 * One release of one chart that a person named on the command line, as {@code helm template NAME
 * CHART}: no project has a say in it. Its values are those of the options; its environment is
 * {@code default}, judged as production unless the options say a profile.
 *
 * @param name the release's name
 * @param chart the chart's folder or archive in the workspace's files
 */
public record NamedRelease(String name, String chart) {

  LoadedProject project(RuleCatalog catalog) {
    SourceFile argument = new SourceFile(chart, "");
    Located<String> environment = located("default", argument);
    ReleaseSpec release =
        new ReleaseSpec(
            located(name, argument),
            located(chart, argument),
            located("default", argument),
            List.of(),
            List.of());
    Project project =
        new Project(
            Optional.empty(),
            HelmVersion.NEWEST,
            PodKinds.KNOWN,
            List.of(),
            List.of(new Environment(environment, Profile.PRODUCTION, List.of())),
            List.of(release),
            List.of(),
            List.of(),
            List.of());
    return new LoadedProject(
        project,
        OwnRules.none(catalog),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        dev.plimsoll.helmfile.HelmfileEstate.NONE,
        List.of(),
        List.of(),
        false);
  }

  private static Located<String> located(String text, SourceFile argument) {
    return new Located<>(text, argument.start());
  }
}
