package dev.plimsoll.lsp.feature;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.lsp.feature.Layers.TemplateUse;
import dev.plimsoll.lsp.feature.Layers.Use;
import dev.plimsoll.lsp.feature.TemplateScan.NameReference;
import dev.plimsoll.lsp.feature.TemplateScan.Reference;
import dev.plimsoll.lsp.feature.TemplateScan.ValueReference;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.ValueHistory;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Position;

/** From a name to where it is said, and to everything that uses it. */
public final class NavigationFeature {

  private final Context context;
  private final Layers layers;

  public NavigationFeature(Context context) {
    this.context = context;
    this.layers = new Layers(context);
  }

  /** What the cursor is on. */
  sealed interface Target {

    /** The part of the document that names it. */
    Span span();
  }

  /**
   * A value.
   *
   * @param path among the values of the charts that {@code uses} lead to
   */
  record ValueTarget(List<Use> uses, ValuePath path, Span span) implements Target {}

  /** A named template. */
  record NameTarget(String name, Span span) implements Target {}

  /** An environment or a release. */
  record ProjectTarget(ProjectNames.Kind kind, String name, Span span) implements Target {}

  /** A file or folder that is named. */
  record FileTarget(PathLinks.Link link) implements Target {

    @Override
    public Span span() {
      return link.place().span();
    }
  }

  Optional<Target> target(int offset) {
    Optional<PathLinks.Link> link =
        new PathLinks(context)
            .all().stream().filter(each -> each.place().span().touches(offset)).findFirst();
    if (link.isPresent()) {
      return link.map(FileTarget::new);
    }
    Optional<ProjectNames.Mention> named = new ProjectNames(context).at(offset);
    if (named.isPresent()) {
      return named.map(
          found -> new ProjectTarget(found.kind(), found.name(), found.place().span()));
    }
    if (Documents.isTemplate(context)) {
      return TemplateScan.of(context.source()).at(offset).flatMap(this::target);
    }
    List<Use> uses = layers.ofValues(context.path());
    return YamlPlace.entryAt(context.document().yaml(), offset)
        .filter(_ -> !uses.isEmpty())
        .map(place -> new ValueTarget(uses, place.path(), place.span()));
  }

  private Optional<Target> target(Reference reference) {
    return switch (reference) {
      case ValueReference(ValuePath path, Span span, boolean _) -> {
        List<Use> uses = new ArrayList<>();
        for (TemplateUse use : layers.ofTemplate(context.path())) {
          uses.add(new Use(use.release(), use.scope()));
        }
        yield path.steps().isEmpty() || uses.isEmpty()
            ? Optional.empty()
            : Optional.of(new ValueTarget(uses, path, span));
      }
      case NameReference(String name, Span span, boolean _) ->
          Optional.of(new NameTarget(name, span));
      case TemplateScan.FunctionReference _,
          TemplateScan.BuiltInReference _,
          TemplateScan.VariableReference _ ->
          Optional.empty();
    };
  }

  /**
   * Where a name is said: for a value, in each environment the layer that wins; from there, the
   * layer that it wins over.
   */
  public List<org.eclipse.lsp4j.Location> definition(Position position) {
    int offset = context.offset(position);
    Optional<Target> target = target(offset);
    if (target.isEmpty()) {
      return List.of();
    }
    return switch (target.get()) {
      case FileTarget(PathLinks.Link link) ->
          link.named().stream()
              .map(named ->
                  new org.eclipse.lsp4j.Location(
                      context.addresses().uri(named.file()),
                      context.adapter().range(new SourceFile(named.file(), ""), Span.at(0))))
              .toList();
      case NameTarget(String name, Span _) ->
          translated(
              new NamedTemplates(context)
                  .all().stream()
                      .filter(definition -> definition.name().equals(name))
                      .map(NamedTemplates.Definition::place)
                      .toList());
      case ProjectTarget(ProjectNames.Kind kind, String name, Span _) ->
          translated(
              new ProjectNames(context)
                  .mentions(kind, name).stream()
                      .filter(ProjectNames.Mention::isDeclaration)
                      .map(ProjectNames.Mention::place)
                      .toList());
      case ValueTarget value -> translated(definitions(value, offset));
    };
  }

