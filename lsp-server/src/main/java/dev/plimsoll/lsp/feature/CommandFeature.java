package dev.plimsoll.lsp.feature;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.lsp.workspace.Analysed;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ValueHistory;
import dev.plimsoll.values.ValuePath;
import dev.plimsoll.values.YamlPrinter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Commands that only look. Each answers with text or JSON that a client shows. */
public final class CommandFeature {

  private static final int CONTEXT_LINES = 3;

  private final List<Analysed> roots;

  /**
   * @param roots every root that has been analysed
   */
  public CommandFeature(List<Analysed> roots) {
    this.roots = roots;
  }

  /** The answer of a command; a sentence where the arguments lead nowhere. */
  public Object run(String command, List<Object> arguments) {
    List<String> texts = arguments.stream().map(CommandFeature::text).toList();
    return switch (command) {
      case Commands.EFFECTIVE_VALUES -> content(texts, VirtualUris.VALUES);
      case Commands.RENDERED_MANIFEST -> content(texts, VirtualUris.MANIFEST);
      case Commands.EXPLAIN_VALUE -> explainValue(texts);
      case Commands.EXPLAIN_RULE -> explainRule(texts);
      case Commands.COMPARE_ENVIRONMENTS -> compare(texts);
      case Commands.COMPARED_VALUES -> comparedValues(texts);
      case Commands.MATRIX -> matrix();
      default -> "There is no command `" + command + "`.";
    };
  }

  /** The names of all environments. */
  public Set<String> environments() {
    Set<String> names = new LinkedHashSet<>();
    roots.forEach(analysed -> names.addAll(analysed.environments()));
    return names;
  }

  private static String text(Object argument) {
    return switch (argument) {
      case JsonPrimitive primitive -> primitive.getAsString();
      case JsonElement element -> element.toString();
      default -> String.valueOf(argument);
    };
  }

  /** By address, or by release and environment. */
  private String content(List<String> arguments, String what) {
    if (arguments.size() == 1 && arguments.getFirst().startsWith(VirtualUris.SCHEME + ":")) {
      return new ContentFeature(roots)
          .of(arguments.getFirst())
          .orElse("There is no such release.\n");
    }
    return find(arguments)
        .map(found ->
            what.equals(VirtualUris.VALUES)
                ? ContentFeature.values(found.analysed(), found.release())
                : ContentFeature.manifest(found.analysed(), found.release()))
        .orElse("Name a release and an environment.\n");
  }

  private record Found(Analysed analysed, ReleaseInstance release) {}

  private Optional<Found> find(List<String> arguments) {
    if (arguments.size() < 2) {
      return Optional.empty();
    }
    for (Analysed analysed : roots) {
      for (ReleaseInstance release : analysed.result().estate().releases()) {
        Affected cell = release.cell();
        if (cell.release().equals(arguments.get(0))
            && cell.environment().equals(arguments.get(1))) {
          return Optional.of(new Found(analysed, release));
        }
      }
    }
    return Optional.empty();
  }

  /** Release, environment and path. */
  private String explainValue(List<String> arguments) {
    Optional<Found> found = find(arguments);
    Optional<ValuePath> path =
        arguments.size() > 2 ? ValuePath.parse(arguments.get(2)) : Optional.empty();
    if (found.isEmpty() || path.isEmpty()) {
      return "Name a release, an environment and a path such as `image.tag`.\n";
    }
    MapValue values =
        found.get().analysed().secrets().mask(found.get().release().effective().values());
    List<ValueHistory.Entry> entries = ValueHistory.of(values, path.get()).entries();
    if (entries.isEmpty()) {
      return "No layer says `" + path.get() + "`.\n";
    }
    StringBuilder text =
        new StringBuilder("`" + path.get() + "` of " + found.get().release().cell() + ":\n\n");
    for (ValueHistory.Entry entry : entries) {
      text.append("- ")
          .append(
              switch (entry.state()) {
                case WON -> "won";
                case LOST -> "lost";
                case MERGED -> "merged";
                case DELETED -> "deleted";
              })
          .append(": `")
          .append(ValueWords.of(entry.value()))
          .append("` at ")
          .append(entry.location())
          .append('\n');
    }
    return text.toString();
  }

