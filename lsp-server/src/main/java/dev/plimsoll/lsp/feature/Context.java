package dev.plimsoll.lsp.feature;

import dev.plimsoll.lsp.document.OpenDocument;
import dev.plimsoll.lsp.protocol.Addresses;
import dev.plimsoll.lsp.protocol.ClientFacts;
import dev.plimsoll.lsp.protocol.LspAdapter;
import dev.plimsoll.lsp.workspace.Analysed;
import dev.plimsoll.lsp.workspace.ServerState;
import dev.plimsoll.source.SourceFile;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * What a feature is given: one state of everything. Immutable.
 *
 * @param document the one that the request is about
 * @param path of the document in its root
 * @param analysed of exactly this state of the document, unless the feature asked for haste
 */
public record Context(
    ServerState state,
    OpenDocument document,
    String path,
    Analysed analysed,
    Addresses addresses,
    ClientFacts client,
    CancelChecker cancel) {

  public LspAdapter adapter() {
    return addresses.adapter();
  }

  public SourceFile source() {
    return document.source();
  }

  public int offset(Position position) {
    return adapter().offset(source(), position);
  }
}
