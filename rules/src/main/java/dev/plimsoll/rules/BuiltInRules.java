package dev.plimsoll.rules;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.index.Estate;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rule.RuleParameters;
import dev.plimsoll.rules.helmfile.BareRepositoryUrl;
import dev.plimsoll.rules.helmfile.CyclicReleaseNeeds;
import dev.plimsoll.rules.helmfile.DisabledReleaseValidation;
import dev.plimsoll.rules.helmfile.ForcedReleaseReplacement;
import dev.plimsoll.rules.helmfile.InconsistentReleaseCluster;
import dev.plimsoll.rules.helmfile.InsecureChartRepository;
import dev.plimsoll.rules.helmfile.MissingReleaseSafeguards;
import dev.plimsoll.rules.helmfile.NestedValuesKey;
import dev.plimsoll.rules.helmfile.OpaqueSecretsExtension;
import dev.plimsoll.rules.helmfile.OpenEnvironmentName;
import dev.plimsoll.rules.helmfile.ReleaseHookRunsShell;
import dev.plimsoll.rules.helmfile.ReleaseInTwoHelmfiles;
import dev.plimsoll.rules.helmfile.ReleaseWithoutNamespace;
import dev.plimsoll.rules.helmfile.ReplacedHelmfileList;
import dev.plimsoll.rules.helmfile.ShadowedKubeContext;
import dev.plimsoll.rules.helmfile.UninstalledReleaseNeed;
import dev.plimsoll.rules.helmfile.UnknownReleaseNeed;
import dev.plimsoll.rules.helmfile.UnpinnedChartVersion;
import dev.plimsoll.rules.helmfile.UnrenderedValuesTemplate;
import dev.plimsoll.rules.secrets.PartlyEncryptedSopsFile;
import dev.plimsoll.rules.secrets.PlaintextSecret;
import dev.plimsoll.rules.secrets.UnencryptedSopsFile;
import dev.plimsoll.rules.values.AmbiguousYamlBoolean;
import dev.plimsoll.rules.values.DuplicateKey;
import dev.plimsoll.rules.values.EnvironmentKeyMissing;
import dev.plimsoll.rules.values.ListReplaced;
import dev.plimsoll.rules.values.LossyYamlNumber;
import dev.plimsoll.rules.values.MultiDocumentValues;
import dev.plimsoll.rules.values.RedundantOverride;
import dev.plimsoll.rules.values.UnknownValuesKey;
import dev.plimsoll.rules.values.ValuesTypeChanged;
import dev.plimsoll.rules.values.VersionDependentNull;
import dev.plimsoll.values.HelmVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What Plimsoll knows to check. */
public final class BuiltInRules {

  private static final String INDEX = "catalog.tsv";

  private BuiltInRules() {}

  /**
   * Every built-in rule, also those whose diagnostics come from the engine's own readers. Read from
   * a generated index; every call reads it again.
   */
  public static RuleCatalog catalog() {
    return new RuleCatalog(CatalogIndex.read(resource(INDEX)));
  }

  /** The rules that look at a whole estate, sorted by id. */
  public static List<Rule> rules() {
    return List.of(
        new AmbiguousYamlBoolean(),
        new BareRepositoryUrl(),
        new CyclicReleaseNeeds(),
        new DisabledReleaseValidation(),
        new DuplicateKey(),
        new EnvironmentKeyMissing(),
        new ForcedReleaseReplacement(),
        new InconsistentReleaseCluster(),
        new InsecureChartRepository(),
        new ListReplaced(),
        new LossyYamlNumber(),
        new MissingReleaseSafeguards(),
        new MultiDocumentValues(),
        new NestedValuesKey(),
        new OpaqueSecretsExtension(),
        new OpenEnvironmentName(),
        new PartlyEncryptedSopsFile(),
        new PlaintextSecret(),
        new RedundantOverride(),
        new ReleaseHookRunsShell(),
        new ReleaseInTwoHelmfiles(),
        new ReleaseWithoutNamespace(),
        new ReplacedHelmfileList(),
        new ShadowedKubeContext(),
        new UnencryptedSopsFile(),
        new UninstalledReleaseNeed(),
        new UnknownReleaseNeed(),
        new UnknownValuesKey(),
        new UnpinnedChartVersion(),
        new UnrenderedValuesTemplate(),
        new ValuesTypeChanged(),
        new VersionDependentNull());
  }

  /**
   * What in an estate is a secret and stands in clear text, whatever a project makes of the rules
   * that say so.
   */
  public static List<Diagnostic> secrets(Estate estate, HelmVersion helm) {
    RuleCatalog catalog = catalog();
    List<Diagnostic> found = new ArrayList<>();
    for (Rule rule :
        List.of(new PartlyEncryptedSopsFile(), new PlaintextSecret(), new UnencryptedSopsFile())) {
      RuleParameters parameters = RuleParameters.defaults(catalog.find(rule.id()).orElseThrow());
      rule.check(new RuleContext(estate, helm, parameters), found::add);
    }
    return found;
  }

  /** A workspace that the rule finds fault with; see {@link #good}. */
  public static String bad(RuleMetadata rule) {
    return example(rule, "bad.yaml");
  }

  /**
   * A workspace like {@link #bad} that the rule is content with: several files, each after a line
   * {@code # file: <path>}.
   */
  public static String good(RuleMetadata rule) {
    return example(rule, "good.yaml");
  }

  private static String example(RuleMetadata rule, String file) {
    String text = resource("catalog/" + rule.category() + "/" + rule.id() + "/" + file);
    // Markers are for the test that runs the examples.
    return text.replaceAll("(?m)^ *# (?:expect|mark): .*\\R", "")
        .replaceAll(" *# (?:expect|mark): .*", "");
  }

  private static String resource(String name) {
    try (InputStream in = BuiltInRules.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The catalogue has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
