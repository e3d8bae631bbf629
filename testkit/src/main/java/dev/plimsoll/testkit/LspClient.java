package dev.plimsoll.testkit;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An editor, as a language server sees one: it speaks JSON-RPC over two streams and knows nothing
 * of the server but the protocol. Thread-safe.
 */
public final class LspClient implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonRpc rpc;
  private final Map<String, JsonNode> diagnostics = new HashMap<>();
  private final List<JsonNode> received = new ArrayList<>();
  private final Map<String, Integer> versions = new ConcurrentHashMap<>();

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
    this.rpc = new JsonRpc(out, this::take);
    rpc.start(in);
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
    rpc.onRequest(method, handler);
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
    return rpc.request(method, params);
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
    rpc.notify(method, params);
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
    return rpc.end();
  }

  /** Goes without a word. */
  @Override
  public void close() {
    rpc.close();
  }

  /** Sends a message as it is. */
  public void send(String message) {
    rpc.send(message);
  }

  private void take(JsonNode message) {
    synchronized (received) {
      received.add(message);
      if (message.path("method").asString("").equals("textDocument/publishDiagnostics")) {
        JsonNode params = message.path("params");
        diagnostics.put(params.path("uri").asString(""), params);
      }
      received.notifyAll();
    }
  }
}
