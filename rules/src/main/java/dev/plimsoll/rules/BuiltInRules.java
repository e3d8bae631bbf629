package dev.plimsoll.rules;

import dev.plimsoll.cel.rule.ObjectRule;
import dev.plimsoll.cel.rule.ObjectRuleCheck;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ObjectIndex;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rule.RuleParameters;
import dev.plimsoll.rules.estate.EstateShelf;
import dev.plimsoll.rules.example.ExampleText;
import dev.plimsoll.rules.helmfile.RulesOfHelmfiles;
import dev.plimsoll.rules.rbac.DeployRoleWithoutNamespace;
import dev.plimsoll.rules.rbac.IncompleteDeployRole;
import dev.plimsoll.rules.secrets.PartlyEncryptedSopsFile;
import dev.plimsoll.rules.secrets.PlaintextSecret;
import dev.plimsoll.rules.secrets.UnencryptedSopsFile;
import dev.plimsoll.rules.template.DeprecatedApiVersion;
import dev.plimsoll.rules.template.DeprecatedTemplateFunction;
import dev.plimsoll.rules.template.FloatingImageTag;
import dev.plimsoll.rules.template.IgnoredResourcePolicy;
import dev.plimsoll.rules.template.IndentedDocument;
import dev.plimsoll.rules.template.InvalidObjectName;
import dev.plimsoll.rules.template.MissingWorkloadSelector;
import dev.plimsoll.rules.template.NonDeterministicOutput;
import dev.plimsoll.rules.template.RemovedApiVersion;
import dev.plimsoll.rules.template.RequiredWithoutMessage;
import dev.plimsoll.rules.template.UnknownHook;
import dev.plimsoll.rules.template.UnnoticedConfigChange;
import dev.plimsoll.rules.template.UnnoticedConfigShelf;
import dev.plimsoll.rules.template.UnservedCustomApi;
import dev.plimsoll.rules.values.AmbiguousYamlBoolean;
import dev.plimsoll.rules.values.ChartKnowledgeShelf;
import dev.plimsoll.rules.values.DuplicateKey;
import dev.plimsoll.rules.values.EnvironmentKeyMissing;
import dev.plimsoll.rules.values.ListReplaced;
import dev.plimsoll.rules.values.LossyYamlNumber;
import dev.plimsoll.rules.values.MultiDocumentValues;
import dev.plimsoll.rules.values.RedundantOverride;
import dev.plimsoll.rules.values.UndefinedValue;
import dev.plimsoll.rules.values.UnknownValuesKey;
import dev.plimsoll.rules.values.UnusedValue;
import dev.plimsoll.rules.values.ValuesTypeChanged;
import dev.plimsoll.rules.values.VersionDependentNull;
import dev.plimsoll.source.Order;
import dev.plimsoll.source.SourceFile;
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
  private static final String COMPILED = "compiled-rules.tsv";

  private BuiltInRules() {}

  /** What generated files say, read once. */
  private static final class Files {

    static final RuleCatalog CATALOG = new RuleCatalog(CatalogIndex.read(resource(INDEX)));
    static final List<ObjectRule> COMPILED_RULES = CompiledRules.read(resource(COMPILED));
  }

  /** Every built-in rule, also those whose diagnostics come from the engine's own readers. */
  public static RuleCatalog catalog() {
    return Files.CATALOG;
  }

  /** The rules that look at a whole estate, sorted by id. */
  public static List<Rule> rules() {
    EstateShelf shelf = new EstateShelf();
    ChartKnowledgeShelf charts = new ChartKnowledgeShelf();
    UnnoticedConfigShelf configs = new UnnoticedConfigShelf();
    List<Rule> others =
        List.of(
            new AmbiguousYamlBoolean(shelf),
            UnnoticedConfigChange.ofEnvironment(configs),
            new DeployRoleWithoutNamespace(),
            new DeprecatedApiVersion(),
            new DeprecatedTemplateFunction(),
            new DuplicateKey(shelf),
            new EnvironmentKeyMissing(shelf, charts),
            new IgnoredResourcePolicy(),
            new IncompleteDeployRole(),
            new IndentedDocument(),
            new InvalidObjectName(),
            new ListReplaced(shelf),
            new LossyYamlNumber(shelf),
            new MissingWorkloadSelector(),
            UnnoticedConfigChange.ofVolumes(configs),
            new MultiDocumentValues(shelf),
            new FloatingImageTag(),
            new NonDeterministicOutput(),
            new PartlyEncryptedSopsFile(shelf),
            new PlaintextSecret(shelf),
            new RedundantOverride(shelf),
            new RemovedApiVersion(),
            new RequiredWithoutMessage(),
            new UndefinedValue(charts),
            new UnencryptedSopsFile(shelf),
            new UnknownHook(),
            new UnknownValuesKey(shelf, charts),
            new UnservedCustomApi(),
            new UnusedValue(charts),
            new ValuesTypeChanged(shelf, charts),
            new VersionDependentNull(shelf));
    List<Rule> all = new ArrayList<>(others);
    all.addAll(RulesOfHelmfiles.all());
    all.addAll(RulesOfObjects.all());
    Files.COMPILED_RULES.forEach(rule -> all.add(new ObjectRuleCheck(rule)));
    all.addAll(dev.plimsoll.rules.object.ObjectRule.all());
    all.sort(Order.by(Rule::id));
    return List.copyOf(all);
  }

  /**
   * What in an estate is a secret and stands in clear text, whatever a project makes of the rules
   * that say so.
   */
  public static List<Diagnostic> secrets(Estate estate, HelmVersion helm) {
    RuleCatalog catalog = catalog();
    ObjectIndex objects = ObjectIndex.of(estate);
    EstateShelf shelf = new EstateShelf();
    List<Diagnostic> found = new ArrayList<>();
    for (Rule rule :
        List.of(
            new PartlyEncryptedSopsFile(shelf),
            new PlaintextSecret(shelf),
            new UnencryptedSopsFile(shelf))) {
      RuleParameters parameters = RuleParameters.defaults(catalog.find(rule.id()).orElseThrow());
      rule.check(new RuleContext(estate, objects, helm, parameters), found::add);
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

  /** The {@code rule.yaml} of a rule. */
  public static SourceFile file(RuleMetadata rule) {
    String path = "catalog/" + rule.category() + "/" + rule.id() + "/rule.yaml";
    return new SourceFile(path, resource(path));
  }

  private static String example(RuleMetadata rule, String file) {
    String text = resource("catalog/" + rule.category() + "/" + rule.id() + "/" + file);
    return ExampleText.withoutMarkers(text);
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
