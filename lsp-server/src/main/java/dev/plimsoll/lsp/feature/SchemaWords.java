package dev.plimsoll.lsp.feature;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.kubernetes.ApiResource;
import dev.plimsoll.kubernetes.KubernetesSchemas;
import dev.plimsoll.project.OwnRules;
import dev.plimsoll.project.Project;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rules.BuiltInRules;
import dev.plimsoll.schema.SchemaKnowledge;
import dev.plimsoll.schema.SchemaKnowledge.KeyFacts;
import dev.plimsoll.schema.ValuesSchema;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.ValuePath;
import dev.plimsoll.yaml.YamlScalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What can be typed in a file whose form we know from a schema of ours: the project file, {@code
 * Chart.yaml} and the file of a rule. Beside what the schema says, names of the workspace are
 * known.
 */
final class SchemaWords {

  private static final String CHART = "Chart.yaml";

  private final SchemaKnowledge schema;
  private final Function<List<String>, Set<String>> names;

  private SchemaWords(SchemaKnowledge schema, Function<List<String>, Set<String>> names) {
    this.schema = schema;
    this.names = names;
  }

  private static final class OfProject {
    private static final SchemaKnowledge SCHEMA = load("plimsoll.schema.json");
  }

  private static final class OfChart {
    private static final SchemaKnowledge SCHEMA = load("chart.schema.json");
  }

  private static final class OfHelmfile {
    private static final SchemaKnowledge SCHEMA = load("helmfile.schema.json");
  }

  private static final class OfRule {
    private static final SchemaKnowledge SCHEMA = load("rule.schema.json");
  }

  /** The words for a document; empty for one whose form we do not know. */
  static Optional<SchemaWords> of(Context context) {
    if (Documents.isProject(context)) {
      return Optional.of(new SchemaWords(OfProject.SCHEMA, keys -> ofProject(context, keys)));
    }
    if (Documents.isRule(context)) {
      return Optional.of(new SchemaWords(OfRule.SCHEMA, keys -> ofRule(keys)));
    }
    String path = context.path();
    return path.substring(path.lastIndexOf('/') + 1).equals(CHART)
        ? Optional.of(new SchemaWords(OfChart.SCHEMA, keys -> ofChart(context, keys)))
        : Optional.empty();
  }

  /** What is known of the fields of helmfiles. */
  static SchemaKnowledge ofHelmfile() {
    return OfHelmfile.SCHEMA;
  }

  void complete(YamlTyping typing, CompletionItems items) {
    List<String> keys = typing.keys();
    ValuePath path = typing.path();
    boolean isItem = !path.steps().isEmpty() && path.steps().getLast() instanceof ValuePath.Index;
    if (!typing.isValue()) {
      schema.keys(path).forEach(key -> items.key(key, ": ", typing.typed()));
      if (isNamedByUsers(keys)) {
        names.apply(keys).forEach(name -> items.key(name, ": ", "", typing.typed()));
      }
      items.remove(typing.siblings());
    }
    if (typing.isValue() || isItem) {
      schema.facts(path).ifPresent(facts -> items.values(facts, typing.typed()));
      // In these files it means the same as nothing at all.
      items.remove(List.of("null"));
      names.apply(keys).forEach(name -> items.value(name, typing.typed()));
    }
  }

  /** What the schema says of a field. */
  Optional<KeyFacts> facts(ValuePath path) {
    return schema.facts(path);
  }

  /** The rule that is named at a place. */
  Optional<String> rule(YamlPlace place) {
    List<String> keys = new ArrayList<>();
    for (ValuePath.Step step : place.path().steps()) {
      if (step instanceof ValuePath.Key(String name)) {
        keys.add(name);
      }
    }
    boolean isKeyOfRule = place.isKey() && keys.size() == 2 && keys.getFirst().equals("rules");
    if (isKeyOfRule) {
      return Optional.of(keys.getLast());
    }
    boolean isValueOfRule = !place.isKey() && keys.equals(List.of("suppressions", "rule"));
    return isValueOfRule && place.node() instanceof YamlScalar scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** Whether the keys of a map are names, and not fields. */
  private static boolean isNamedByUsers(List<String> keys) {
    return keys.equals(List.of("rules")) || keys.equals(List.of("environments"));
  }

  private static Set<String> ofProject(Context context, List<String> keys) {
    Set<String> names = new TreeSet<>();
    Project project = context.analysed().result().project();
    switch (String.join(".", keys)) {
      case "rules", "suppressions.rule" ->
          OwnRules.joined(BuiltInRules.catalog(), project.ownRules()).rules().stream()
              .map(RuleMetadata::id)
              .forEach(id -> names.add(id.value()));
      case "environments", "suppressions.environment", "parity.compare" ->
          names.addAll(context.analysed().environments());
      case "suppressions.release" -> cells(context).forEach(cell -> names.add(cell.release()));
      case "environments.clusters", "suppressions.cluster" -> {
        project.clusters().forEach(cluster -> names.add(cluster.name().value()));
        cells(context).forEach(cell -> names.add(cell.cluster()));
        names.remove("");
      }
      case "releases.chart" ->
          context.analysed().result().estate().charts().forEach(chart -> names.add(chart.path()));
      default -> {
        // Nothing here is a name.
      }
    }
    return names;
  }

  private static List<Affected> cells(Context context) {
    return context.analysed().result().estate().releases().stream()
        .map(release -> release.cell())
        .toList();
  }

  private static Set<String> ofChart(Context context, List<String> keys) {
    Set<String> names = new TreeSet<>();
    String folder = context.path().substring(0, context.path().length() - CHART.length());
    for (Chart chart : context.analysed().result().estate().charts()) {
      boolean isThis = (chart.path().isEmpty() ? "" : chart.path() + "/").equals(folder);
      switch (String.join(".", keys)) {
        case "dependencies.name" -> {
          if (isThis) {
            chart.subcharts().forEach(subchart -> names.add(subchart.name()));
          } else {
            names.add(chart.name());
          }
        }
        case "dependencies.repository" -> {
          if (!isThis) {
            names.add("file://" + relative(folder, chart.path()));
          }
        }
        default -> {
          // Nothing here is a name.
        }
      }
    }
    return names;
  }

  private static Set<String> ofRule(List<String> keys) {
    Set<String> names = new TreeSet<>();
    if (keys.equals(List.of("kinds"))) {
      for (ApiResource each :
          KubernetesSchemas.ofMinor(KubernetesSchemas.minors().getLast()).resources()) {
        String group = ApiResource.group(each.apiVersion());
        names.add(group.isEmpty() ? each.kind() : group + "/" + each.kind());
      }
    }
    return names;
  }

  /** The path of a chart from a folder, which is empty or ends with a slash. */
  private static String relative(String folder, String chart) {
    String from = folder;
    StringBuilder up = new StringBuilder();
    while (!from.isEmpty() && !chart.startsWith(from)) {
      from = from.substring(0, from.lastIndexOf('/', from.length() - 2) + 1);
      up.append("../");
    }
    return up + chart.substring(from.length());
  }

  private static SchemaKnowledge load(String name) {
    try (InputStream in =
        Objects.requireNonNull(SchemaWords.class.getResourceAsStream(name), name)) {
      return ValuesSchema.of(
              new SourceFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)))
          .knowledge();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
