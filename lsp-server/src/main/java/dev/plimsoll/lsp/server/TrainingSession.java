package dev.plimsoll.lsp.server;

import dev.plimsoll.lsp.protocol.FileUris;
import dev.plimsoll.lsp.workspace.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;

/**
 * What an editor does first: it opens a folder and a file in it, waits for diagnostics, types and
 * asks for whatever it draws. It is played so that an ahead-of-time cache can be recorded of what
 * the start of a server needs.
 */
public final class TrainingSession {

  private static final int PATIENCE_SECONDS = 60;

  private final CompletableFuture<PublishDiagnosticsParams> diagnostics = new CompletableFuture<>();
  private final Path folder;
  private final Path file;

  /**
   * @param file in the folder
   */
  public TrainingSession(Path folder, Path file) {
    this.folder = folder;
    this.file = file;
  }

  /** Plays it with a server of its own. */
  public void play() throws IOException, InterruptedException {
    Pipe toServer = Pipe.open();
    Pipe toClient = Pipe.open();
    Thread server = Thread.ofPlatform().daemon().start(() -> serve(toServer, toClient));
    // A thread of lsp4j's own would keep the process alive for a minute after everything is done.
    ExecutorService reader = Executors.newSingleThreadExecutor();
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(
            new Editor(),
            Channels.newInputStream(toClient.source()),
            Channels.newOutputStream(toServer.sink()),
            reader,
            consumer -> consumer);
    Future<Void> listening = launcher.startListening();
    try {
      use(launcher.getRemoteProxy());
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The server gave no answer", e);
    } finally {
      toServer.sink().close();
      server.join();
      listening.cancel(true);
      reader.shutdownNow();
    }
  }

  private static void serve(Pipe in, Pipe out) {
    try (InputStream asked = Channels.newInputStream(in.source());
        OutputStream answered = Channels.newOutputStream(out.sink())) {
      new StdioServer("training", Surroundings.nothing(LocalDate::now)).run(asked, answered);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // The other end has gone, which is the end here too.
    }
  }

  private void use(LanguageServer server)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    InitializeParams params = new InitializeParams();
    params.setCapabilities(new ClientCapabilities());
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(FileUris.of(folder), "training")));
    await(server.initialize(params));
    server.initialized(new InitializedParams());
    TextDocumentService texts = server.getTextDocumentService();
    String uri = FileUris.of(file);
    texts.didOpen(
        new DidOpenTextDocumentParams(
            new TextDocumentItem(uri, "yaml", 1, Files.readString(file))));
    await(diagnostics);
    texts.didChange(
        new DidChangeTextDocumentParams(
            new VersionedTextDocumentIdentifier(uri, 2),
            List.of(
                new TextDocumentContentChangeEvent(
                    new Range(new Position(0, 0), new Position(0, 0)), "typed: 1\n"))));
    for (CompletableFuture<?> answer : questions(texts, new TextDocumentIdentifier(uri))) {
      await(answer);
    }
    await(server.shutdown());
    server.exit();
  }

  private static List<CompletableFuture<?>> questions(
      TextDocumentService texts, TextDocumentIdentifier document) {
    Range all = new Range(new Position(0, 0), new Position(1_000, 0));
    Position cursor = new Position(2, 2);
    List<CompletableFuture<?>> answers = new ArrayList<>();
    answers.add(texts.hover(new HoverParams(document, cursor)));
    answers.add(texts.completion(new CompletionParams(document, cursor)));
    answers.add(texts.inlayHint(new InlayHintParams(document, all)));
    answers.add(texts.codeLens(new CodeLensParams(document)));
    answers.add(texts.documentSymbol(new DocumentSymbolParams(document)));
    answers.add(texts.foldingRange(new FoldingRangeRequestParams(document)));
    answers.add(texts.semanticTokensFull(new SemanticTokensParams(document)));
    answers.add(
        texts.codeAction(new CodeActionParams(document, all, new CodeActionContext(List.of()))));
    return answers;
  }

  private static void await(CompletableFuture<?> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** An editor that shows nothing to anybody. */
  private final class Editor implements LanguageClient {

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams sent) {
      diagnostics.complete(sent);
    }

    @Override
    public void telemetryEvent(Object event) {}

    @Override
    public void showMessage(MessageParams message) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(
        ShowMessageRequestParams request) {
      return CompletableFuture.completedFuture(new MessageActionItem());
    }

    @Override
    public void logMessage(MessageParams message) {}
  }
}
