package dev.plimsoll.lsp.server;

import dev.plimsoll.lsp.protocol.ClientFacts;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
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
    WorkspaceServerCapabilities workspace = new WorkspaceServerCapabilities();
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    workspace.setWorkspaceFolders(folders);
    capabilities.setWorkspace(workspace);
    return capabilities;
  }
}
