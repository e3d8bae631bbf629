package dev.plimsoll.lsp.server;

import dev.plimsoll.lsp.workspace.Surroundings;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** The server on two streams. */
public final class StdioServer {

  /** Warns of every cancellation that comes too late, on standard error. */
  private static final Logger PROTOCOL = Logger.getLogger("org.eclipse.lsp4j");

  private final String version;
  private final Surroundings surroundings;

  /**
   * @param version of the product
   */
  public StdioServer(String version, Surroundings surroundings) {
    this.version = version;
    this.surroundings = surroundings;
  }

  /**
   * Serves one client until it says that it is over, or has gone.
   *
   * @return 0 if the client shut the server down in good order, or else 1
   */
  public int run(InputStream in, OutputStream out) throws InterruptedException {
    PROTOCOL.setLevel(Level.SEVERE);
    PlimsollServer server = new PlimsollServer(version, surroundings);
    // Reading a stream cannot be interrupted, and need not be: these threads are daemons.
    ExecutorService threads =
        Executors.newCachedThreadPool(
            Thread.ofPlatform().name("plimsoll-messages-", 0).daemon().factory());
    try {
      Launcher<LanguageClient> launcher =
          new LSPLauncher.Builder<LanguageClient>()
              .setLocalService(server)
              .setRemoteInterface(LanguageClient.class)
              .setInput(in)
              .setOutput(out)
              .setExecutorService(threads)
              .create();
      server.connect(launcher.getRemoteProxy());
      Future<Void> listening = launcher.startListening();
      threads.execute(() -> {
        waitFor(listening);
        server.disconnected();
      });
      return server.exitCode().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Nothing but a number completes this", e);
    } finally {
      threads.shutdown();
    }
  }

  private static void waitFor(Future<Void> listening) {
    try {
      listening.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      // The stream broke, which is the end as well.
    }
  }
}
