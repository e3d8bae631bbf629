package dev.plimsoll.lsp.feature;

import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.lsp.feature.Layers.TemplateUse;
import dev.plimsoll.lsp.feature.Layers.Use;
import dev.plimsoll.schema.SchemaKnowledge.KeyFacts;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionItemTag;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What could be typed next. */
public final class CompletionFeature {

  private static final Pattern FIELD = Pattern.compile("([$]?[\\w$]*)((?:\\.\\w*)+)$");
  private static final Pattern NAME_ARGUMENT =
      Pattern.compile("(?:include|template|block)\\s+\"([^\"]*)$");
  private static final Pattern WORD = Pattern.compile("\\w*$");

  private final Context context;
  private final Layers layers;

  public CompletionFeature(Context context) {
    this.context = context;
    this.layers = new Layers(context);
  }

  public CompletionList at(Position position) {
    int offset = context.offset(position);
    Map<String, CompletionItem> items = new LinkedHashMap<>();
    if (isInAction(offset)) {
      template(offset, items);
    } else if (!Documents.isTemplate(context)) {
      yaml(offset, items);
    }
    return new CompletionList(false, new ArrayList<>(items.values()));
  }

  private boolean isInAction(int offset) {
    String text = context.source().text();
    int open = text.lastIndexOf("{{", Math.max(0, offset - 1));
    return open >= 0 && open + 2 <= offset && text.lastIndexOf("}}", offset - 1) < open;
  }

  private void template(int offset, Map<String, CompletionItem> items) {
    String text = context.source().text();
    String before = text.substring(text.lastIndexOf("{{", offset - 1) + 2, offset);
    Matcher argument = NAME_ARGUMENT.matcher(before);
    if (argument.find()) {
      Span typed = new Span(offset - argument.group(1).length(), offset);
      for (NamedTemplates.Definition each : new NamedTemplates(context).all()) {
        add(items, item(each.name(), CompletionItemKind.Function, each.place().toString(), typed));
      }
      return;
    }
    Matcher field = FIELD.matcher(before);
    if (field.find()) {
      fields(offset, field.group(1), field.group(2), items);
      return;
    }
    Matcher word = WORD.matcher(before);
    Span typed = new Span(word.find() ? offset - word.group().length() : offset, offset);
    for (String name : Functions.names()) {
      CompletionItem item = item(name, CompletionItemKind.Function, "", typed);
      Functions.signature(name).ifPresent(item::setDetail);
      add(items, item);
    }
  }

  private void fields(int offset, String of, String steps, Map<String, CompletionItem> items) {
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
      valuesOfTemplate(path, typed, items);
    } else if (!above.isEmpty() && above.getFirst().equals("Values")) {
      ValuePath path = ValuePath.ROOT;
      for (String step : above.subList(1, above.size())) {
        path = path.key(step);
      }
      valuesOfTemplate(path, typed, items);
    } else {
      String prefix = above.isEmpty() ? "." : "." + String.join(".", above) + ".";
      Functions.builtIns()
          .forEach((path, text) -> {
            if (path.startsWith(prefix) && path.indexOf('.', prefix.length()) < 0) {
              add(
                  items,
                  item(path.substring(prefix.length()), CompletionItemKind.Field, text, typed));
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

  private void valuesOfTemplate(ValuePath path, Span typed, Map<String, CompletionItem> items) {
    for (TemplateUse use : layers.ofTemplate(context.path())) {
      keys(use.release(), Layers.join(use.scope(), path), typed, "", items);
    }
  }

  private void yaml(int offset, Map<String, CompletionItem> items) {
    YamlTyping typing = YamlTyping.at(context.source(), offset);
    if (Documents.isHelmfile(context)) {
      HelmfileWords.complete(context, typing, items);
      return;
    }
    for (Use use : layers.ofValues(context.path())) {
      if (typing.isValue()) {
        value(use.release(), use.absolute(typing.path()), typing.typed(), items);
      } else {
        keys(use.release(), use.absolute(typing.path()), typing.typed(), ": ", items);
      }
    }
    if (!typing.isValue()) {
      typing.siblings().forEach(items::remove);
    }
  }

  /** The keys of a map: those of schemas, then those that any layer or template knows. */
  private void keys(
      ReleaseInstance release,
      ValuePath path,
      Span typed,
      String suffix,
      Map<String, CompletionItem> items) {
    for (KeyFacts key : Schemas.keys(release, path)) {
      CompletionItem item =
          item(key.name(), CompletionItemKind.Property, String.join(" or ", key.types()), typed);
      item.setTextEdit(edit(typed, key.name() + suffix));
      if (!key.description().isEmpty()) {
        item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, key.description()));
      }
      if (key.deprecated()) {
        item.setTags(List.of(CompletionItemTag.Deprecated));
      }
      add(items, item);
    }
    MapValue shown = context.analysed().secrets().mask(release.effective().values());
    Optional<Value> here = path.in(shown);
    if (here.isPresent() && here.get() instanceof MapValue map) {
      map.entries()
          .forEach((key, value) -> {
            CompletionItem item =
                item(key, CompletionItemKind.Property, ValueWords.of(value), typed);
            item.setTextEdit(edit(typed, key + suffix));
            add(items, item);
          });
    }
    for (String key : TemplateKeys.of(context, release, path)) {
      CompletionItem item = item(key, CompletionItemKind.Property, "read by templates", typed);
      item.setTextEdit(edit(typed, key + suffix));
      add(items, item);
    }
  }

  private void value(
      ReleaseInstance release, ValuePath path, Span typed, Map<String, CompletionItem> items) {
    Set<String> texts = new LinkedHashSet<>();
    Optional<KeyFacts> facts = Schemas.facts(release, path);
    facts.ifPresent(found -> {
      texts.addAll(found.allowed());
      if (found.types().contains("boolean")) {
        texts.addAll(List.of("true", "false"));
      }
      found.defaultValue().filter(value -> !value.startsWith("{")).ifPresent(texts::add);
    });
    for (String text : texts) {
      String plain = plain(text);
      add(items, item(plain, CompletionItemKind.Value, "", typed));
    }
  }

  /** A JSON text without quotes where YAML needs none. */
  private static String plain(String json) {
    boolean isPlain = json.matches("\"[A-Za-z][A-Za-z0-9_.-]*\"");
    boolean isWord = json.matches("(?i)\"(?:true|false|yes|no|on|off|null|y|n)\"");
    return isPlain && !isWord ? json.substring(1, json.length() - 1) : json;
  }

  private CompletionItem item(String label, CompletionItemKind kind, String detail, Span typed) {
    CompletionItem item = new CompletionItem(label);
    item.setKind(kind);
    if (!detail.isEmpty()) {
      item.setDetail(detail);
    }
    item.setTextEdit(edit(typed, label));
    return item;
  }

  private Either<TextEdit, org.eclipse.lsp4j.InsertReplaceEdit> edit(Span typed, String text) {
    return Either.forLeft(new TextEdit(context.adapter().range(context.source(), typed), text));
  }

  private static void add(Map<String, CompletionItem> items, CompletionItem item) {
    items.putIfAbsent(item.getLabel(), item);
  }
}
