package dev.plimsoll.lsp.feature;

import dev.plimsoll.source.Span;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.SymbolKind;
import org.jspecify.annotations.Nullable;

/** The outline of a document: keys, or named templates. */
public final class SymbolFeature {

  private static final int MAX_SYMBOLS = 10_000;

  private final Context context;
  private int count;

  public SymbolFeature(Context context) {
    this.context = context;
  }

  public List<DocumentSymbol> all() {
    List<DocumentSymbol> symbols = new ArrayList<>();
    if (Documents.isTemplate(context)) {
      for (TemplateFile.Definition definition :
          TemplateScan.of(context.source()).file().definitions()) {
        symbols.add(
            symbol(
                definition.name(), SymbolKind.Function, definition.span(), definition.nameSpan()));
      }
      return symbols;
    }
    for (YamlDocument document : context.document().yaml().documents()) {
      symbols.addAll(children(document.root()));
    }
    return symbols;
  }

  private List<DocumentSymbol> children(@Nullable YamlNode node) {
    List<DocumentSymbol> symbols = new ArrayList<>();
    switch (node) {
      case YamlMapping mapping -> {
        for (YamlEntry entry : mapping.entries()) {
          entry
              .keyText()
              .filter(_ -> count < MAX_SYMBOLS)
              .ifPresent(key ->
                  symbols.add(
                      parent(
                          key.isEmpty() ? "\"\"" : key,
                          entry.value(),
                          entry.span(),
                          entry.key().span())));
        }
      }
      case YamlSequence sequence -> {
        for (YamlNode item : sequence.items()) {
          if (count < MAX_SYMBOLS && !(item instanceof YamlScalar)) {
            String name = name(item).orElse("[" + symbols.size() + "]");
            symbols.add(parent(name, item, item.span(), Span.at(item.span().start())));
          }
        }
      }
      case null, default -> {
        // Nothing is inside.
      }
    }
    return symbols;
  }

  private static Optional<String> name(YamlNode item) {
    return item instanceof YamlMapping mapping
        ? mapping
            .get("name")
            .filter(YamlScalar.class::isInstance)
            .map(name -> ((YamlScalar) name).text())
            .filter(text -> !text.isBlank())
        : Optional.empty();
  }

  private DocumentSymbol parent(String name, YamlNode value, Span span, Span selection) {
    DocumentSymbol symbol = symbol(name, kind(value), span, selection);
    symbol.setChildren(children(value));
    return symbol;
  }

  private DocumentSymbol symbol(String name, SymbolKind kind, Span span, Span selection) {
    count++;
    return new DocumentSymbol(
        name,
        kind,
        context.adapter().range(context.source(), span),
        context.adapter().range(context.source(), selection));
  }

  private static SymbolKind kind(YamlNode value) {
    return switch (value) {
      case YamlMapping _ -> SymbolKind.Object;
      case YamlSequence _ -> SymbolKind.Array;
      case YamlScalar scalar ->
          switch (scalar.value()) {
            case dev.plimsoll.yaml.ScalarValue.Bool _ -> SymbolKind.Boolean;
            case dev.plimsoll.yaml.ScalarValue.Int _ -> SymbolKind.Number;
            default -> SymbolKind.String;
          };
      case dev.plimsoll.yaml.YamlAlias _ -> SymbolKind.Variable;
    };
  }
}
