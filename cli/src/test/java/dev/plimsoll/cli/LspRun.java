package dev.plimsoll.cli;

import dev.plimsoll.lsp.server.StdioServer;
import dev.plimsoll.lsp.workspace.Surroundings;
import dev.plimsoll.testkit.LspClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * A language server in this process, and an editor that is connected to it; with a launcher the
 * packaged one.
 *
 * @param exitCode of the server, when it is over
 * @param heap how many bytes of the heap are in use once everything that is not has gone
 */
record LspRun(LspClient client, CompletableFuture<Integer> exitCode, LongSupplier heap)
    implements AutoCloseable {

  static LspRun start() {
    return LspProcess.launcher().isEmpty() ? inThisProcess() : packaged();
  }

  private static LspRun packaged() {
    LspProcess server = LspProcess.start(Redirect.INHERIT);
    return new LspRun(
        server.client(), server.process().onExit().thenApply(Process::exitValue), server::heap);
  }

  private static LspRun inThisProcess() {
    try {
      // Not java.io's pipes: those break when the thread that wrote last has ended.
      Pipe toServer = Pipe.open();
      Pipe toClient = Pipe.open();
      InputStream serverIn = Channels.newInputStream(toServer.source());
      OutputStream serverOut = Channels.newOutputStream(toClient.sink());
      CompletableFuture<Integer> exitCode = new CompletableFuture<>();
      Thread.ofPlatform()
          .daemon()
          .start(() -> {
            try {
              exitCode.complete(
                  new StdioServer("test", Surroundings.nothing(() -> CliRun.TODAY))
                      .run(serverIn, serverOut));
            } catch (InterruptedException e) {
              exitCode.cancel(true);
            }
          });
      return new LspRun(
          new LspClient(
              Channels.newInputStream(toClient.source()),
              Channels.newOutputStream(toServer.sink())),
          exitCode,
          LspRun::ownHeap);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long ownHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** The same with one folder open. */
  static LspRun in(Path folder, String capabilities) {
    LspRun run = start();
    run.client.initialize(folders(folder), capabilities, "");
    return run;
  }

  /** Folders as the protocol writes them. */
  static String folders(Path folder) {
    return "[{\"uri\": " + LspClient.quoted(uri(folder)) + ", \"name\": \"workspace\"}]";
  }

  /** The address of a file. */
  static String uri(Path path) {
    String uri = path.toUri().toString();
    return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }

  @Override
  public void close() {
    client.close();
  }
}
