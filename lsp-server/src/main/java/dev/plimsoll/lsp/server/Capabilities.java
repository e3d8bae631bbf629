package dev.plimsoll.lsp.server;

import dev.plimsoll.lsp.feature.CodeActionFeature;
import dev.plimsoll.lsp.feature.Commands;
import dev.plimsoll.lsp.feature.SemanticTokensFeature;
import dev.plimsoll.lsp.feature.VirtualUris;
import dev.plimsoll.lsp.protocol.Addresses;
import dev.plimsoll.lsp.protocol.ClientFacts;
import java.util.List;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentContentRegistrationOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;

/** What the server offers a client. */
final class Capabilities {

  private Capabilities() {}

  static ServerCapabilities of(ClientFacts client) {
    ServerCapabilities capabilities = new ServerCapabilities();
    capabilities.setPositionEncoding(client.encoding().label());
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(new SaveOptions(false));
    capabilities.setTextDocumentSync(sync);
    if (client.pullsDiagnostics()) {
      DiagnosticRegistrationOptions diagnostics = new DiagnosticRegistrationOptions(true, true);
      diagnostics.setIdentifier("plimsoll");
      capabilities.setDiagnosticProvider(diagnostics);
    }
    features(capabilities, client);
    WorkspaceServerCapabilities workspace = new WorkspaceServerCapabilities();
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    workspace.setWorkspaceFolders(folders);
    if (client.hasProvidedDocuments()) {
      workspace.setTextDocumentContent(
          new TextDocumentContentRegistrationOptions(
              List.of(VirtualUris.SCHEME, Addresses.ARCHIVE_SCHEME)));
    }
    capabilities.setWorkspace(workspace);
    return capabilities;
  }

  private static void features(ServerCapabilities capabilities, ClientFacts client) {
    capabilities.setHoverProvider(true);
    capabilities.setCompletionProvider(
        new CompletionOptions(false, List.of(".", "\"", " ", "$", ":")));
    capabilities.setSignatureHelpProvider(new SignatureHelpOptions(List.of(" ", "(")));
    capabilities.setDefinitionProvider(true);
    capabilities.setImplementationProvider(true);
    capabilities.setReferencesProvider(true);
    capabilities.setDocumentHighlightProvider(true);
    capabilities.setDocumentSymbolProvider(true);
    capabilities.setFoldingRangeProvider(true);
    capabilities.setSelectionRangeProvider(true);
    capabilities.setDocumentLinkProvider(new DocumentLinkOptions(false));
    capabilities.setCodeLensProvider(new CodeLensOptions(false));
    capabilities.setInlayHintProvider(true);
    capabilities.setRenameProvider(new RenameOptions(true));
    CodeActionOptions actions =
        new CodeActionOptions(
            List.of(
                CodeActionKind.QuickFix,
                CodeActionKind.RefactorExtract,
                CodeActionFeature.REFACTOR_MOVE,
                CodeActionFeature.FIX_ALL));
    actions.setResolveProvider(client.resolvesActions());
    capabilities.setCodeActionProvider(actions);
    capabilities.setSemanticTokensProvider(
        new SemanticTokensWithRegistrationOptions(SemanticTokensFeature.legend(), true));
    capabilities.setExecuteCommandProvider(new ExecuteCommandOptions(Commands.ALL));
  }
}
