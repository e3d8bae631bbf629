package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.helmfile.ChartName;
import dev.plimsoll.helmfile.HelmfileLoader;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.helmfile.StateFile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.Located;
import dev.plimsoll.values.MapValue;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A chart of a repository that no helmfile declares. */
public final class UndeclaredChartRepository extends ReleaseRule {

  public UndeclaredChartRepository() {
    super("undeclared-chart-repository");
  }

  @Override
  void check(Release release) {
    Located<String> chart = release.get().chart();
    Optional<ChartName> named = ChartName.ofRepository(chart.value());
    if (named.isEmpty()) {
      return;
    }
    String repository = named.get().repository();
    // Nearly every chart is of a repository of its own helmfile, and the rest takes longer.
    if (StateRules.repository(release.get().state(), repository).isPresent()
        || release.isUnknown("chart")
        || isLocal(release)) {
      return;
    }
    Optional<Set<String>> declared = declared(release.context());
    if (declared.isEmpty()
        || declared.get().contains(repository)
        || isAdded(repository, release.context())) {
      return;
    }
    Optional<String> near = NearestName.of(repository, declared.get());
    Optional<String> nearPath = near.isPresent() ? Optional.empty() : nearPath(release);
    Diagnostic found =
        release.diagnostic(chart.location(), message(repository, chart.value(), near, nearPath));
    release.report(
        near.map(meant ->
                FieldFixes.withReplacement(
                    found,
                    chart.location(),
                    chart.value(),
                    meant + "/" + named.get().name(),
                    "Write `" + meant + "/" + named.get().name() + "`"))
            .orElse(found));
  }

  private static boolean isLocal(Release release) {
    Optional<HelmfileLoader> loader = release.context().estate().helmfiles().loader();
    return loader.filter(files -> files.hasLocalChart(release.get())).isPresent();
  }

  /**
   * The repositories of all helmfiles, because what one of them adds to Helm the others find; empty
   * if not all are known.
   */
  private static Optional<Set<String>> declared(RuleContext context) {
    Set<String> declared = new TreeSet<>();
    for (LoadedEnvironment environment : context.estate().helmfiles().environments()) {
      if (!environment.isComplete()) {
        return Optional.empty();
      }
      for (StateFile state : environment.states()) {
        for (MapValue repository : StateRules.repositories(state)) {
          declared.add(Spec.text(repository, "name").map(Located::value).orElse(""));
        }
      }
    }
    return declared.contains("") ? Optional.empty() : Optional.of(declared);
  }

  /** Whether a pipeline or the hook of a helmfile runs {@code helm repo add}. */
  private static boolean isAdded(String repository, RuleContext context) {
    Pattern command =
        Pattern.compile(
            "\\brepo\\W{1,20}add\\b[^;&|#]{0,80}?\\b" + Pattern.quote(repository) + "\\b");
    return PipelineFlags.areSaid(command, context)
        || context.estate().helmfiles().environments().stream()
            .flatMap(environment -> environment.states().stream())
            .anyMatch(state -> command.matcher(state.file().text()).find());
  }

  /** The chart of the workspace whose path is nearly the same. */
  private static Optional<String> nearPath(Release release) {
    String folder = release.get().folder();
    Set<String> paths = new TreeSet<>();
    release.context().estate().charts().stream()
        .map(chart -> chart.path())
        .filter(path -> folder.isEmpty() || path.startsWith(folder + "/"))
        .forEach(path -> paths.add(folder.isEmpty() ? path : path.substring(folder.length() + 1)));
    return NearestName.of(release.get().chart().value(), paths);
  }

  private static String message(
      String repository, String chart, Optional<String> near, Optional<String> nearPath) {
    if (nearPath.isPresent()) {
      return "There is neither a folder `%s` nor a repository `%s`; did you mean `%s`?"
          .formatted(chart, repository, nearPath.get());
    }
    return near.map(meant ->
            "No helmfile declares the repository `%s`; did you mean `%s`?"
                .formatted(repository, meant))
        .orElseGet(() ->
            "No helmfile declares the repository `%s`, so the chart is found only where somebody has added it to Helm; add it to `repositories`."
                .formatted(repository));
  }
}