  private Set<Location> definitions(ValueTarget value, int offset) {
    Set<Location> winners = new LinkedHashSet<>();
    Set<Location> below = new LinkedHashSet<>();
    List<Use> ordered = new ArrayList<>(value.uses());
    layers
        .shown(ordered.stream().map(Use::release).toList())
        .ifPresent(shown ->
            ordered.sort((one, other) ->
                Boolean.compare(other.release().equals(shown), one.release().equals(shown))));
    for (Use use : ordered) {
      List<ValueHistory.Entry> entries =
          ValueHistory.of(use.release().effective().values(), use.absolute(value.path())).entries();
      for (ValueHistory.Entry entry : entries) {
        Location place = entry.value().origin().keyLocation();
        if (isHere(place, offset)) {
          continue;
        }
        boolean isWinner = entry.equals(entries.getFirst());
        (isWinner ? winners : below).add(place);
        break;
      }
    }
    winners.addAll(below);
    return winners;
  }

  private boolean isHere(Location place, int offset) {
    return place.file().path().equals(context.path()) && place.span().touches(offset);
  }

  /** The layers that say a value, and win over the one that the cursor is on or not. */
  public List<org.eclipse.lsp4j.Location> implementation(Position position) {
    int offset = context.offset(position);
    return target(offset)
        .filter(ValueTarget.class::isInstance)
        .map(ValueTarget.class::cast)
        .map(value -> {
          List<Location> others = new ArrayList<>(layers.sayings(value.uses(), value.path()));
          others.removeIf(place -> isHere(place, offset));
          return translated(others);
        })
        .orElse(List.of());
  }

  /** Every place that names what the cursor is on. */
  public List<org.eclipse.lsp4j.Location> references(Position position, boolean withDeclaration) {
    return target(context.offset(position))
        .map(target -> translated(places(target, withDeclaration)))
        .orElse(List.of());
  }

  /** Those of them that are in this document. */
  public List<DocumentHighlight> highlights(Position position) {
    List<DocumentHighlight> highlights = new ArrayList<>();
    target(context.offset(position))
        .ifPresent(target ->
            places(target, true).stream()
                .filter(place -> place.file().path().equals(context.path()))
                .forEach(place ->
                    highlights.add(
                        new DocumentHighlight(
                            context.adapter().range(place),
                            Documents.isTemplate(context)
                                ? DocumentHighlightKind.Read
                                : DocumentHighlightKind.Write))));
    return highlights;
  }

  Collection<Location> places(Target target, boolean withDeclaration) {
    return switch (target) {
      case FileTarget(PathLinks.Link link) ->
          new PathLinks(context).to(link.file()).stream().map(PathLinks.Link::place).toList();
      case NameTarget(String name, Span _) ->
          new NamedTemplates(context).places(name, withDeclaration);
      case ProjectTarget(ProjectNames.Kind kind, String name, Span _) ->
          new ProjectNames(context)
              .mentions(kind, name).stream()
                  .filter(mention -> withDeclaration || !mention.isDeclaration())
                  .map(ProjectNames.Mention::place)
                  .toList();
      case ValueTarget value -> {
        Set<Location> places = new LinkedHashSet<>();
        if (withDeclaration) {
          places.addAll(layers.sayings(value.uses(), value.path()));
        }
        places.addAll(readings(value));
        yield places;
      }
    };
  }

  /** Where templates read a value. */
  private Set<Location> readings(ValueTarget value) {
    Map<String, Chart> charts = new LinkedHashMap<>();
    Map<String, ValuePath> paths = new LinkedHashMap<>();
    for (Use use : value.uses()) {
      ValuePath absolute = use.absolute(value.path());
      for (ReleaseInstance.ScopedLayer layer : use.release().chartDefaults()) {
        Layers.below(ValuePath.ofScope(layer.scope()), absolute)
            .filter(rest -> !rest.steps().isEmpty())
            .ifPresent(rest -> {
              String key = layer.chart().path() + "\n" + rest;
              charts.putIfAbsent(key, layer.chart());
              paths.putIfAbsent(key, rest);
            });
      }
    }
    Set<Location> places = new LinkedHashSet<>();
    charts.forEach((key, chart) -> {
      ValuePath path = paths.getOrDefault(key, ValuePath.ROOT);
      for (ChartFile file : chart.templates()) {
        context.cancel().checkCanceled();
        if (file.content() instanceof FileContent.Text(SourceFile source)) {
          places.addAll(readings(source, path));
        }
      }
    });
    return places;
  }

  static List<Location> readings(SourceFile source, ValuePath path) {
    boolean mayRead =
        path.steps().getLast() instanceof ValuePath.Key(String name)
            && source.text().contains("." + name);
    if (!mayRead) {
      return List.of();
    }
    List<Location> places = new ArrayList<>();
    for (Reference reference : TemplateScan.of(source).references()) {
      if (reference instanceof ValueReference found && found.path().equals(path)) {
        places.add(source.at(found.span()));
      }
    }
    return places;
  }

  private List<org.eclipse.lsp4j.Location> translated(Collection<Location> places) {
    return places.stream().map(context.addresses()::location).distinct().toList();
  }
}
