package dev.plimsoll.lsp.feature;

import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.lsp.feature.Layers.TemplateUse;
import dev.plimsoll.lsp.feature.Layers.Use;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValueHistory;
import dev.plimsoll.values.ValuePath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.Position;

/** What could be typed next. */
public final class CompletionFeature {

  private static final Pattern FIELD = Pattern.compile("([$]?[\\w$]*)((?:\\.\\w*)+)$");
  private static final Pattern NAME_ARGUMENT =
      Pattern.compile("(?:include|template|block)\\s+\"([^\"]*)$");
  private static final Pattern WORD = Pattern.compile("\\w*$");

  private final Context context;
  private final Layers layers;
  private final CompletionItems items;

  public CompletionFeature(Context context) {
    this.context = context;
    this.layers = new Layers(context);
    this.items = new CompletionItems(context);
  }

  public CompletionList at(Position position) {
    int offset = context.offset(position);
    if (isInAction(offset)) {
      template(offset);
    } else if (Documents.isTemplate(context)) {
      new KubernetesWords(context).complete(offset, items);
    } else {
      yaml(offset);
    }
    return new CompletionList(false, items.all());
  }

  private boolean isInAction(int offset) {
    String text = context.source().text();
    int open = text.lastIndexOf("{{", Math.max(0, offset - 1));
    return open >= 0 && open + 2 <= offset && text.lastIndexOf("}}", offset - 1) < open;
  }

  private void template(int offset) {
    String text = context.source().text();
    String before = text.substring(text.lastIndexOf("{{", offset - 1) + 2, offset);
    Matcher argument = NAME_ARGUMENT.matcher(before);
    if (argument.find()) {
      Span typed = new Span(offset - argument.group(1).length(), offset);
      for (NamedTemplates.Definition each : new NamedTemplates(context).all()) {
        items.word(each.name(), CompletionItemKind.Function, each.place().toString(), typed);
      }
      return;
    }
    Matcher field = FIELD.matcher(before);
    if (field.find()) {
      fields(offset, field.group(1), field.group(2));
      return;
    }
    Matcher word = WORD.matcher(before);
    Span typed = new Span(word.find() ? offset - word.group().length() : offset, offset);
    for (String name : Functions.names()) {
      items.word(name, CompletionItemKind.Function, Functions.signature(name).orElse(""), typed);
    }
  }

  private void fields(int offset, String of, String steps) {
    List<String> names = List.of(steps.substring(1).split("\\.", -1));
    Span typed = new Span(offset - names.getLast().length(), offset);
    List<String> above = names.subList(0, names.size() - 1);
    Optional<ValuePath> dot =
        of.isEmpty()
            ? TemplateScan.of(closed(offset))
                .dotAt(offset)
                .flatMap(found -> Optional.ofNullable(found.path()))
            : Optional.empty();
    if (dot.isPresent()) {
      ValuePath path = dot.get();
      for (String step : above) {
        path = path.key(step);
      }
      valuesOfTemplate(path, typed);
    } else if (!above.isEmpty() && above.getFirst().equals("Values")) {
      ValuePath path = ValuePath.ROOT;
      for (String step : above.subList(1, above.size())) {
        path = path.key(step);
      }
      valuesOfTemplate(path, typed);
    } else {
      String prefix = above.isEmpty() ? "." : "." + String.join(".", above) + ".";
      Functions.builtIns()
          .forEach((path, text) -> {
            if (path.startsWith(prefix) && path.indexOf('.', prefix.length()) < 0) {
              items.word(path.substring(prefix.length()), CompletionItemKind.Field, text, typed);
            }
          });
    }
  }

  /** The text with the action that is being typed left out, so that what is around it is seen. */
  private SourceFile closed(int offset) {
    String text = context.source().text();
    int open = text.lastIndexOf("{{", offset - 1);
    int end = text.indexOf("}}", offset);
    int line = text.indexOf('\n', offset);
    boolean isClosed = end >= 0 && (line < 0 || end < line);
    int stop = isClosed ? end + 2 : offset;
    return new SourceFile(
        context.path(), text.substring(0, open) + " ".repeat(stop - open) + text.substring(stop));
  }

  private void valuesOfTemplate(ValuePath path, Span typed) {
    for (TemplateUse use : layers.ofTemplate(context.path())) {
      keys(use.release(), use.scope().join(path), typed, "");
    }
  }

  private void yaml(int offset) {
    YamlTyping typing = YamlTyping.at(context.source(), offset);
    if (Documents.isHelmfile(context)) {
      HelmfileWords.complete(context, typing, items);
      return;
    }
    if (Documents.isRule(context) && CelWords.isExpression(typing.path())) {
      new CelWords(context).complete(offset, items);
      return;
    }
    Optional<SchemaWords> schema = SchemaWords.of(context);
    if (schema.isPresent()) {
      schema.get().complete(typing, items);
      return;
    }
    for (Use use : layers.ofValues(context.path())) {
      ValuePath path = use.absolute(typing.path());
      if (typing.isValue()) {
        Schemas.facts(use.release(), path).ifPresent(facts -> items.values(facts, typing.typed()));
      } else {
        keys(use.release(), path, typing.typed(), ": ");
      }
    }
    if (!typing.isValue()) {
      items.remove(typing.siblings());
    }
  }

  /** The keys of a map: those of schemas, then those that any layer or template knows. */
  private void keys(ReleaseInstance release, ValuePath path, Span typed, String suffix) {
    Schemas.keys(release, path).forEach(key -> items.key(key, suffix, typed));
    MapValue shown = context.analysed().secrets().mask(release.effective().values());
    Optional<Value> here = path.in(shown);
    if (here.isPresent() && here.get() instanceof MapValue map) {
      map.entries()
          .forEach((key, value) -> {
            if (!isTyped(release, path.key(key), typed)) {
              items.key(key, suffix, ValueWords.of(value), typed);
            }
          });
    }
    TemplateKeys.of(context, release, path, typed)
        .forEach(key -> items.key(key, suffix, "read by templates", typed));
  }

  /** Whether a key is known from nowhere but the very place that is being typed at. */
  private boolean isTyped(ReleaseInstance release, ValuePath path, Span typed) {
    return ValueHistory.of(release.effective().values(), path).entries().stream()
        .map(entry -> entry.value().origin().keyLocation())
        .allMatch(place ->
            place.file().path().equals(context.path()) && place.span().start() == typed.start());
  }
}
