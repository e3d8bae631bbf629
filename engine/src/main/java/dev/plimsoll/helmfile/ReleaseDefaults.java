package dev.plimsoll.helmfile;

import dev.plimsoll.source.Location;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import java.util.Optional;

/**
 * The fields of a release, which speak first, and those of {@code helmDefaults}.
 *
 * @param spec what the release says itself
 * @param defaults what its helmfile says for all
 */
public record ReleaseDefaults(MapValue spec, MapValue defaults) {

  /** Those of a release. */
  public static ReleaseDefaults of(HelmfileRelease release) {
    return new ReleaseDefaults(release.spec(), Spec.map(release.stateSpec(), "helmDefaults"));
  }

  /** A field of the release, or else of the defaults. */
  public Optional<Value> get(String field) {
    return spec.get(field).or(() -> defaults.get(field));
  }

  /** A switch of the release, or else of the defaults. */
  public Optional<Boolean> flag(String field) {
    return Spec.flag(spec, field).or(() -> Spec.flag(defaults, field));
  }

  /** Whether a switch is on. */
  public boolean isOn(String field) {
    return flag(field).orElse(false);
  }

  /** Whether Helm waits until the release is ready. */
  public boolean waits() {
    return isOn("wait") || rollsBack();
  }

  /** Whether Helm goes back where an upgrade fails, for which it waits. */
  public boolean rollsBack() {
    return isOn("atomic") || isOn("rollbackOnFailure");
  }

  /** The place that says a field; empty where neither does. */
  public Optional<Location> place(String field) {
    return spec.get(field).isPresent()
        ? Optional.of(Spec.place(spec, field))
        : defaults.get(field).map(said -> Spec.place(defaults, field));
  }
}
