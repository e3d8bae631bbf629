package dev.plimsoll.lsp.protocol;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DiagnosticWorkspaceCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;

/**
 * What a client can do.
 *
 * @param pullsDiagnostics whether it asks for diagnostics; if not it is sent them
 * @param refreshesDiagnostics whether it can be told to ask again
 * @param hasRelatedInformation whether it shows places that explain a diagnostic
 * @param hasTags whether it shows what is not needed, or outdated, as such
 * @param hasProgress whether it shows that something takes a while
 * @param hasConfiguration whether it can be asked for settings
 * @param watchesFiles whether it can be asked to watch files
 * @param hasRelativePatterns whether these files can be named relative to a folder
 * @param hasProvidedDocuments whether it opens documents that the server provides
 * @param refreshesHints whether it can be told to ask for inlay hints again
 * @param refreshesLenses the same for code lenses
 * @param versionsEdits whether edits may name the version that they are for
 * @param createsFiles whether an edit may create a file
 * @param renamesFiles whether an edit may rename a file or folder
 * @param resolvesActions whether the edits of code actions may come when one is chosen
 */
public record ClientFacts(
    PositionEncoding encoding,
    boolean pullsDiagnostics,
    boolean refreshesDiagnostics,
    boolean hasRelatedInformation,
    boolean hasTags,
    boolean hasProgress,
    boolean hasConfiguration,
    boolean watchesFiles,
    boolean hasRelativePatterns,
    boolean hasProvidedDocuments,
    boolean refreshesHints,
    boolean refreshesLenses,
    boolean versionsEdits,
    boolean createsFiles,
    boolean renamesFiles,
    boolean resolvesActions) {

  /** What a client says of itself. */
  public static ClientFacts of(Optional<ClientCapabilities> capabilities) {
    Optional<WorkspaceClientCapabilities> workspace =
        capabilities.map(ClientCapabilities::getWorkspace);
    Optional<TextDocumentClientCapabilities> text =
        capabilities.map(ClientCapabilities::getTextDocument);
    Optional<WindowClientCapabilities> window = capabilities.map(ClientCapabilities::getWindow);
    return new ClientFacts(
        PositionEncoding.choose(
            capabilities
                .map(ClientCapabilities::getGeneral)
                .map(GeneralClientCapabilities::getPositionEncodings)
                .orElse(List.of())),
        text.map(TextDocumentClientCapabilities::getDiagnostic).isPresent(),
        is(
            workspace
                .map(WorkspaceClientCapabilities::getDiagnostics)
                .map(DiagnosticWorkspaceCapabilities::getRefreshSupport)),
        is(
                text.map(TextDocumentClientCapabilities::getPublishDiagnostics)
                    .map(publish -> publish.getRelatedInformation()))
            || is(
                text.map(TextDocumentClientCapabilities::getDiagnostic)
                    .map(pull -> pull.getRelatedInformation())),
        text.map(TextDocumentClientCapabilities::getPublishDiagnostics)
                .map(publish -> publish.getTagSupport())
                .isPresent()
            || text.map(TextDocumentClientCapabilities::getDiagnostic)
                .map(pull -> pull.getTagSupport())
                .isPresent(),
        is(window.map(WindowClientCapabilities::getWorkDoneProgress)),
        is(workspace.map(WorkspaceClientCapabilities::getConfiguration)),
        is(
            workspace
                .map(WorkspaceClientCapabilities::getDidChangeWatchedFiles)
                .map(watching -> watching.getDynamicRegistration())),
        is(
            workspace
                .map(WorkspaceClientCapabilities::getDidChangeWatchedFiles)
                .map(watching -> watching.getRelativePatternSupport())),
        workspace.map(WorkspaceClientCapabilities::getTextDocumentContent).isPresent(),
        is(
            workspace
                .map(WorkspaceClientCapabilities::getInlayHint)
                .map(hints -> hints.getRefreshSupport())),
        is(
            workspace
                .map(WorkspaceClientCapabilities::getCodeLens)
                .map(lenses -> lenses.getRefreshSupport())),
        is(
            workspace
                .map(WorkspaceClientCapabilities::getWorkspaceEdit)
                .map(edits -> edits.getDocumentChanges())),
        has(workspace, ResourceOperationKind.Create),
        has(workspace, ResourceOperationKind.Rename),
        text.map(TextDocumentClientCapabilities::getCodeAction)
            .map(actions -> actions.getResolveSupport())
            .filter(resolve -> resolve.getProperties().contains("edit"))
            .isPresent());
  }

  private static boolean has(Optional<WorkspaceClientCapabilities> workspace, String operation) {
    return workspace
        .map(WorkspaceClientCapabilities::getWorkspaceEdit)
        .map(edits -> edits.getResourceOperations())
        .filter(operations -> operations.contains(operation))
        .isPresent();
  }

  private static boolean is(Optional<Boolean> flag) {
    return flag.orElse(false);
  }
}
