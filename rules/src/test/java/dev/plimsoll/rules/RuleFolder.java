package dev.plimsoll.rules;

import dev.plimsoll.cel.compile.CelProblem;
import dev.plimsoll.cel.compile.CelText;
import dev.plimsoll.cel.compile.RuleCompiler;
import dev.plimsoll.cel.compile.RuleSource;
import dev.plimsoll.cel.program.CelRule;
import dev.plimsoll.cel.rule.Each;
import dev.plimsoll.cel.rule.ObjectRule;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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

  /** What a rule in CEL says besides. */
  private static final Set<String> CEL_FIELDS =
      Set.of("kinds", "each", "pods", "matchConditions", "variables", "validations");

  /** The categories of rules that say whether objects are fit for production. */
  private static final Set<String> OF_OBJECTS =
      Set.of("network", "rbac", "supply-chain", "workload");

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
    Map<String, Object> rule = yaml();
    Set<String> fields = new TreeSet<>(rule.keySet());
    fields.removeAll(CEL_FIELDS);
    if (!fields.equals(FIELDS)) {
      throw new AssertionError(path() + " has the fields " + fields + " instead of " + FIELDS);
    }
    return new RuleMetadata(
        new RuleId(text(rule, "id")),
        texts(field(rule, "aliases")),
        text(rule, "category"),
        severities(map(field(rule, "severity"))),
        text(rule, "summary"),
        text(rule, "why"),
        text(rule, "fine"),
        texts(field(rule, "links")),
        parameters(field(rule, "parameters")),
        (Boolean) field(rule, "fixable"));
  }

  /** The rule compiled; empty if it is written in Java. */
  Optional<ObjectRule> compiled() {
    Map<String, Object> rule = yaml();
    if (!rule.containsKey("validations")) {
      return Optional.empty();
    }
    Each each = Each.parse((String) rule.getOrDefault("each", "object")).orElseThrow();
    List<RuleSource.Validation> validations = new ArrayList<>();
    List<List<String>> places = new ArrayList<>();
    for (Object item : (List<?>) field(rule, "validations")) {
      Map<String, Object> validation = map(item);
      validations.add(
          new RuleSource.Validation(
              CelText.of(text(validation, "expression")),
              Optional.ofNullable((String) validation.get("message")),
              Optional.ofNullable((String) validation.get("messageExpression"))
                  .map(text -> CelText.of(text.strip())),
              Optional.empty()));
      places.add(texts(validation.getOrDefault("at", List.of())));
    }
    RuleSource source =
        new RuleSource(
            named(rule.getOrDefault("matchConditions", List.of())),
            named(rule.getOrDefault("variables", List.of())),
            validations);
    return Optional.of(
        new ObjectRule(
            new RuleId(name),
            each,
            "long-running".equals(rule.get("pods")),
            texts(rule.getOrDefault("kinds", List.of())),
            compiled(each, source),
            places));
  }

  private CelRule compiled(Each each, RuleSource source) {
    return switch (RuleCompiler.compile(each.scope(), source)) {
      case RuleCompiler.Result.Compiled(CelRule rule) -> rule;
      case RuleCompiler.Result.Refused(List<CelProblem> problems) -> {
        List<String> said = new ArrayList<>();
        for (CelProblem problem : problems) {
          said.add(problem.text().text() + " at " + problem.offset() + ": " + problem.message());
        }
        throw new AssertionError(path() + ": " + said);
      }
    };
  }

  private static List<RuleSource.Named> named(Object list) {
    List<RuleSource.Named> named = new ArrayList<>();
    for (Object item : (List<?>) list) {
      Map<String, Object> each = map(item);
      named.add(new RuleSource.Named(text(each, "name"), CelText.of(text(each, "expression"))));
    }
    return named;
  }

  private Map<String, Object> yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return map(new Yaml(new SafeConstructor(options)).load(read("rule.yaml")));
  }

  private static Map<Profile, Severity> severities(Map<String, Object> labels) {
    Map<Profile, Severity> severities = new EnumMap<>(Profile.class);
    labels.forEach((profile, severity) ->
        severities.put(
            Profile.parse(profile).orElseThrow(),
            Severity.parse(severity.toString()).orElseThrow()));
    return severities;
  }

  private static List<RuleMetadata.Parameter> parameters(Object value) {
    List<RuleMetadata.Parameter> parameters = new ArrayList<>();
    for (Object item : (List<?>) value) {
      Map<String, Object> parameter = map(item);
      parameters.add(
          new RuleMetadata.Parameter(
              text(parameter, "name"),
              text(parameter, "type"),
              field(parameter, "default").toString(),
              text(parameter, "description")));
    }
    return parameters;
  }

  private static Map<String, Object> map(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((key, item) -> map.put((String) key, item));
    return map;
  }

  private static String text(Map<String, Object> map, String key) {
    return ((String) field(map, key)).strip();
  }

  private static Object field(Map<String, Object> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  private static List<String> texts(Object value) {
    return ((List<?>) value).stream().map(String.class::cast).toList();
  }
}
