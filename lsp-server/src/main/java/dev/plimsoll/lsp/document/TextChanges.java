package dev.plimsoll.lsp.document;

import dev.plimsoll.lsp.protocol.LspAdapter;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** Applies what a client says has changed. */
public final class TextChanges {

  private TextChanges() {}

  /** The text after all changes, each of which speaks of the text that the one before it left. */
  public static String apply(
      SourceFile before, List<TextDocumentContentChangeEvent> changes, LspAdapter adapter) {
    SourceFile at = before;
    for (TextDocumentContentChangeEvent change : changes) {
      String text = change.getText();
      if (change.getRange() != null) {
        Span span = adapter.span(at, change.getRange());
        text =
            new StringBuilder(at.text().length() + text.length())
                .append(at.text(), 0, span.start())
                .append(text)
                .append(at.text(), span.end(), at.text().length())
                .toString();
      }
      at = new SourceFile(before.path(), text);
    }
    return at.text();
  }
}
