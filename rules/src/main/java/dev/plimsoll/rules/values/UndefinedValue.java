package dev.plimsoll.rules.values;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.render.ChartRenderer;
import dev.plimsoll.render.RenderedTemplate;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rules.template.ChartTemplates;
import dev.plimsoll.rules.template.RenderedRelease;
import dev.plimsoll.source.Location;
import dev.plimsoll.template.value.Control;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.Source.MissingKey;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An action that prints a value and wrote nothing in some render, because no layer of any release
 * of the chart defines the value. What a template tests, or gives a default, is not printed
 * plainly.
 */
public final class UndefinedValue implements Rule {

  private static final RuleId ID = new RuleId("undefined-value");

  private final ChartKnowledgeShelf charts;

  /**
   * @param charts shared by the rules that want to know charts
   */
  public UndefinedValue(ChartKnowledgeShelf charts) {
    this.charts = charts;
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    IdentityHashMap<ChartRenderer, List<ReleaseInstance>> users = new IdentityHashMap<>();
    for (ReleaseInstance release : context.estate().releases()) {
      users.computeIfAbsent(release.renderer(), _ -> new ArrayList<>()).add(release);
    }
    Search search = new Search(users, PlainActions.of(ChartTemplates.all(context.estate())));
    for (RenderedRelease release : RenderedRelease.all(context.estate())) {
      for (RenderedTemplate template : release.rendered().templates()) {
        if (!template.isNotes()) {
          search.template(release, template);
        }
      }
    }
    search.found.forEach((_, found) -> sink.report(found.diagnostic().withAffects(found.cells())));
  }

  private record Key(Location place, ValuePath path) {}

  private record Found(Diagnostic diagnostic, List<Affected> cells) {}

  private final class Search {

    private final Map<ChartRenderer, List<ReleaseInstance>> users;
    private final PlainActions actions;
    private final Map<Key, Found> found = new LinkedHashMap<>();

    Search(Map<ChartRenderer, List<ReleaseInstance>> users, PlainActions actions) {
      this.users = users;
      this.actions = actions;
    }

    void template(RenderedRelease release, RenderedTemplate template) {
      for (Control control : template.text().controls()) {
        if (!control.taken() && actions.isPlain(control.site())) {
          for (Source source : control.tested().data()) {
            if (source.in(template.values()) instanceof MissingKey missing) {
              missing(release, control.site().location(), missing);
            }
          }
        }
      }
    }

    private void missing(RenderedRelease release, Location place, MissingKey missing) {
      Optional<ValuePath> parent = path(missing.parent());
      if (parent.isEmpty() || missing.deletedBy() != null) {
        return;
      }
      ValuePath path = parent.get().key(missing.key());
      Found known = found.get(new Key(place, path));
      if (known != null) {
        known.cells().addAll(release.cells());
      } else if (isUndefined(release, path)) {
        found.put(
            new Key(place, path),
            new Found(diagnostic(place, path, missing), new ArrayList<>(release.cells())));
      }
    }

    /** Whether no release of the chart has the value, and no text of the chart promises it. */
    private boolean isUndefined(RenderedRelease release, ValuePath path) {
      ChartKnowledge knowledge = charts.of(release.release());
      String key = ((ValuePath.Key) path.steps().getLast()).name();
      return !knowledge.isDescribed(key)
          && !knowledge.isInSchema(path)
          && users.getOrDefault(release.release().renderer(), List.of()).stream()
              .allMatch(user -> isMissing(user.effective().values(), path));
    }

    private static boolean isMissing(Value root, ValuePath path) {
      return path.in(root)
          .filter(value -> !(value instanceof ScalarValue(GoScalar.Nil _, _, _)))
          .isEmpty();
    }

    private static Diagnostic diagnostic(Location place, ValuePath path, MissingKey missing) {
      List<String> names =
          missing.parent().value() instanceof MapValue map
              ? List.copyOf(map.entries().keySet())
              : List.of();
      String meant =
          NearestName.of(missing.key(), names)
              .map(name -> "; did you mean `" + name + "`?")
              .orElse("; give it a default in `values.yaml`, or test it with `if`.");
      Diagnostic diagnostic =
          Diagnostic.of(
              ID,
              place,
              "This prints `%s`, which no layer defines, so nothing is written here%s"
                  .formatted(path, meant));
      return missing.parent().parent() == null
          ? diagnostic
          : diagnostic.withRelated(
              RelatedLocation.Role.DEFINITION,
              missing.parent().origin().keyLocation(),
              "The map that lacks it is here.");
    }

    /** The way to a node from the root of all values; empty below a list. */
    private static Optional<ValuePath> path(ValuesNode node) {
      List<ValuePath.Step> steps = new ArrayList<>();
      for (ValuesNode at = node; at.parent() != null; at = parent(at)) {
        if (!(parent(at).value() instanceof MapValue)) {
          return Optional.empty();
        }
        steps.addFirst(new ValuePath.Key(at.step()));
      }
      return Optional.of(new ValuePath(steps));
    }

    private static ValuesNode parent(ValuesNode node) {
      return Objects.requireNonNull(node.parent());
    }
  }
}
