package dev.plimsoll.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.Analyzer;
import dev.plimsoll.cel.rule.ObjectRuleSource;
import dev.plimsoll.cel.rule.VapExport;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.project.ProjectLoader;
import dev.plimsoll.project.RuleFile;
import dev.plimsoll.project.RuleFileReader;
import dev.plimsoll.rule.RuleParameters;
import dev.plimsoll.rules.example.ExampleWorkspace;
import dev.plimsoll.source.MemoryFileTree;
import dev.plimsoll.yaml.YamlParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule and the policy that it is exported as say the same of the rule's own examples. */
final class VapExportTest {

  /** The project file of an example. */
  private static final Pattern PROJECT =
      Pattern.compile("# file: plimsoll.yaml\n(.*?)(?=# file: |\\z)", Pattern.DOTALL);

  static List<RuleFolder> rulesInCel() {
    return RuleFolder.all().stream().filter(folder -> folder.compiled().isPresent()).toList();
  }

  @ParameterizedTest
  @MethodSource("rulesInCel")
  void thePolicySaysWhatTheRuleSays(RuleFolder folder) {
    String policy =
        "# file: policy.yaml\n"
            + exported(folder)
            + """
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicyBinding
            metadata: {name: exported}
            spec:
              policyName: %s
              validationActions: [Deny]
            # file: plimsoll.yaml
            apiVersion: plimsoll.dev/v1
            kind: Project
            admissionPolicies: [policy.yaml]
            """
                .formatted(folder.name());

    assertThat(messages(policy, folder.read("good.yaml"))).isEmpty();
    assertThat(messages(policy, folder.read("bad.yaml"))).isNotEmpty();
  }

  private static String exported(RuleFolder folder) {
    RuleFile file =
        RuleFileReader.read(YamlParser.parse(BuiltInRules.file(folder.metadata())), _ -> {})
            .orElseThrow();
    ObjectRuleSource source = file.expressions().orElseThrow();
    return switch (VapExport.export(source, parameters(folder))) {
      case VapExport.Result.Written(String yaml) -> yaml;
      case VapExport.Result.Refused(String why) -> throw new AssertionError(why);
    };
  }

  /** As the bad example sets them. */
  private static Map<String, Object> parameters(RuleFolder folder) {
    Map<String, Object> values = new HashMap<>(RuleParameters.defaults(folder.metadata()).values());
    String project =
        PROJECT
            .matcher(folder.read("bad.yaml"))
            .results()
            .map(found -> found.group(1))
            .findFirst()
            .orElse("");
    new ProjectLoader(BuiltInRules.catalog(), YamlParser::parse)
        .rulePolicy(MemoryFileTree.ofTexts(Map.of("plimsoll.yaml", project)), new ArrayList<>())
        .settings()
        .forEach(setting -> values.putAll(setting.params()));
    return values;
  }

  private static List<String> messages(String policy, String example) {
    AnalysisResult result =
        ExampleWorkspace.parse(policy + PROJECT.matcher(example).replaceAll(""))
            .analyze(new Analyzer(BuiltInRules.catalog(), List.of()));
    assertThat(result.bugs()).isEmpty();
    assertThat(result.notChecked()).isEmpty();
    assertThat(result.diagnostics())
        .noneMatch(each -> each.rule().value().equals("invalid-admission-policy"));
    return result.diagnostics().stream()
        .filter(each -> each.rule().value().startsWith("vap-"))
        .map(Diagnostic::message)
        .toList();
  }
}
