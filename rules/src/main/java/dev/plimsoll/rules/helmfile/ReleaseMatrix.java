package dev.plimsoll.rules.helmfile;

import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.rule.RuleContext;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * All environments, and what became of each release.
 *
 * @param instances without the releases whose chart is not there
 */
record ReleaseMatrix(
    IdentityHashMap<HelmfileRelease, ReleaseInstance> instances,
    IdentityHashMap<LoadedEnvironment, EnvironmentReleases> environments) {

  static ReleaseMatrix of(RuleContext context) {
    ReleaseMatrix matrix = new ReleaseMatrix(new IdentityHashMap<>(), new IdentityHashMap<>());
    for (ReleaseInstance instance : context.estate().releases()) {
      instance.helmfile().ifPresent(release -> matrix.instances.put(release, instance));
    }
    for (LoadedEnvironment environment : context.estate().helmfiles().environments()) {
      matrix.environments.put(environment, new EnvironmentReleases(environment));
    }
    return matrix;
  }

  Optional<ReleaseInstance> instance(HelmfileRelease release) {
    return Optional.ofNullable(instances.get(release));
  }

  EnvironmentReleases releases(LoadedEnvironment environment) {
    return environments.computeIfAbsent(environment, EnvironmentReleases::new);
  }
}
