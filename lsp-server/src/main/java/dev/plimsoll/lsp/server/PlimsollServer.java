package dev.plimsoll.lsp.server;

import dev.plimsoll.lsp.protocol.ClientFacts;
import dev.plimsoll.lsp.protocol.FileUris;
import dev.plimsoll.lsp.workspace.Session;
import dev.plimsoll.lsp.workspace.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.jspecify.annotations.Nullable;

/** The life of the server. */
final class PlimsollServer implements LanguageServer, LanguageClientAware {

  private final String version;
  private final Session session;
  private final Facts facts;
  private final Requests requests;
  private final DiagnosticRequests diagnostics = new DiagnosticRequests();
  private final Notices notices = new Notices();
  private final ServerLog log = new ServerLog();
  private final Configuration configuration;
  private final TextDocuments documents;
  private final WorkspaceRequests workspace;
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private @Nullable LanguageClient client;
  private volatile boolean isShutDown;
  private List<Path> folders = List.of();

  PlimsollServer(String version, Surroundings surroundings) {
    this.version = version;
    this.session = new Session(surroundings, diagnostics);
    this.facts = new Facts(session, log);
    this.requests = new Requests(facts);
    this.configuration = new Configuration(facts);
    this.documents = new TextDocuments(facts, requests, diagnostics, notices);
    this.workspace = new WorkspaceRequests(version, facts, requests, diagnostics, configuration);
    diagnostics.connect(facts);
  }

  /** Is completed with the exit code when the client says that it is over. */
  CompletableFuture<Integer> exitCode() {
    return exit;
  }

  /** The client has gone without a word. */
  void disconnected() {
    end();
  }

  @Override
  public void connect(LanguageClient connected) {
    client = connected;
    log.setClient(connected);
    notices.setClient(connected);
    configuration.setClient(connected);
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    facts.setClient(ClientFacts.of(Optional.ofNullable(params.getCapabilities())));
    LanguageClient connected = client;
    if (connected != null) {
      diagnostics.setClient(
          connected, facts.client().hasProgress() ? new Progress(connected) : null);
    }
    folders = folders(params);
    configuration.initial(params.getInitializationOptions());
    Optional.ofNullable(params.getProcessId()).ifPresent(id -> ParentProcess.watch(id, exit));
    return CompletableFuture.completedFuture(
        new InitializeResult(Capabilities.of(facts.client()), new ServerInfo("plimsoll", version)));
  }

  @SuppressWarnings("deprecation") // Old clients know nothing but a root.
  private static List<Path> folders(InitializeParams params) {
    if (params.getWorkspaceFolders() != null) {
      return WorkspaceRequests.paths(params.getWorkspaceFolders());
    }
    List<Path> root = new ArrayList<>();
    if (params.getRootUri() != null) {
      FileUris.path(params.getRootUri()).ifPresent(root::add);
    } else if (params.getRootPath() != null) {
      root.add(Path.of(params.getRootPath()).toAbsolutePath().normalize());
    }
    return root;
  }

  @Override
  public void initialized(InitializedParams params) {
    session.setFolders(folders);
    configuration.changed(null);
    configuration.watchFiles();
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    isShutDown = true;
    close();
    return CompletableFuture.completedFuture(new Object());
  }

  @Override
  public void exit() {
    end();
  }

  private void end() {
    close();
    session.interrupt();
    exit.complete(isShutDown ? 0 : 1);
  }

  private void close() {
    session.close();
    requests.close();
  }

  @Override
  public TextDocuments getTextDocumentService() {
    return documents;
  }

  @Override
  public WorkspaceRequests getWorkspaceService() {
    return workspace;
  }

  @Override
  public void setTrace(SetTraceParams params) {
    // There is nothing that a trace would show beside the messages, which clients trace themselves.
  }

  @Override
  public void cancelProgress(WorkDoneProgressCancelParams params) {
    // What is shown cannot be cancelled.
  }
}
