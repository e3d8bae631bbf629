package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.cli.report.ShownPath;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.helmfile.Needs;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which {@code helmfile template} prints releases. */
final class RenderOrder {

  private RenderOrder() {}

  /** Helmfile by helmfile, sub-helmfiles first; in each, what others need first. */
  static List<HelmfileRelease> of(Estate estate, String environment) {
    Map<String, List<HelmfileRelease>> byFile = new LinkedHashMap<>();
    for (LoadedEnvironment loaded : estate.helmfiles().environments()) {
      if (loaded.name().equals(environment)) {
        loaded.releases().stream()
            .filter(HelmfileRelease::isSelected)
            .filter(HelmfileRelease::isEnabled)
            .forEach(release ->
                byFile.computeIfAbsent(release.file(), ignored -> new ArrayList<>()).add(release));
      }
    }
    List<HelmfileRelease> ordered = new ArrayList<>();
    for (List<HelmfileRelease> releases : byFile.values()) {
      for (List<HelmfileRelease> group : Needs.groups(releases)) {
        group.stream().filter(HelmfileRelease::isInstalled).forEach(ordered::add);
      }
    }
    return ordered;
  }

  /**
   * Whether everything is known that helmfile gives to Helm for a release, and nothing changes what
   * Helm makes of it. What was not read of its environment is said for all releases together.
   */
  static boolean isWhole(AnalysisResult result, ReleaseInstance instance) {
    Set<Location> ofEnvironment = new HashSet<>();
    for (LoadedEnvironment loaded : result.estate().helmfiles().environments()) {
      loaded.notChecked().forEach(each -> ofEnvironment.add(each.location()));
    }
    return instance.helmfile().isEmpty()
        || result.notChecked().stream()
            .filter(each -> each.affects().contains(instance.cell()))
            .allMatch(each -> ofEnvironment.contains(each.location()));
  }

  /** Says why a release is not there to be rendered. */
  static int reportMissing(
      Console console, Workplace workplace, AnalysisResult result, HelmfileRelease release) {
    String name = release.name().value();
    List<String> reasons =
        result.notChecked().stream()
            .filter(each -> each.affects().stream().anyMatch(cell -> cell.release().equals(name)))
            .map(each -> ShownPath.of(workplace.prefix(), each.location()) + ": " + each.reason())
            .toList();
    console.err().println("plimsoll: `" + name + "` is not rendered. " + String.join(" ", reasons));
    return ExitCode.DIAGNOSTICS;
  }
}