  private String explainRule(List<String> arguments) {
    return arguments.stream()
        .findFirst()
        .flatMap(id -> RuleWords.find(id, roots))
        .map(RuleWords::of)
        .orElse("There is no such rule.\n");
  }

  /** Release and two environments. */
  private String compare(List<String> arguments) {
    Optional<Found> one = find(arguments);
    Optional<Found> two =
        arguments.size() > 2 ? find(List.of(arguments.get(0), arguments.get(2))) : Optional.empty();
    if (one.isEmpty() || two.isEmpty()) {
      return "Name a release and two environments.\n";
    }
    List<String> before = lines(one.get());
    List<String> after = lines(two.get());
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            one.get().release().cell().toString(),
            two.get().release().cell().toString(),
            before,
            DiffUtils.diff(before, after),
            CONTEXT_LINES);
    return diff.isEmpty() ? "Both have the same values.\n" : String.join("\n", diff) + "\n";
  }

  /** The documents to show beside each other, for the addresses of effective values. */
  private static Object comparedValues(List<String> arguments) {
    List<Affected> cells =
        arguments.stream()
            .map(VirtualUris::parse)
            .flatMap(Optional::stream)
            .filter(VirtualUris.Shown.Values.class::isInstance)
            .map(shown -> ((VirtualUris.Shown.Values) shown).cell())
            .toList();
    if (cells.size() != 2) {
      return "Name the addresses of two effective values.\n";
    }
    JsonArray addresses = new JsonArray();
    VirtualUris.compared(cells.getFirst(), cells.getLast()).forEach(addresses::add);
    return addresses;
  }

  private static List<String> lines(Found found) {
    return YamlPrinter.print(found.analysed().secrets().mask(found.release().effective().values()))
        .lines()
        .toList();
  }

  /** Every release in every environment, with what is wrong with it. */
  private JsonArray matrix() {
    JsonArray rows = new JsonArray();
    for (Analysed analysed : roots) {
      for (ReleaseInstance release : analysed.result().estate().releases()) {
        Affected cell = release.cell();
        JsonObject row = new JsonObject();
        row.addProperty("release", cell.release());
        row.addProperty("environment", cell.environment());
        row.addProperty("cluster", cell.cluster());
        row.addProperty("namespace", release.namespace());
        row.addProperty("chart", release.chart().path());
        row.addProperty("rendered", release.rendered().isPresent());
        row.addProperty("values", VirtualUris.values(cell));
        row.addProperty("manifest", VirtualUris.manifest(cell));
        row.addProperty(
            "diagnostics",
            analysed.result().diagnostics().stream()
                .filter(found -> found.accepted().isEmpty() && found.affects().contains(cell))
                .count());
        rows.add(row);
      }
    }
    return rows;
  }

  /**
   * What helps us to understand a bug: numbers, versions and our own messages, no name, path or
   * value of the workspace.
   */
  public String bugReport(String version, List<String> log) {
    StringBuilder text = new StringBuilder("plimsoll " + version + "\n");
    text.append("Java ").append(Runtime.version()).append('\n');
    Runtime runtime = Runtime.getRuntime();
    text.append("heap ")
        .append((runtime.totalMemory() - runtime.freeMemory()) >> 20)
        .append(" MiB of ")
        .append(runtime.maxMemory() >> 20)
        .append(" MiB\n");
    for (Analysed analysed : roots) {
      text.append("workspace: ").append(analysed.result().summary()).append('\n');
      analysed.result().bugs().forEach(bug -> text.append(bug.stackTrace()).append('\n'));
    }
    log.stream()
        .filter(message -> message.startsWith("This is a bug"))
        .forEach(message -> text.append(message).append('\n'));
    return text.toString();
  }
}
