package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.ReleaseDefaults;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.index.Workload;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Order;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A release that Helm gives up on while its pods may still start. */
public final class ShortReleaseTimeout implements Rule {

  private static final RuleId ID = new RuleId("short-release-timeout");

  /** Helm's own, where nobody says one. */
  private static final long DEFAULT_SECONDS = 300;

  private static final String FIELD = "timeout";

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    Map<Affected, List<Workload>> workloads = workloads(context);
    for (ReleaseInstance instance : context.estate().releases()) {
      List<Workload> own = workloads.getOrDefault(instance.cell(), List.of());
      instance
          .helmfile()
          .flatMap(release -> diagnostic(release, own))
          .ifPresent(found -> sink.report(found.withAffects(List.of(instance.cell()))));
    }
  }

  private static Map<Affected, List<Workload>> workloads(RuleContext context) {
    Map<Affected, List<Workload>> byCell = new HashMap<>();
    for (ClusterObjects cluster : context.objects().clusters()) {
      for (Workload workload : cluster.workloads()) {
        for (Affected cell : cluster.cells(workload.release())) {
          byCell.computeIfAbsent(cell, _ -> new ArrayList<>()).add(workload);
        }
      }
    }
    return byCell;
  }

  private static Optional<Diagnostic> diagnostic(
      HelmfileRelease release, List<Workload> workloads) {
    ReleaseDefaults settings = ReleaseDefaults.of(release);
    Optional<Value> said = settings.get(FIELD);
    long seconds = said.map(ShortReleaseTimeout::seconds).orElse(DEFAULT_SECONDS);
    boolean waits = settings.waits();
    boolean waitsForJobs = settings.isOn("waitForJobs");
    return workloads.stream()
        .flatMap(workload -> Rollout.of(workload, waits, waitsForJobs).stream())
        .max(Order.by(Rollout::seconds))
        .filter(rollout -> rollout.seconds() > seconds)
        .map(rollout -> diagnostic(release, said, seconds, rollout));
  }

  private static Diagnostic diagnostic(
      HelmfileRelease release, Optional<Value> said, long seconds, Rollout rollout) {
    Location place = said.map(value -> value.origin().location()).orElse(release.location());
    Diagnostic found =
        Diagnostic.of(
            ID,
            place,
            "Helm gives `%s` up after %d seconds%s, while %s may take %d to be ready: %s."
                .formatted(
                    release.name().value(),
                    seconds,
                    said.isPresent() ? "" : ", as it does where no `timeout` is said",
                    rollout.workload().title(),
                    rollout.seconds(),
                    rollout.reason()));
    if (rollout.limit().origin().isPresent()) {
      found =
          found.withRelated(
              RelatedLocation.Role.DEFINITION,
              rollout.limit().origin().get().location(),
              "This is how long a pod may take.");
    }
    String text = place.file().text(place.span());
    return text.equals(Long.toString(seconds))
        ? found.withFix(
            new Fix(
                "Wait for " + rollout.seconds() + " seconds",
                Fix.Applicability.UNSAFE,
                List.of(new TextEdit(place, Long.toString(rollout.seconds())))))
        : found;
  }

  private static long seconds(Value value) {
    long said =
        switch (value) {
          case ScalarValue(GoScalar.Int64(long number), _, _) -> number;
          case ScalarValue(GoScalar.Float64(double number), _, _) -> (long) number;
          default -> 0;
        };
    // Helmfile passes on no zero, and then Helm takes its own.
    return said > 0 ? said : DEFAULT_SECONDS;
  }
}
