package dev.plimsoll.lsp.server;

import dev.plimsoll.lsp.document.OpenDocument;
import dev.plimsoll.lsp.document.TextChanges;
import dev.plimsoll.lsp.feature.CodeActionFeature;
import dev.plimsoll.lsp.feature.CompletionFeature;
import dev.plimsoll.lsp.feature.HoverFeature;
import dev.plimsoll.lsp.feature.InlayHintFeature;
import dev.plimsoll.lsp.feature.LensFeature;
import dev.plimsoll.lsp.feature.LinkFeature;
import dev.plimsoll.lsp.feature.NavigationFeature;
import dev.plimsoll.lsp.feature.RenameFeature;
import dev.plimsoll.lsp.feature.SemanticTokensFeature;
import dev.plimsoll.lsp.feature.SignatureFeature;
import dev.plimsoll.lsp.feature.StructureFeature;
import dev.plimsoll.lsp.feature.SymbolFeature;
import dev.plimsoll.lsp.server.Requests.Freshness;
import dev.plimsoll.lsp.workspace.SizeLimit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.ImplementationParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

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

  @Override
  @SuppressWarnings("NullAway") // The protocol has null where there is nothing to say.
  public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
    return requests.ask(
        "hover",
        params.getTextDocument().getUri(),
        Freshness.CURRENT,
        null,
        context -> new HoverFeature(context).at(params.getPosition()));
  }

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    return requests.ask(
        "completion",
        params.getTextDocument().getUri(),
        Freshness.LATEST,
        Either.forLeft(List.of()),
        context -> Either.forRight(new CompletionFeature(context).at(params.getPosition())));
  }

  @Override
  @SuppressWarnings("NullAway") // The protocol has null where there is nothing to say.
  public CompletableFuture<@Nullable SignatureHelp> signatureHelp(SignatureHelpParams params) {
    return requests.ask(
        "signature help",
        params.getTextDocument().getUri(),
        Freshness.LATEST,
        null,
        context -> new SignatureFeature(context).at(params.getPosition()));
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    return requests.ask(
        "definition",
        params.getTextDocument().getUri(),
        Freshness.CURRENT,
        Either.forLeft(List.of()),
        context -> Either.forLeft(new NavigationFeature(context).definition(params.getPosition())));
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      implementation(ImplementationParams params) {
    return requests.ask(
        "implementation",
        params.getTextDocument().getUri(),
        Freshness.CURRENT,
        Either.forLeft(List.of()),
        context ->
            Either.forLeft(new NavigationFeature(context).implementation(params.getPosition())));
  }

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    return requests.ask(
        "references",
        params.getTextDocument().getUri(),
        Freshness.CURRENT,
        List.of(),
        context ->
            new NavigationFeature(context)
                .references(params.getPosition(), params.getContext().isIncludeDeclaration()));
  }

  @Override
  public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(
      DocumentHighlightParams params) {
    return requests.ask(
        "highlight",
        params.getTextDocument().getUri(),
        Freshness.CURRENT,
        List.of(),
        context -> new NavigationFeature(context).highlights(params.getPosition()));
  }

  @Override
  @SuppressWarnings("NullAway") // The protocol has null for what cannot be renamed.
  public CompletableFuture<
          @Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
      prepareRename(PrepareRenameParams params) {
    return requests.ask(
        "rename",
        params.getTextDocument().getUri(),
        Freshness.CURRENT,
        null,
        context -> {
          PrepareRenameResult found = new RenameFeature(context).prepare(params.getPosition());
          return found == null ? null : Either3.forSecond(found);
        });
  }

  @Override
  @SuppressWarnings("NullAway") // The protocol has null where there is nothing to say.
  public CompletableFuture<@Nullable WorkspaceEdit> rename(RenameParams params) {
    return requests.ask(
        "rename",
        params.getTextDocument().getUri(),
        Freshness.CURRENT,
        null,
        context -> new RenameFeature(context).rename(params.getPosition(), params.getNewName()));
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    return requests.ask(
        "code action",
        params.getTextDocument().getUri(),
        Freshness.CURRENT,
        List.of(),
        context ->
            new CodeActionFeature(context)
                .of(params).stream()
                    .map(action -> Either.<Command, CodeAction>forRight(action))
                    .toList());
  }

  @Override
  public CompletableFuture<CodeAction> resolveCodeAction(CodeAction action) {
    return requests.ask(
        "code action",
        CodeActionFeature.document(action).orElse(""),
        Freshness.CURRENT,
        action,
        context -> new CodeActionFeature(context).resolve(action));
  }

  @Override
  public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    return requests.ask(
        "inlay hint",
        params.getTextDocument().getUri(),
        Freshness.CURRENT,
        List.of(),
        context -> new InlayHintFeature(context).in(params.getRange()));
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    return requests.ask(
        "code lens",
        params.getTextDocument().getUri(),
        Freshness.CURRENT,
        List.of(),
        context -> new LensFeature(context).all());
  }

  @Override
  public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
    return requests.ask(
        "document link",
        params.getTextDocument().getUri(),
        Freshness.CURRENT,
        List.of(),
        context -> new LinkFeature(context).all());
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    return requests.ask(
        "document symbol",
        params.getTextDocument().getUri(),
        Freshness.LATEST,
        List.of(),
        context ->
            new SymbolFeature(context)
                .all().stream()
                    .map(symbol -> Either.<SymbolInformation, DocumentSymbol>forRight(symbol))
                    .toList());
  }

  @Override
  public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
    return requests.ask(
        "folding range",
        params.getTextDocument().getUri(),
        Freshness.LATEST,
        List.of(),
        context -> new StructureFeature(context).folds());
  }

  @Override
  public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
    return requests.ask(
        "selection range",
        params.getTextDocument().getUri(),
        Freshness.LATEST,
        List.of(),
        context -> new StructureFeature(context).selections(params.getPositions()));
  }

  @Override
  public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
    return requests.ask(
        "semantic tokens",
        params.getTextDocument().getUri(),
        Freshness.LATEST,
        new SemanticTokens(List.of()),
        context -> new SemanticTokensFeature(context).all());
  }
}
