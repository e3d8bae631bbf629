package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.Baseline;
import dev.plimsoll.chart.Chart;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.project.ProjectLoader;
import dev.plimsoll.source.Location;
import dev.plimsoll.values.LayerValues;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps of a result what changed files can affect: the releases whose chart or layers are among
 * them, and what stands in them. A file that was read and belongs to no release, such as a
 * helmfile, can affect everything; so can one that is gone, as nobody can say any more who read it.
 */
final class Impact {

  private static final Set<String> FOR_ALL = Set.of(ProjectLoader.FILE, Baseline.FILE);
  private static final String SOPS_CONFIG = ".sops.yaml";
  private static final Pattern OF_HELM =
      Pattern.compile(".*\\.(?:ya?ml|json|tpl|gotmpl|tgz|lock)", Pattern.DOTALL);

  private final AnalysisResult result;
  private final Set<String> changed;
  private final Set<String> read;
  private final Set<String> gone;

  private Impact(AnalysisResult result, Set<String> changed, Set<String> read, Set<String> gone) {
    this.result = result;
    this.changed = changed;
    this.read = read;
    this.gone = gone;
  }

  /**
   * The part of a result that the files can affect.
   *
   * @param changed relative to the workspace
   * @param read what the analysis has read
   * @param gone those of {@code changed} that are not there any more
   */
  static AnalysisResult of(
      AnalysisResult result, Set<String> changed, Set<String> read, Set<String> gone) {
    return new Impact(result, changed, read, gone).part();
  }

  private AnalysisResult part() {
    if (changed.stream().anyMatch(this::affectsEverything)) {
      return result;
    }
    List<ReleaseInstance> releases =
        result.estate().releases().stream().filter(this::isAffected).toList();
    Set<Affected> cells = new HashSet<>();
    releases.forEach(release -> cells.add(release.cell()));
    return new AnalysisResult(
        result.project(),
        new Estate(
            result.estate().charts(),
            releases,
            result.estate().otherFiles(),
            result.estate().helmfiles(),
            result.estate().plainFiles(),
            result.estate().contexts(),
            result.estate().clusters(),
            result.estate().pods()),
        result.diagnostics().stream()
            .filter(diagnostic ->
                diagnostic.affects().stream().anyMatch(cells::contains) || isIn(diagnostic))
            .toList(),
        result.notChecked().stream()
            .filter(
                each -> each.affects().stream().anyMatch(cells::contains) || isIn(each.location()))
            .toList(),
        result.suppressions(),
        result.usageErrors(),
        result.bugs(),
        result.projectUnreadable());
  }

  private boolean affectsEverything(String file) {
    if (FOR_ALL.contains(file) || file.endsWith(SOPS_CONFIG)) {
      return true;
    }
    boolean isKnown =
        result.estate().charts().stream().anyMatch(chart -> isOf(chart, file))
            || result.estate().otherFiles().stream()
                .anyMatch(other -> other.yaml().source().path().equals(file))
            || result.estate().releases().stream().anyMatch(release -> isLayer(release, file));
    boolean isGone = gone.contains(file) && OF_HELM.matcher(file).matches();
    return !isKnown && (isGone || read.contains(file));
  }

  private boolean isAffected(ReleaseInstance release) {
    return changed.stream().anyMatch(file -> isOf(release.chart(), file) || isLayer(release, file));
  }

  private static boolean isOf(Chart chart, String file) {
    int member = chart.path().indexOf('!');
    String path = member < 0 ? chart.path() : chart.path().substring(0, member);
    return path.isEmpty() || path.equals(".") || file.equals(path) || file.startsWith(path + "/");
  }

  private static boolean isLayer(ReleaseInstance release, String file) {
    for (LayerValues layer : release.layers()) {
      if (layer.layer().file().path().equals(file)) {
        return true;
      }
    }
    return false;
  }

  private boolean isIn(Diagnostic diagnostic) {
    return isIn(diagnostic.location())
        || diagnostic.related().stream().anyMatch(related -> isIn(related.location()));
  }

  private boolean isIn(Location location) {
    return changed.contains(location.file().path());
  }
}
