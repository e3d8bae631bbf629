package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.helmfile.ReleaseDefaults;
import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Order;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rule that looks at each release of helmfiles by itself. */
abstract class ReleaseRule implements Rule {

  private final RuleId id;

  ReleaseRule(String id) {
    this.id = new RuleId(id);
  }

  @Override
  public final RuleId id() {
    return id;
  }

  @Override
  public final void check(RuleContext context, DiagnosticSink sink) {
    ReleaseMatrix matrix = ReleaseMatrix.of(context);
    for (LoadedEnvironment environment : context.estate().helmfiles().environments()) {
      EnvironmentReleases others = matrix.releases(environment);
      for (HelmfileRelease release : environment.releases()) {
        if (release.isSelected() && release.isEnabled() && release.isInstalled()) {
          Affected cell =
              matrix
                  .instance(release)
                  .map(ReleaseInstance::cell)
                  .orElseGet(() -> EnvironmentReleases.cell(environment, release));
          check(new Release(release, environment, others, matrix, context, cell, sink));
        }
      }
    }
  }

  abstract void check(Release release);

  /** A release with everything around it. */
  final class Release {

    private final HelmfileRelease release;
    private final ReleaseDefaults said;
    private final LoadedEnvironment environment;
    private final EnvironmentReleases others;
    private final ReleaseMatrix matrix;
    private final RuleContext context;
    private final Affected cell;
    private final DiagnosticSink sink;

    Release(
        HelmfileRelease release,
        LoadedEnvironment environment,
        EnvironmentReleases others,
        ReleaseMatrix matrix,
        RuleContext context,
        Affected cell,
        DiagnosticSink sink) {
      this.release = release;
      this.said = ReleaseDefaults.of(release);
      this.environment = environment;
      this.others = others;
      this.matrix = matrix;
      this.context = context;
      this.cell = cell;
      this.sink = sink;
    }

    HelmfileRelease get() {
      return release;
    }

    MapValue spec() {
      return said.spec();
    }

    MapValue defaults() {
      return said.defaults();
    }

    LoadedEnvironment environment() {
      return environment;
    }

    /** All releases of the environment, this one included. */
    EnvironmentReleases others() {
      return others;
    }

    /**
     * The same release of the same helmfile in each other environment that installs it, in their
     * order; none if it is there several times.
     */
    @SuppressWarnings("ReferenceEquality") // Two environments may be alike in everything.
    Map<String, HelmfileRelease> siblings() {
      Map<String, HelmfileRelease> siblings = new LinkedHashMap<>();
      if (others.named(release).size() > 1) {
        return siblings;
      }
      for (LoadedEnvironment other : context.estate().helmfiles().environments()) {
        List<HelmfileRelease> same = matrix.releases(other).named(release);
        if (other != environment && same.size() == 1) {
          siblings.put(other.name(), same.getFirst());
        }
      }
      return siblings;
    }

    /**
     * What a release of this or another environment is made of; empty if its chart is not there.
     */
    Optional<ReleaseInstance> instance(HelmfileRelease wanted) {
      return matrix.instance(wanted);
    }

    /** What the helmfile says of its environments. */
    MapValue declaredEnvironments() {
      return Spec.map(release.stateSpec(), "environments");
    }

    /** Whether the helmfile names this environment, so that there is a place to decide for it. */
    boolean isOfDeclaredEnvironment() {
      return declaredEnvironments().get(environment.name()).isPresent();
    }

    /** Whether the release or the defaults say a field, whatever they say. */
    boolean says(String field) {
      return said.get(field).isPresent();
    }

    /** Whether Helm waits until the release is ready. */
    boolean waits() {
      return said.waits();
    }

    /** Whether Helm goes back where an upgrade fails, for which it waits. */
    boolean rollsBack() {
      return said.rollsBack();
    }

    RuleContext context() {
      return context;
    }

    String name() {
      return release.name().value();
    }

    /** A switch of the release, or else of the defaults. */
    Optional<Boolean> flag(String field) {
      return said.flag(field);
    }

    /** What says a field: the release itself or the defaults. */
    Optional<Value> said(String field) {
      return said.get(field);
    }

    /** The place that says a field: the release's own or the default's. */
    Location place(String field) {
      return said.place(field).orElse(release.location());
    }

    /**
     * Whether a call that was not permitted would have said a field: an empty field is then
     * dropped, and only the text of the call's line shows that it was written.
     */
    boolean isUnknown(String field) {
      return environment.notChecked().stream()
          .map(NotChecked::location)
          .filter(call -> call.file().path().equals(release.location().file().path()))
          .filter(call -> line(call).matches("\\s*(?:- )?" + field + ":.*"))
          .anyMatch(call -> nearest(call).equals(release.location()));
    }

    private static String line(Location place) {
      String text = place.file().text();
      int start = text.lastIndexOf('\n', place.span().start() - 1) + 1;
      int end = text.indexOf('\n', start);
      return text.substring(start, end < 0 ? text.length() : end);
    }

    /** The place of the release that a call stands in, as far as lines tell. */
    private Location nearest(Location call) {
      return environment.releases().stream()
          .map(HelmfileRelease::location)
          .filter(place -> place.file().path().equals(call.file().path()))
          .min(Order.byInt(place -> Math.abs(place.position().line() - call.position().line())))
          .orElse(call);
    }

    void report(Location place, String message) {
      report(Diagnostic.of(id, place, message));
    }

    void report(Diagnostic diagnostic) {
      sink.report(diagnostic.withAffects(List.of(cell)));
    }

    Diagnostic diagnostic(Location place, String message) {
      return Diagnostic.of(id, place, message);
    }
  }
}
