package dev.plimsoll.lsp.server;

import dev.plimsoll.lsp.protocol.Addresses;
import dev.plimsoll.lsp.protocol.ClientFacts;
import dev.plimsoll.lsp.protocol.LspAdapter;
import dev.plimsoll.lsp.workspace.Root;
import dev.plimsoll.lsp.workspace.ServerState;
import dev.plimsoll.lsp.workspace.Session;
import java.util.Optional;

/** What all parts of the server share once a client has introduced itself. */
final class Facts {

  private final Session session;
  private final ServerLog log;
  private volatile ClientFacts client = ClientFacts.of(Optional.empty());

  Facts(Session session, ServerLog log) {
    this.session = session;
    this.log = log;
  }

  Session session() {
    return session;
  }

  ServerLog log() {
    return log;
  }

  ClientFacts client() {
    return client;
  }

  void setClient(ClientFacts introduced) {
    client = introduced;
  }

  LspAdapter adapter() {
    return new LspAdapter(client.encoding());
  }

  /** Where the files of a root are for this client. */
  Addresses addresses(ServerState state, Root root) {
    return new Addresses(
        adapter(), path -> state.address(root, path), client.hasProvidedDocuments());
  }
}
