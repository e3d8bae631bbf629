package dev.plimsoll.rules.object;

import dev.plimsoll.index.ObjectIndex;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.kubernetes.ObjectValidator;
import dev.plimsoll.kubernetes.ObjectValidator.Verdict;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.render.Capabilities;
import dev.plimsoll.render.KubeVersion;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.yaml.YamlNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on every object of an estate, found out once for all rules. Objects that several
 * cells share are judged once. Thread-safe.
 */
final class ObjectVerdicts {

  private @Nullable ObjectIndex known;
  private List<Judged> judged = List.of();

  /**
   * What the documents of the last estate were found to be, where nothing but they decided: an edit
   * renders most of them with the same text, and so with the same tree.
   */
  private IdentityHashMap<YamlNode, Remembered> verdicts = new IdentityHashMap<>();

  private record Remembered(KubeVersion kubernetes, Verdict verdict) {}

  /**
   * An object, and what an API server would say of it.
   *
   * @param kubernetes the version that the object is for
   */
  record Judged(
      ReleaseObjects release, KubernetesObject object, KubeVersion kubernetes, Verdict verdict) {}

  /**
   * A verdict.
   *
   * @param isAlone whether nothing but the object decided
   */
  private record Found(Judged judged, boolean isAlone) {}

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
    Map<String, ObjectValidator> validators = new ConcurrentHashMap<>();
    IdentityHashMap<YamlNode, Remembered> now = new IdentityHashMap<>();
    // The other rules on objects wait for this.
    List<Found> all =
        context.objects().releases().parallelStream()
            .flatMap(release -> {
              KubeVersion version = release.kubernetes().orElse(otherwise);
              ObjectValidator validator =
                  validators.computeIfAbsent(
                      version.version(), _ -> new ObjectValidator(version, custom::resources));
              return release.objects().stream()
                  .map(object -> found(release, object, version, validator, custom));
            })
            .toList();
    for (Found found : all) {
      Judged each = found.judged();
      if (found.isAlone()) {
        each.object()
            .root()
            .node()
            .ifPresent(node -> now.put(node, new Remembered(each.kubernetes(), each.verdict())));
      }
    }
    verdicts = now;
    return all.stream().map(Found::judged).toList();
  }

  /** What was found out before, or else now. */
  private Found found(
      ReleaseObjects release,
      KubernetesObject object,
      KubeVersion version,
      ObjectValidator validator,
      CustomResourceFinder custom) {
    YamlNode node = object.root().node().orElse(null);
    Remembered before = verdicts.get(node);
    if (before != null && before.kubernetes().equals(version)) {
      return new Found(new Judged(release, object, version, before.verdict()), true);
    }
    // Another thread may ask meanwhile; then this verdict is found out again the next time.
    int asked = custom.timesAsked();
    Verdict verdict = validator.check(node);
    boolean isAlone = custom.timesAsked() == asked;
    return new Found(new Judged(release, object, version, verdict), isAlone);
  }
}
