package dev.plimsoll.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An editor, as a language server sees one: it speaks JSON-RPC over two streams and knows nothing
 * of the server but the protocol. Thread-safe.
 */
public final class LspClient implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final OutputStream out;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final Map<String, JsonNode> diagnostics = new HashMap<>();
  private final List<JsonNode> received = new ArrayList<>();
  private final Map<String, Function<JsonNode, @Nullable Object>> handlers =
      new ConcurrentHashMap<>();
  private final Map<String, Integer> versions = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  /** What the server answers when it refuses. */
  public static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int code;

    Refusal(int code, String message) {
      super(message);
      this.code = code;
    }

    /** As the protocol has it. */
    public int code() {
      return code;
    }
  }

  /**
   * @param in what the server writes
   * @param out what the server reads
   */
  public LspClient(InputStream in, OutputStream out) {
    this.out = out;
    Thread.ofPlatform()
        .daemon()
        .name("lsp-client")
        .start(() -> listen(new BufferedInputStream(in)));
  }

  /** A JSON text as a tree. */
  public static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /** A text as JSON writes it. */
  public static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }

  /** Answers what the server asks with this method; otherwise it is answered with null. */
  public void onRequest(String method, Function<JsonNode, @Nullable Object> handler) {
    handlers.put(method, handler);
  }

  /** Introduces itself and waits for the server. */
  public JsonNode initialize(String folders, String capabilities, String more) {
    JsonNode result =
        ask(
            "initialize",
            "{\"processId\": null, \"workspaceFolders\": "
                + folders
                + ", \"capabilities\": "
                + capabilities
                + (more.isEmpty() ? "" : ", " + more)
                + "}");
    notify("initialized", "{}");
    return result;
  }

  /** Asks, and waits for the answer. */
  public JsonNode ask(String method, String params) {
    return await(request(method, params));
  }

  /** Asks. */
  public Asked request(String method, String params) {
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
    return new Asked(id, answer);
  }

  /** A question on its way. */
  public record Asked(int id, CompletableFuture<JsonNode> answer) {}

  /** Says that nobody waits for an answer any longer. */
  public void cancel(Asked asked) {
    notify("$/cancelRequest", "{\"id\": " + asked.id() + "}");
  }

  /** Waits for an answer; a refusal is thrown. */
  public static JsonNode await(Asked asked) {
    return await(asked.answer());
  }

  private static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw new IllegalStateException(e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("The server does not answer", e);
    }
  }

  /** Says something. */
  public void notify(String method, String params) {
    send("{\"jsonrpc\": \"2.0\", \"method\": \"" + method + "\", \"params\": " + params + "}");
  }

  /** Opens a document. */
  public void open(String uri, String language, String text) {
    versions.put(uri, 1);
    notify(
        "textDocument/didOpen",
        "{\"textDocument\": {\"uri\": "
            + quoted(uri)
            + ", \"languageId\": "
            + quoted(language)
            + ", \"version\": 1, \"text\": "
            + quoted(text)
            + "}}");
  }

  /** Replaces the whole text; returns the new version. */
  public int replace(String uri, String text) {
    return change(uri, "[{\"text\": " + quoted(text) + "}]");
  }

  /** Replaces a part; returns the new version. */
  public int edit(String uri, int line, int character, int endLine, int endCharacter, String text) {
    return change(
        uri,
        "[{\"range\": "
            + range(line, character, endLine, endCharacter)
            + ", \"text\": "
            + quoted(text)
            + "}]");
  }

  /** Changes a document as the protocol has it; returns the new version. */
  public int change(String uri, String changes) {
    int version = versions.merge(uri, 1, Integer::sum);
    notify(
        "textDocument/didChange",
        "{\"textDocument\": {\"uri\": "
            + quoted(uri)
            + ", \"version\": "
            + version
            + "}, \"contentChanges\": "
            + changes
            + "}");
    return version;
  }

  public void close(String uri) {
    versions.remove(uri);
    notify("textDocument/didClose", "{\"textDocument\": {\"uri\": " + quoted(uri) + "}}");
  }

  /** A range as the protocol writes it. */
  public static String range(int line, int character, int endLine, int endCharacter) {
    return "{\"start\": {\"line\": %d, \"character\": %d}, \"end\": {\"line\": %d, \"character\": %d}}"
        .formatted(line, character, endLine, endCharacter);
  }

  /** Asks something about a place in a document. */
  public JsonNode askAt(String method, String uri, int line, int character) {
    return ask(
        method,
        "{\"textDocument\": {\"uri\": %s}, \"position\": {\"line\": %d, \"character\": %d}}"
            .formatted(quoted(uri), line, character));
  }

  /** Waits until the server has sent diagnostics of a document in its newest version. */
  public List<JsonNode> diagnostics(String uri) {
    int version = versions.getOrDefault(uri, 0);
    return diagnostics(uri, sent -> version == 0 || sent.path("version").asInt(-1) == version);
  }

  /** Waits until the server has sent such diagnostics of a document. */
  public List<JsonNode> diagnostics(String uri, Predicate<JsonNode> wanted) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    synchronized (received) {
      while (true) {
        JsonNode sent = diagnostics.get(uri);
        if (sent != null && wanted.test(sent)) {
          return List.copyOf(sent.path("diagnostics").valueStream().toList());
        }
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left <= 0) {
          throw new IllegalStateException("No such diagnostics of " + uri + "; last: " + sent);
        }
        try {
          received.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(e);
        }
      }
    }
  }

  /** Everything that the server has sent unasked, oldest first. */
  public List<JsonNode> received(String method) {
    synchronized (received) {
      return received.stream()
          .filter(message -> message.path("method").asString("").equals(method))
          .toList();
    }
  }

  /** Waits until the server has sent such a message. */
  public JsonNode awaitMessage(String method, Predicate<JsonNode> wanted) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    synchronized (received) {
      while (true) {
        for (JsonNode message : received(method)) {
          if (wanted.test(message.path("params"))) {
            return message.path("params");
          }
        }
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left <= 0) {
          throw new IllegalStateException("No such " + method);
        }
        try {
          received.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(e);
        }
      }
    }
  }

  /** The newest diagnostics of every document, by address. */
  public Map<String, JsonNode> allDiagnostics() {
    synchronized (received) {
      return Map.copyOf(diagnostics);
    }
  }

  /** Shuts the server down as the protocol wants it. */
  public void shutDown() {
    ask("shutdown", "null");
    notify("exit", "null");
  }

  /** Is completed when the server writes no more. */
  public CompletableFuture<Void> end() {
    return end;
  }

  /** Goes without a word. */
  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      // The server has gone first.
    }
  }

  /** Sends a message as it is. */
  public void send(String message) {
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
            new Refusal(error.path("code").asInt(0), error.path("message").asString("")));
      } else if (answer != null) {
        answer.complete(message.path("result"));
      }
      return;
    }
    String method = message.path("method").asString("");
    if (message.has("id")) {
      reply(message, method);
    }
    synchronized (received) {
      received.add(message);
      if (method.equals("textDocument/publishDiagnostics")) {
        JsonNode params = message.path("params");
        diagnostics.put(params.path("uri").asString(""), params);
      }
      received.notifyAll();
    }
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
