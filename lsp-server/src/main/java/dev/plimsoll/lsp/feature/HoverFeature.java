package dev.plimsoll.lsp.feature;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.AffectsText;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.lsp.feature.Layers.TemplateUse;
import dev.plimsoll.lsp.feature.Layers.Use;
import dev.plimsoll.lsp.feature.TemplateScan.BuiltInReference;
import dev.plimsoll.lsp.feature.TemplateScan.FunctionReference;
import dev.plimsoll.lsp.feature.TemplateScan.NameReference;
import dev.plimsoll.lsp.feature.TemplateScan.Reference;
import dev.plimsoll.lsp.feature.TemplateScan.ValueReference;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.schema.SchemaKnowledge.KeyFacts;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ValueHistory;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.jspecify.annotations.Nullable;

/** What a value is in each environment, why, and what it does. */
public final class HoverFeature {

  private final Context context;
  private final Layers layers;

  public HoverFeature(Context context) {
    this.context = context;
    this.layers = new Layers(context);
  }

  /** Null where there is nothing to say. */
  public @Nullable Hover at(Position position) {
    int offset = context.offset(position);
    Optional<ProjectNames.Mention> named = new ProjectNames(context).at(offset);
    if (named.isPresent()) {
      return hover(new ReleaseWords(context).of(named.get()), named.get().place().span());
    }
    if (Documents.isTemplate(context) || Documents.isHelmfile(context)) {
      return template(offset);
    }
    Optional<YamlPlace> place = YamlPlace.entryAt(context.document().yaml(), offset);
    List<Use> uses = layers.ofValues(context.path());
    if (place.isEmpty()) {
      return null;
    }
    Optional<CelWords.Described> cel = cel(place.get(), offset);
    if (cel.isPresent()) {
      return hover(cel.get().text(), cel.get().span());
    }
    Optional<String> text =
        uses.isEmpty() ? known(place.get()) : Optional.of(values(uses, place.get().path()));
    return text.map(said -> hover(said, place.get().span())).orElse(null);
  }

  /** What is known of a field of the project file or of {@code Chart.yaml}, or of a rule there. */
  private Optional<String> known(YamlPlace place) {
    Optional<SchemaWords> schema = SchemaWords.of(context);
    return schema
        .flatMap(words -> words.rule(place))
        .flatMap(id -> RuleWords.find(id, List.of(context.analysed())))
        .map(RuleWords::of)
        .or(() ->
            schema
                .flatMap(words -> words.facts(place.path()))
                .map(facts -> "`" + place.path() + "`\n\n" + HoverText.facts(facts)));
  }

  private Optional<CelWords.Described> cel(YamlPlace place, int offset) {
    return Documents.isRule(context) && !place.isKey() && CelWords.isExpression(place.path())
        ? new CelWords(context).describe(offset)
        : Optional.empty();
  }

  private @Nullable Hover template(int offset) {
    Optional<Reference> found = TemplateScan.of(context.source()).at(offset);
    if (found.isEmpty() && Documents.isHelmfile(context)) {
      return new HelmfileHover(context)
          .at(offset)
          .map(field -> hover(field.text(), field.span()))
          .orElse(null);
    }
    if (found.isEmpty()) {
      return new KubernetesWords(context)
          .describe(offset)
          .map(field -> hover(field.text(), field.span()))
          .orElse(null);
    }
    return switch (found.get()) {
      case ValueReference(ValuePath path, Span span, boolean _) -> {
        List<Use> uses = new ArrayList<>();
        for (TemplateUse use : layers.ofTemplate(context.path())) {
          uses.add(new Use(use.release(), use.scope()));
        }
        if (path.steps().isEmpty()) {
          yield null;
        }
        yield uses.isEmpty()
            ? new HelmfileHover(context).value(path).map(text -> hover(text, span)).orElse(null)
            : hover(values(uses, path), span);
      }
      case FunctionReference(String name, Span span) ->
          Functions.signature(name)
              .map(signature -> hover("```\n" + signature + "\n```", span))
              .orElse(null);
      case NameReference(String name, Span span, boolean _) -> named(name, span);
      case BuiltInReference(String path, Span span) ->
          Functions.builtIn(path).map(text -> hover(text, span)).orElse(null);
      case TemplateScan.VariableReference _ -> null;
    };
  }

  private @Nullable Hover named(String name, Span span) {
    for (NamedTemplates.Definition definition : new NamedTemplates(context).all()) {
      if (definition.name().equals(name)) {
        return hover(
            "Named template of "
                + HoverText.link(context, definition.place())
                + "\n\n```\n"
                + definition.text()
                + "\n```",
            span);
      }
    }
    return null;
  }

  private Hover hover(String text, Span span) {
    Hover hover = new Hover(new MarkupContent(MarkupKind.MARKDOWN, text));
    hover.setRange(context.adapter().range(context.source(), span));
    return hover;
  }

  private String values(List<Use> uses, ValuePath path) {
    StringBuilder text = new StringBuilder("`" + path + "`\n");
    chains(uses, path)
        .forEach((chain, cells) ->
            text.append("\n**").append(AffectsText.of(cells)).append("**\n\n").append(chain));
    facts(uses, path).ifPresent(facts -> text.append('\n').append(HoverText.facts(facts)));
    return text.append(fields(uses, path)).toString();
  }

  /** Each chain once, with the cells that have it. */
  private Map<String, List<Affected>> chains(List<Use> uses, ValuePath path) {
    Map<String, List<Affected>> chains = new LinkedHashMap<>();
    for (Use use : uses) {
      context.cancel().checkCanceled();
      MapValue values = context.analysed().secrets().mask(use.release().effective().values());
      ValueHistory history = ValueHistory.of(values, use.absolute(path));
      chains.computeIfAbsent(chain(history), _ -> new ArrayList<>()).add(use.release().cell());
    }
    return chains;
  }

  private String chain(ValueHistory history) {
    if (history.entries().isEmpty()) {
      return "- no layer says it\n";
    }
    StringBuilder text = new StringBuilder();
    for (ValueHistory.Entry entry : history.entries()) {
      String said =
          "`"
              + ValueWords.of(entry.value())
              + "` from "
              + HoverText.link(context, entry.location());
      text.append("- ")
          .append(
              switch (entry.state()) {
                case WON -> said;
                case MERGED -> said + ", merged";
                case LOST -> "~~" + said + "~~";
                case DELETED -> "~~" + said + "~~, deleted";
              })
          .append('\n');
    }
    return text.toString();
  }

  private Optional<KeyFacts> facts(List<Use> uses, ValuePath path) {
    for (Use use : uses) {
      Optional<KeyFacts> facts = Schemas.facts(use.release(), use.absolute(path));
      if (facts.isPresent()) {
        return facts;
      }
    }
    return Optional.empty();
  }

  /** The fields of manifests that the value decides, for the environment that is shown. */
  private String fields(List<Use> uses, ValuePath path) {
    Optional<ReleaseInstance> shown = layers.shown(uses.stream().map(Use::release).toList());
    Optional<RenderedChart> rendered = shown.flatMap(ReleaseInstance::rendered);
    if (rendered.isEmpty()) {
      return "";
    }
    Use use =
        uses.stream().filter(each -> each.release().equals(shown.get())).findFirst().orElseThrow();
    return use.absolute(path)
        .in(use.release().effective().values())
        .map(value ->
            ManifestFields.describe(rendered.get(), value.origin().location(), context.cancel()))
        .orElse("");
  }
}
