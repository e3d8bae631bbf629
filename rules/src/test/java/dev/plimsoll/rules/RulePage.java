package dev.plimsoll.rules;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rules.example.ExampleWorkspace;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of a rule: what its folder says, and what its examples really give. */
final class RulePage {

  private final RuleFolder folder;
  private final RuleMetadata rule;
  private final StringBuilder page = new StringBuilder();

  private RulePage(RuleFolder folder) {
    this.folder = folder;
    this.rule = folder.metadata();
  }

  static String of(RuleFolder folder) {
    RulePage page = new RulePage(folder);
    page.write();
    return page.page.toString();
  }

  /** The table of all rules. */
  static String index(List<RuleFolder> folders) {
    StringBuilder index = new StringBuilder();
    index.append(
        """
        <!-- Generated from rules/catalog: change the rule there and run the tests with -Dgolden.update=true. -->
        # Rules

        What Plimsoll checks, by what it looks at. A severity is that of development / staging / production;
        `plimsoll.yaml` changes it for a project, `plimsoll explain RULE` prints a page.
        """);
    folders.stream()
        .map(RuleFolder::category)
        .distinct()
        .sorted()
        .forEach(category -> category(category, folders, index));
    return index.toString();
  }

  private static void category(String category, List<RuleFolder> folders, StringBuilder index) {
    index.append("\n## ").append(category).append("\n\n");
    index.append("| rule | finds | severity | fix |\n|---|---|---|---|\n");
    for (RuleFolder folder : folders) {
      if (folder.category().equals(category)) {
        RuleMetadata rule = folder.metadata();
        index.append(
            "| [`%s`](%s.md) | %s | %s | %s |\n"
                .formatted(
                    rule.id(),
                    rule.id(),
                    rule.summary(),
                    severities(rule).distinct().count() == 1
                        ? severities(rule).findFirst().orElseThrow()
                        : severities(rule).collect(Collectors.joining(" / ")),
                    rule.fixable() ? "yes" : ""));
      }
    }
  }

  private void write() {
    page.append(
        "<!-- Generated from rules/catalog/%s/%s: change the rule there and run the tests with -Dgolden.update=true. -->\n"
            .formatted(rule.category(), rule.id()));
    page.append("# %s\n\n%s\n".formatted(rule.id(), rule.summary()));
    example("Bad", "bad.yaml");
    output();
    example("Good", "good.yaml");
    section("Why", rule.why());
    section("When it is fine", rule.fine());
    configuration();
    if (!rule.links().isEmpty()) {
      page.append("\n## Links\n\n");
      rule.links().forEach(link -> page.append("- <").append(link).append(">\n"));
    }
  }

  private void section(String title, String text) {
    page.append("\n## %s\n\n%s\n".formatted(title, text));
  }

  private void example(String title, String file) {
    String text = file.equals("bad.yaml") ? BuiltInRules.bad(rule) : BuiltInRules.good(rule);
    page.append("\n## %s\n\n```yaml\n%s\n```\n".formatted(title, text.strip()));
  }

  private void output() {
    List<Diagnostic> found =
        BuiltInExamples.analyze(ExampleWorkspace.parse(folder.read("bad.yaml")))
            .diagnostics()
            .stream()
            .filter(diagnostic -> diagnostic.rule().equals(rule.id()))
            .toList();
    page.append("\n```console\n%s```\n".formatted(ExampleReport.of(found)));
  }

  private void configuration() {
    page.append("\n## Configuration\n\n");
    page.append("| profile | severity |\n|---|---|\n");
    for (Profile profile : Profile.values()) {
      page.append("| %s | %s |\n".formatted(profile.label(), severity(rule, profile)));
    }
    if (!rule.parameters().isEmpty()) {
      page.append("\n| parameter | type | default | meaning |\n|---|---|---|---|\n");
      for (RuleMetadata.Parameter each : rule.parameters()) {
        page.append(
            "| `%s` | %s | `%s` | %s |\n"
                .formatted(each.name(), each.type(), each.defaultValue(), each.description()));
      }
    }
    page.append("\n");
    if (!rule.aliases().isEmpty()) {
      page.append("Known elsewhere as `%s`. ".formatted(String.join("`, `", rule.aliases())));
    }
    page.append(rule.fixable() ? "`plimsoll fix` can mend it.\n" : "It is mended by hand.\n");
  }

  private static Stream<String> severities(RuleMetadata rule) {
    return Arrays.stream(Profile.values()).map(profile -> severity(rule, profile));
  }

  private static String severity(RuleMetadata rule, Profile profile) {
    return rule.severity(profile).map(Severity::label).orElse("off");
  }
}
