package dev.plimsoll.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON-RPC over two streams. Thread-safe. */
final class JsonRpc {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final OutputStream out;
  private final Consumer<JsonNode> unasked;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final Map<String, Function<JsonNode, @Nullable Object>> handlers =
      new ConcurrentHashMap<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  /**
   * @param out what the other side reads
   * @param unasked is given what the other side says or asks
   */
  JsonRpc(OutputStream out, Consumer<JsonNode> unasked) {
    this.out = out;
    this.unasked = unasked;
  }

  /** Begins to read what the other side writes. */
  void start(InputStream in) {
    Thread.ofPlatform()
        .daemon()
        .name("lsp-client")
        .start(() -> listen(new BufferedInputStream(in)));
  }

  /** Answers what is asked with this method; otherwise it is answered with null. */
  void onRequest(String method, Function<JsonNode, @Nullable Object> handler) {
    handlers.put(method, handler);
  }

  LspClient.Asked request(String method, String params) {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    send(
        "{\"jsonrpc\": \"2.0\", \"id\": "
            + id
            + ", \"method\": \""
            + method
            + "\", \"params\": "
            + params
            + "}");
    return new LspClient.Asked(id, answer);
  }

  void notify(String method, String params) {
    send("{\"jsonrpc\": \"2.0\", \"method\": \"" + method + "\", \"params\": " + params + "}");
  }

  /** Is completed when the other side writes no more. */
  CompletableFuture<Void> end() {
    return end;
  }

  /** Sends a message as it is. */
  void send(String message) {
    byte[] body = message.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    synchronized (out) {
      try {
        out.write(head);
        out.write(body);
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("The server has gone", e);
      }
    }
  }

  /** Goes without a word. */
  void close() {
    try {
      out.close();
    } catch (IOException e) {
      // The other side has gone first.
    }
  }

  private void listen(InputStream in) {
    try {
      while (true) {
        int length = readHead(in);
        if (length < 0) {
          break;
        }
        take(JSON.readTree(in.readNBytes(length)));
      }
    } catch (IOException | RuntimeException e) {
      answers.values().forEach(answer -> answer.completeExceptionally(e));
    }
    answers
        .values()
        .forEach(answer ->
            answer.completeExceptionally(new IllegalStateException("The server has gone")));
    end.complete(null);
  }

  private static int readHead(InputStream in) throws IOException {
    int length = -1;
    while (true) {
      StringBuilder line = new StringBuilder();
      int c = in.read();
      while (c >= 0 && c != '\n') {
        line.append((char) c);
        c = in.read();
      }
      if (c < 0) {
        return -1;
      }
      String text = line.toString().strip();
      if (text.isEmpty()) {
        return length;
      }
      if (!text.startsWith("Content-")) {
        throw new IllegalStateException("No message: " + text);
      }
      if (text.startsWith("Content-Length:")) {
        length = Integer.parseInt(text.substring("Content-Length:".length()).strip());
      }
    }
  }

  private void take(JsonNode message) {
    boolean isAnswer = !message.has("method");
    if (isAnswer) {
      CompletableFuture<JsonNode> answer = answers.remove(message.path("id").asInt(-1));
      if (answer != null && message.has("error")) {
        JsonNode error = message.path("error");
        answer.completeExceptionally(
            new LspClient.Refusal(error.path("code").asInt(0), error.path("message").asString("")));
      } else if (answer != null) {
        answer.complete(message.path("result"));
      }
      return;
    }
    String method = message.path("method").asString("");
    if (message.has("id")) {
      reply(message, method);
    }
    unasked.accept(message);
  }

  private void reply(JsonNode message, String method) {
    Function<JsonNode, @Nullable Object> handler = handlers.get(method);
    ObjectNode reply = JSON.createObjectNode();
    reply.put("jsonrpc", "2.0");
    reply.set("id", message.path("id"));
    Object result = handler == null ? null : handler.apply(message.path("params"));
    reply.set("result", JSON.valueToTree(result));
    send(JSON.writeValueAsString(reply));
  }
}
