package dev.plimsoll.lsp.feature;

import dev.plimsoll.schema.SchemaKnowledge.KeyFacts;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionItemTag;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What is offered at one place, each label once: the first who knows it says what it is. */
final class CompletionItems {

  private final Context context;
  private final Map<String, CompletionItem> items = new LinkedHashMap<>();

  CompletionItems(Context context) {
    this.context = context;
  }

  List<CompletionItem> all() {
    return new ArrayList<>(items.values());
  }

  void remove(Collection<String> labels) {
    labels.forEach(items::remove);
  }

  /** Something that is typed as it is shown. */
  void word(String label, CompletionItemKind kind, String detail, Span typed) {
    add(label, label, kind, detail, typed);
  }

  void value(String text, Span typed) {
    word(text, CompletionItemKind.Value, "", typed);
  }

  /**
   * A key of a map.
   *
   * @param suffix what is typed behind it
   */
  void key(String name, String suffix, String detail, Span typed) {
    key(name, suffix, detail, Optional.empty(), typed);
  }

  /** The same with what it is for, in Markdown. */
  void key(String name, String suffix, String detail, Optional<String> text, Span typed) {
    CompletionItem item = add(name, name + suffix, CompletionItemKind.Property, detail, typed);
    text.ifPresent(it -> item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, it)));
  }

  /** A key that a schema knows. */
  void key(KeyFacts key, String suffix, Span typed) {
    if (items.containsKey(key.name())) {
      return;
    }
    CompletionItem item =
        add(
            key.name(),
            key.name() + suffix,
            CompletionItemKind.Property,
            String.join(" or ", key.types()),
            typed);
    if (!key.description().isEmpty()) {
      item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, key.description()));
    }
    if (key.deprecated()) {
      item.setTags(List.of(CompletionItemTag.Deprecated));
    }
  }

  /** The values that a schema names. */
  void values(KeyFacts facts, Span typed) {
    Set<String> texts = new LinkedHashSet<>(facts.allowed());
    if (facts.types().contains("boolean")) {
      texts.addAll(List.of("true", "false"));
    }
    facts.defaultValue().filter(value -> !value.startsWith("{")).ifPresent(texts::add);
    texts.forEach(text -> value(plain(text), typed));
  }

  /** A JSON text without quotes where YAML needs none. */
  private static String plain(String json) {
    boolean isPlain = json.matches("\"[A-Za-z][A-Za-z0-9_.-]*\"");
    boolean isWord = json.matches("(?i)\"(?:true|false|yes|no|on|off|null|y|n)\"");
    return isPlain && !isWord ? json.substring(1, json.length() - 1) : json;
  }

  private CompletionItem add(
      String label, String text, CompletionItemKind kind, String detail, Span typed) {
    CompletionItem item = new CompletionItem(label);
    item.setKind(kind);
    if (!detail.isEmpty()) {
      item.setDetail(detail);
    }
    item.setTextEdit(
        Either.forLeft(new TextEdit(context.adapter().range(context.source(), typed), text)));
    CompletionItem before = items.putIfAbsent(label, item);
    return before == null ? item : before;
  }
}
