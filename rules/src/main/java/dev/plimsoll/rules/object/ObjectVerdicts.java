package dev.plimsoll.rules.object;

import dev.plimsoll.index.ObjectIndex;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.kubernetes.ObjectValidator;
import dev.plimsoll.kubernetes.ObjectValidator.Verdict;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.render.Capabilities;
import dev.plimsoll.render.KubeVersion;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.rule.RuleContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on every object of an estate, found out once for all rules. Objects that several
 * cells share are judged once. Thread-safe.
 */
final class ObjectVerdicts {

  private @Nullable ObjectIndex known;
  private List<Judged> judged = List.of();

  /**
   * An object, and what an API server would say of it.
   *
   * @param kubernetes the version that the object is for
   */
  record Judged(
      ReleaseObjects release, KubernetesObject object, KubeVersion kubernetes, Verdict verdict) {}

  /** Every object of an estate, in the order of the releases. */
  @SuppressWarnings("ReferenceEquality") // An index is as large as everything in it.
  synchronized List<Judged> of(RuleContext context) {
    if (known != context.objects()) {
      judged = judge(context);
      known = context.objects();
    }
    return judged;
  }

  private static List<Judged> judge(RuleContext context) {
    KubeVersion otherwise = Capabilities.of(context.helm()).kube();
    CustomResourceFinder custom = new CustomResourceFinder(context);
    Map<String, ObjectValidator> validators = new ConcurrentHashMap<>();
    // The other rules on objects wait for this.
    return context.objects().releases().parallelStream()
        .flatMap(release -> {
          KubeVersion version = kubernetes(release).orElse(otherwise);
          ObjectValidator validator =
              validators.computeIfAbsent(
                  version.version(), _ -> new ObjectValidator(version, custom::resources));
          return judge(release, version, validator);
        })
        .toList();
  }

  private static Optional<KubeVersion> kubernetes(ReleaseObjects release) {
    return release.release().flatMap(ReleaseInstance::rendered).map(RenderedChart::kubernetes);
  }

  private static Stream<Judged> judge(
      ReleaseObjects release, KubeVersion version, ObjectValidator validator) {
    return release.objects().stream()
        .map(object ->
            new Judged(
                release, object, version, validator.check(object.root().node().orElse(null))));
  }
}
