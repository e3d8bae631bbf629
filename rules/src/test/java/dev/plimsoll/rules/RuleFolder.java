package dev.plimsoll.rules;

import dev.plimsoll.cel.compile.CelProblem;
import dev.plimsoll.cel.rule.ObjectRule;
import dev.plimsoll.cel.rule.ObjectRuleSource;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.project.RuleFile;
import dev.plimsoll.project.RuleFileReader;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A rule's folder in the source tree: {@code rules/catalog/<category>/<rule-id>}. */
record RuleFolder(String category, String name) {

  private static final Path CATALOG = Repository.ROOT.resolve("rules/catalog");
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "aliases",
          "category",
          "severity",
          "summary",
          "why",
          "fine",
          "links",
          "parameters",
          "fixable");

  /** What a rule may say besides; all but the first for rules in CEL. */
  private static final Set<String> MORE_FIELDS =
      Set.of("tag", "kinds", "each", "pods", "matchConditions", "variables", "validations");

  /** The categories of rules that say whether objects are fit for production. */
  private static final Set<String> OF_OBJECTS =
      Set.of("capacity", "network", "rbac", "supply-chain", "workload");

  /** Whether a rule judges objects, and not what somebody wrote by mistake. */
  static boolean isOfObjects(RuleId rule) {
    return OF_OBJECTS.contains(BuiltInRules.catalog().find(rule).orElseThrow().category());
  }

  /** Every folder of the catalogue, sorted by rule id. */
  static List<RuleFolder> all() {
    try (Stream<Path> files = Files.walk(CATALOG, 3)) {
      return files
          .filter(file -> file.getFileName().toString().equals("rule.yaml"))
          .map(file -> CATALOG.relativize(file))
          .map(file -> new RuleFolder(file.getName(0).toString(), file.getName(1).toString()))
          .sorted((a, b) -> a.name().compareTo(b.name()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return CATALOG.resolve(category, name);
  }

  String read(String file) {
    return Repository.read(path().resolve(file));
  }

  /** What {@code rule.yaml} says; anything that is not of its form fails. */
  RuleMetadata metadata() {
    RuleFile file = file();
    YamlMapping root = (YamlMapping) Objects.requireNonNull(yaml().firstRoot());
    Set<String> fields = new TreeSet<>();
    root.entries().forEach(entry -> fields.add(entry.keyText().orElseThrow()));
    fields.removeAll(MORE_FIELDS);
    if (!fields.equals(FIELDS)) {
      throw new AssertionError(path() + " has the fields " + fields + " instead of " + FIELDS);
    }
    return file.metadata();
  }

  /** The rule compiled; empty if it is written in Java. */
  Optional<ObjectRule> compiled() {
    return file().expressions().map(this::compiled);
  }

  private ObjectRule compiled(ObjectRuleSource source) {
    return switch (source.compile()) {
      case ObjectRuleSource.Result.Compiled(ObjectRule rule) -> rule;
      case ObjectRuleSource.Result.Refused(List<CelProblem> problems) -> {
        List<String> said = new ArrayList<>();
        for (CelProblem problem : problems) {
          said.add(problem.text().text() + " at " + problem.offset() + ": " + problem.message());
        }
        throw new AssertionError(path() + ": " + said);
      }
    };
  }

  private RuleFile file() {
    List<Diagnostic> problems = new ArrayList<>();
    return RuleFileReader.read(yaml(), problems::add)
        .orElseThrow(() -> new AssertionError(path() + ": " + problems));
  }

  private YamlFile yaml() {
    return YamlParser.parse(new SourceFile(path() + "/rule.yaml", read("rule.yaml")));
  }
}
