package dev.plimsoll.lsp.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.lsp.workspace.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ShutdownTest {

  private static final String OPEN =
      """
      {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{\
      "uri":"file:///nowhere/values.yaml","languageId":"yaml","version":1,"text":"a:\\n  b: 1\\n"}}}\
      """;
  private static final String FOLD =
      """
      {"jsonrpc":"2.0","id":2,"method":"textDocument/foldingRange","params":{"textDocument":{\
      "uri":"file:///nowhere/values.yaml"}}}\
      """;

  /** An editor that takes long to read the answer to {@link #FOLD}. */
  private static final class SlowEditor extends OutputStream {

    private static final int LONG_MILLIS = 500;

    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CountDownLatch isReading = new CountDownLatch(1);
    private final AtomicReference<@Nullable InterruptedException> interrupted =
        new AtomicReference<>();

    @Override
    public void write(int b) {
      read.write(b);
    }

    @Override
    public void write(byte[] bytes, int start, int length) {
      if (new String(bytes, start, length, UTF_8).contains("\"id\":2")) {
        isReading.countDown();
        try {
          Thread.sleep(LONG_MILLIS);
        } catch (InterruptedException e) {
          interrupted.set(e);
        }
      }
      read.write(bytes, start, length);
    }
  }

  private static void send(OutputStream server, String message) throws IOException {
    byte[] body = message.getBytes(UTF_8);
    server.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(UTF_8));
    server.write(body);
    server.flush();
  }

  @Test
  void letsAnswersThroughThatAreBeingWritten() throws Exception {
    SlowEditor editor = new SlowEditor();
    PipedOutputStream server = new PipedOutputStream();
    PipedInputStream asked = new PipedInputStream(server);
    Thread serving =
        Thread.ofPlatform()
            .start(() -> {
              try {
                new StdioServer("test", Surroundings.nothing(LocalDate::now)).run(asked, editor);
              } catch (InterruptedException e) {
                editor.interrupted.set(e);
              }
            });
    send(
        server,
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}");
    send(server, "{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}");
    send(server, OPEN);
    send(server, FOLD);
    assertThat(editor.isReading.await(30, TimeUnit.SECONDS)).isTrue();

    send(server, "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"shutdown\"}");
    send(server, "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
    serving.join();

    assertThat(editor.interrupted).hasNullValue();
    assertThat(editor.read.toString(UTF_8)).contains("\"id\":2").contains("\"id\":3");
  }
}
