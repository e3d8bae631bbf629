package dev.plimsoll.deploy.cluster;

import dev.plimsoll.deploy.json.Json;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A cluster, reached through one context. Objects are JSON, as the API server has them. */
public final class Cluster implements AutoCloseable {

  private static final String JSON = "application/json";
  private static final long PATIENCE_SECONDS = 20;

  private final HttpConnections connections;
  private final HttpClient http;
  private final String server;
  private final String context;
  private final ServerClock clock = new ServerClock();

  private Cluster(HttpConnections connections, HttpClient http, String server, String context) {
    this.connections = connections;
    this.http = http;
    this.server = server;
    this.context = context;
  }

  /** Prepares the way to a cluster; nothing is asked yet. */
  public static Cluster of(Kubeconfig kubeconfig) throws ClusterFailure {
    Config config = kubeconfig.load();
    String context = config.getCurrentContext() == null ? "" : config.getCurrentContext().getName();
    HttpConnections connections = new HttpConnections();
    HttpClient http = connections.newBuilder(config).build();
    return new Cluster(connections, http, config.getMasterUrl().replaceAll("/+$", ""), context);
  }

  /** The name of the context; empty inside a cluster. */
  public String context() {
    return context;
  }

  /** The time as the API server has it. */
  public ServerClock clock() {
    return clock;
  }

  /** Which cluster this is, and its version. */
  public ClusterIdentity identity() throws ClusterFailure {
    JsonNode namespace = get("/api/v1/namespaces/kube-system");
    JsonNode version = get("/version");
    return new ClusterIdentity(
        Json.text(namespace, "metadata", "uid"), Json.text(version, "gitVersion"), context);
  }

  /** An object, or whatever else is at a path. */
  public JsonNode get(String path) throws ClusterFailure {
    return request("GET", path, JSON, null);
  }

  /** The same where it may well not be there. */
  public Optional<JsonNode> find(String path) throws ClusterFailure {
    try {
      return Optional.of(get(path));
    } catch (ClusterFailure failure) {
      if (failure.kind() == ClusterFailure.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** The items of a list that fit a label selector; an empty one fits all. */
  public List<JsonNode> list(String path, String selector) throws ClusterFailure {
    List<JsonNode> items = new ArrayList<>();
    String query =
        path + "?limit=500" + (selector.isEmpty() ? "" : "&labelSelector=" + encoded(selector));
    String next = "";
    do {
      JsonNode page = get(query + (next.isEmpty() ? "" : "&continue=" + encoded(next)));
      page.path("items").forEach(items::add);
      next = Json.text(page, "metadata", "continue");
    } while (!next.isEmpty());
    return items;
  }

  public JsonNode create(String path, JsonNode object) throws ClusterFailure {
    return request("POST", path, JSON, Json.line(object));
  }

  /** Replaces an object; its resource version, if it has one, must be that of the server. */
  public JsonNode replace(String path, JsonNode object) throws ClusterFailure {
    return request("PUT", path, JSON, Json.line(object));
  }

  public void delete(String path) throws ClusterFailure {
    try {
      request("DELETE", path, JSON, null);
    } catch (ClusterFailure failure) {
      if (failure.kind() != ClusterFailure.Kind.NOT_FOUND) {
        throw failure;
      }
    }
  }

  /**
   * What server-side apply would make of an object; nothing is changed.
   *
   * @param manager whose fields they would be
   * @param force whether fields of others are taken over
   */
  public JsonNode tryApply(String path, JsonNode object, String manager, boolean force)
      throws ClusterFailure {
    String query = "?dryRun=All&fieldManager=" + encoded(manager) + "&force=" + force;
    return request("PATCH", path + query, "application/apply-patch+yaml", Json.line(object));
  }

  /** The last lines that a container wrote; empty if there are none, or nobody may read them. */
  public List<String> logs(
      String namespace, String pod, String container, boolean previous, int lines) {
    String path =
        "/api/v1/namespaces/"
            + namespace
            + "/pods/"
            + pod
            + "/log?tailLines="
            + lines
            + "&limitBytes=65536&container="
            + encoded(container)
            + (previous ? "&previous=true" : "");
    try {
      return exchange("GET", path, "*/*", null).lines().toList();
    } catch (ClusterFailure failure) {
      return List.of();
    }
  }

  private JsonNode request(String method, String path, String type, @Nullable String body)
      throws ClusterFailure {
    try {
      return Json.parse(exchange(method, path, type, body));
    } catch (Json.Malformed e) {
      throw new ClusterFailure(
          ClusterFailure.Kind.OTHER,
          "What answers at " + server + " is no API server of Kubernetes.");
    }
  }

  private String exchange(String method, String path, String type, @Nullable String body)
      throws ClusterFailure {
    HttpRequest.Builder builder = http.newHttpRequestBuilder().uri(server + path);
    if (body == null && "GET".equals(method)) {
      builder.header("Accept", type.equals(JSON) ? JSON : "*/*");
    } else {
      builder.method(method, type, body == null ? "" : body);
    }
    HttpResponse<String> answer = answer(builder.build());
    clock.read(answer.header("Date"));
    if (!answer.isSuccessful()) {
      throw new ClusterFailure(ClusterFailure.kindOf(answer.code()), problem(answer));
    }
    return answer.body() == null ? "" : answer.body();
  }

  private HttpResponse<String> answer(HttpRequest request) throws ClusterFailure {
    try {
      return http.sendAsync(request, String.class).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable("the wait for it was interrupted");
    } catch (TimeoutException e) {
      throw unreachable("it does not answer");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw unreachable(String.valueOf(cause.getMessage() == null ? cause : cause.getMessage()));
    }
  }

  private ClusterFailure unreachable(String why) {
    return new ClusterFailure(
        ClusterFailure.Kind.UNREACHABLE,
        "The API server " + server + " cannot be reached: " + why + ".");
  }

  private static String problem(HttpResponse<String> answer) {
    String body = answer.body() == null ? "" : answer.body();
    try {
      String message = Json.text(Json.parse(body), "message");
      return message.isEmpty() ? "The API server says " + answer.code() + "." : message;
    } catch (Json.Malformed e) {
      return "The API server says " + answer.code() + ".";
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
    connections.close();
  }
}
