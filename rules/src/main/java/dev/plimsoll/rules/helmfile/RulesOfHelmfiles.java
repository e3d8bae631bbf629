package dev.plimsoll.rules.helmfile;

import dev.plimsoll.rule.Rule;
import java.util.List;

/** Every rule about helmfiles that is not the loader's own. */
public final class RulesOfHelmfiles {

  private RulesOfHelmfiles() {}

  public static List<Rule> all() {
    return List.of(
        new BareRepositoryUrl(),
        new CyclicReleaseNeeds(),
        new DisabledReleaseValidation(),
        new ForcedReleaseReplacement(),
        new HelmfileAsPlugin(),
        new InconsistentReleaseCluster(),
        new InsecureChartRepository(),
        new MissingReleaseSafeguards(),
        new NestedValuesKey(),
        new OpaqueSecretsExtension(),
        new OpenEnvironmentName(),
        new ReleaseHookRunsShell(),
        new ReleaseInTwoHelmfiles(),
        new ReleaseWithoutNamespace(),
        new ReplacedHelmfileList(),
        new RepeatedHelmfileEntry(),
        new ShadowedKubeContext(),
        new UndeclaredPipelineEnvironment(),
        new UninstalledReleaseNeed(),
        new UnknownReleaseNeed(),
        new UnpinnedChartVersion(),
        new UnrenderedValuesTemplate());
  }
}
