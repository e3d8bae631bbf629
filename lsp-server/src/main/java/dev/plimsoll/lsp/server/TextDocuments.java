package dev.plimsoll.lsp.server;

import dev.plimsoll.lsp.document.OpenDocument;
import dev.plimsoll.lsp.document.TextChanges;
import dev.plimsoll.lsp.workspace.SizeLimit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.services.TextDocumentService;

/** What the client says and asks about documents. */
final class TextDocuments implements TextDocumentService {

  private final Facts facts;
  private final Requests requests;
  private final DiagnosticRequests diagnostics;
  private final Notices notices;

  TextDocuments(Facts facts, Requests requests, DiagnosticRequests diagnostics, Notices notices) {
    this.facts = facts;
    this.requests = requests;
    this.diagnostics = diagnostics;
    this.notices = notices;
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    TextDocumentItem item = params.getTextDocument();
    if (SizeLimit.isAbove(item.getText())) {
      notices.tooLarge(item.getUri());
    }
    facts.session().open(item.getUri(), item.getLanguageId(), item.getVersion(), item.getText());
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    Optional<OpenDocument> before =
        facts.session().state().documents().find(params.getTextDocument().getUri());
    if (before.isPresent()) {
      String text =
          TextChanges.apply(before.get().source(), params.getContentChanges(), facts.adapter());
      Integer version = params.getTextDocument().getVersion();
      facts
          .session()
          .change(before.get().with(version == null ? before.get().version() + 1 : version, text));
    }
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    facts.session().close(params.getTextDocument().getUri());
    diagnostics.forgetUnused();
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    if (facts.client().watchesFiles()) {
      facts.session().save(params.getTextDocument().getUri());
    } else {
      // Nobody tells what else has changed since.
      facts.session().everythingChanged();
    }
  }

  @Override
  public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
    return diagnostics.ofDocument(params, requests);
  }
}
