package dev.plimsoll.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rule.RuleParameters;
import dev.plimsoll.testkit.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every rule of the catalogue to the same form. */
class CatalogTest {

  private static final Path INDEX =
      Repository.ROOT.resolve("rules/src/main/resources/dev/plimsoll/rules/catalog.tsv");
  private static final Path COMPILED = INDEX.resolveSibling("compiled-rules.tsv");
  private static final Pattern ALIAS = Pattern.compile("[a-z0-9-]+:[A-Za-z0-9._-]+");
  private static final Set<String> CATEGORIES =
      Set.of(
          "values",
          "secrets",
          "capacity",
          "chart",
          "project",
          "helmfile",
          "template",
          "workload",
          "network",
          "object",
          "rbac",
          "supply-chain");

  /** A name that reads as advice says what to do and not what is wrong. */
  private static final Pattern REMEDY =
      Pattern.compile(
          "(?:avoid|do-not|dont|no|use|prefer|require|disallow|forbid|must|should|set)-.*");

  private static final Pattern NAMED_IN_CODE = Pattern.compile("new RuleId\\(\\s*\"([^\"]+)\"\\)");

  static List<RuleFolder> folders() {
    return RuleFolder.all();
  }

  /**
   * Java keeps and reads a text of Latin letters alone at half the cost, and every start reads it.
   */
  @Test
  void theIndexIsLatin() throws IOException {
    assertThat(Files.readString(INDEX).chars().filter(letter -> letter > 0xFF)).isEmpty();
  }

  @Test
  void theIndexSaysWhatTheFoldersSay() {
    GoldenFile.verify(
        INDEX, CatalogIndex.write(folders().stream().map(RuleFolder::metadata).toList()));

    assertThat(BuiltInRules.catalog().rules())
        .isEqualTo(folders().stream().map(RuleFolder::metadata).toList());
  }

  @Test
  void theRulesInCelAreCompiledAsTheFoldersSay() {
    GoldenFile.verify(
        COMPILED,
        CompiledRules.write(folders().stream().flatMap(each -> each.compiled().stream()).toList()));
  }

  @Test
  void idsAreUniqueAndSorted() {
    assertThat(folders())
        .extracting(RuleFolder::name)
        .hasSizeGreaterThan(50)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void aRuleIsNamedLikeItsFolder(RuleFolder folder) {
    RuleMetadata rule = folder.metadata();

    assertThat(rule.id().value()).isEqualTo(folder.name());
    assertThat(rule.category()).isEqualTo(folder.category()).isIn(CATEGORIES);
    assertThat(folder.name()).as("names the problem, not the remedy").doesNotMatch(REMEDY);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void aRuleExplainsItself(RuleFolder folder) {
    RuleMetadata rule = folder.metadata();

    assertThat(List.of(rule.summary(), rule.why(), rule.fine()))
        .allSatisfy(text ->
            assertThat(text)
                .matches("(?s)[A-Z`].*\\.")
                .doesNotContain("\t", "\n", "e.g.", "i.e.")
                .matches(line -> line.chars().filter(c -> c == '`').count() % 2 == 0));
    assertThat(rule.summary()).as("one sentence").doesNotContainPattern("\\. [A-Z]");
    assertThat(rule.links()).allMatch(link -> link.matches("https://\\S+"));
    assertThat(rule.severities()).as("on somewhere").isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void aliasesNameTheToolAndItsCheck(RuleFolder folder) {
    assertThat(folder.metadata().aliases())
        .allMatch(alias -> ALIAS.matcher(alias).matches())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void parametersHaveReadableDefaults(RuleFolder folder) {
    RuleMetadata rule = folder.metadata();

    assertThat(RuleParameters.defaults(rule).values()).hasSize(rule.parameters().size());
    assertThat(rule.parameters())
        .allSatisfy(parameter -> assertThat(parameter.description()).matches("[A-Z`].*\\."));
  }

  @Test
  void everyIdThatTheCodeNamesIsInTheCatalogue() throws IOException {
    Set<String> named = new TreeSet<>();
    for (String module : List.of("engine", "rules")) {
      for (Path file : sources(Repository.ROOT.resolve(module + "/src/main/java"))) {
        NAMED_IN_CODE
            .matcher(Repository.read(file))
            .results()
            .forEach(match -> named.add(match.group(1)));
      }
    }
    assertThat(named).isNotEmpty();
    assertThat(folders()).extracting(RuleFolder::name).containsAll(named);
  }

  @Test
  void theListOfRulesIsSortedAndInTheCatalogue() {
    assertThat(BuiltInRules.rules()).extracting(Rule::id).isSorted().doesNotHaveDuplicates();
    assertThat(BuiltInRules.rules())
        .allSatisfy(rule -> assertThat(BuiltInRules.catalog().find(rule.id())).isPresent());
  }

  @Test
  void anUnknownNameGetsASuggestion() {
    assertThat(BuiltInRules.catalog().nearest("redundant-overide"))
        .contains(new RuleId("redundant-override"));
    assertThat(BuiltInRules.catalog().nearest("something-else-entirely")).isEmpty();
    assertThat(BuiltInRules.catalog().find("yamllint:truthy"))
        .map(RuleMetadata::id)
        .contains(new RuleId("ambiguous-yaml-boolean"));
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
