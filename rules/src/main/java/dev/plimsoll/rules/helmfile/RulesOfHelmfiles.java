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
        new InconsistentReleaseNamespace(),
        new InsecureChartRepository(),
        new MissingReleaseSafeguards(),
        new NestedValuesKey(),
        new OpaqueSecretsExtension(),
        new OpenEnvironmentName(),
        new OverriddenEnvironmentValue(),
        new PassedOverValuesFile(),
        new ReleaseHookRunsShell(),
        new ReleaseInTwoHelmfiles(),
        new ReleaseSharedByEnvironments(),
        new ReleaseWithoutCluster(),
        new ReleaseWithoutNamespace(),
        new RepeatedHelmfileEntry(),
        new ReplacedHelmfileList(),
        new ShadowedKubeContext(),
        new ShortReleaseTimeout(),
        new UndecidedReleaseDefaults(),
        new UndeclaredChartRepository(),
        new UndeclaredPipelineEnvironment(),
        new UninstalledReleaseNeed(),
        new UnknownCluster(),
        new UnknownEnvironmentName(),
        new UnknownReleaseNeed(),
        new UnorderedCustomResource(),
        new UnorderedHelmfiles(),
        new UnpinnedChartVersion(),
        new UnrenderedValuesTemplate(),
        new UnverifiedChart(),
        new ValuesOfUninstalledRelease());
  }
}
