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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on every object of an estate, found out once for all rules. Objects that several
 * cells share are judged once. Thread-safe.
 */
final class ObjectVerdicts {

  private @Nullable ObjectIndex known;
  private List<Judged> judged = List.of();

  /** What the last estate's objects were found to be, where nothing but they decided. */
  private IdentityHashMap<KubernetesObject, Remembered> verdicts = new IdentityHashMap<>();

  private record Remembered(KubeVersion kubernetes, Verdict verdict) {}

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

  private List<Judged> judge(RuleContext context) {
    KubeVersion otherwise = Capabilities.of(context.helm()).kube();
    CustomResourceFinder custom = new CustomResourceFinder(context);
    Map<String, ObjectValidator> validators = new HashMap<>();
    List<Judged> all = new ArrayList<>();
    IdentityHashMap<KubernetesObject, Remembered> now = new IdentityHashMap<>();
    for (ReleaseObjects release : context.objects().releases()) {
      KubeVersion version =
          release
              .release()
              .flatMap(ReleaseInstance::rendered)
              .map(RenderedChart::kubernetes)
              .orElse(otherwise);
      ObjectValidator validator =
          validators.computeIfAbsent(
              version.version(), _ -> new ObjectValidator(version, custom::resources));
      for (KubernetesObject object : release.objects()) {
        Remembered before = verdicts.get(object);
        Verdict verdict;
        if (before != null && before.kubernetes().equals(version)) {
          verdict = before.verdict();
          now.put(object, before);
        } else {
          int asked = custom.timesAsked();
          verdict = validator.check(object.root().node().orElse(null));
          if (custom.timesAsked() == asked) {
            now.put(object, new Remembered(version, verdict));
          }
        }
        all.add(new Judged(release, object, version, verdict));
      }
    }
    verdicts = now;
    return List.copyOf(all);
  }
}
