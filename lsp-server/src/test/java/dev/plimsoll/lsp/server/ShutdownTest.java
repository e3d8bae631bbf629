package dev.plimsoll.lsp.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.lsp.workspace.Surroundings;
import dev.plimsoll.testkit.LspClient;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ShutdownTest {

  private static final String FILE = "file:///nowhere/values.yaml";

  /** A stream that takes its time for the answer about folding. */
  private static final class SlowStream extends FilterOutputStream {

    private static final int LONG_MILLIS = 500;

    private final CountDownLatch isWriting = new CountDownLatch(1);
    private final AtomicReference<@Nullable InterruptedException> interrupted =
        new AtomicReference<>();

    private SlowStream(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      if (new String(bytes, start, length, UTF_8).contains("startLine")) {
        isWriting.countDown();
        try {
          Thread.sleep(LONG_MILLIS);
        } catch (InterruptedException e) {
          interrupted.set(e);
        }
      }
      out.write(bytes, start, length);
    }
  }

  @Test
  void letsAnswersThroughThatAreBeingWritten() throws Exception {
    Pipe toServer = Pipe.open();
    Pipe toClient = Pipe.open();
    SlowStream answers = new SlowStream(Channels.newOutputStream(toClient.sink()));
    Thread serving =
        Thread.ofPlatform()
            .start(() -> {
              try {
                new StdioServer("test", Surroundings.nothing(LocalDate::now))
                    .run(Channels.newInputStream(toServer.source()), answers);
              } catch (InterruptedException e) {
                answers.interrupted.set(e);
              }
            });
    try (LspClient editor =
        new LspClient(
            Channels.newInputStream(toClient.source()),
            Channels.newOutputStream(toServer.sink()))) {
      editor.initialize("null", "{}", "");
      editor.open(FILE, "yaml", "a:\n  b: 1\n");
      LspClient.Asked folding =
          editor.request(
              "textDocument/foldingRange", "{\"textDocument\": {\"uri\": \"" + FILE + "\"}}");
      assertThat(answers.isWriting.await(30, TimeUnit.SECONDS)).isTrue();

      LspClient.Asked shutdown = editor.request("shutdown", "null");
      editor.notify("exit", "null");
      serving.join();

      assertThat(answers.interrupted).hasNullValue();
      assertThat(LspClient.await(folding)).isNotEmpty();
      assertThat(LspClient.await(shutdown).isObject()).isTrue();
    }
  }
}
