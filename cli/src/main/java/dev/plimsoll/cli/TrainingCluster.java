package dev.plimsoll.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An API server on this machine that allows everything and has one Deployment, which is ready once
 * a file says that helm was there. It answers what a plan and a deploy ask, and nothing is behind
 * it.
 */
final class TrainingCluster implements AutoCloseable {

  private static final String PATH = "/apis/apps/v1/namespaces/web/deployments/web";

  private static final String NOT_FOUND = "{\"kind\": \"Status\", \"message\": \"not found\"}";

  private static final String DEPLOYMENT =
      """
      {"apiVersion": "apps/v1", "kind": "Deployment",
       "metadata": {"name": "web", "namespace": "web", "uid": "web", "generation": 1},
       "spec": {"replicas": 2, "selector": {"matchLabels": {"app": "web"}}},
       "status": {"observedGeneration": 1, "replicas": 2, "updatedReplicas": 2,
                  "readyReplicas": 2, "availableReplicas": 2}}
      """;

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final TrainingCertificate certificate;
  private final Path applied;

  private TrainingCluster(HttpsServer server, TrainingCertificate certificate, Path applied) {
    this.server = server;
    this.certificate = certificate;
    this.applied = applied;
  }

  /**
   * Starts it on a free port.
   *
   * @param applied is there when helm has applied the release
   */
  static TrainingCluster start(Path applied) throws IOException, GeneralSecurityException {
    TrainingCertificate certificate = TrainingCertificate.make();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    TrainingCluster cluster = new TrainingCluster(server, certificate, applied);
    server.setExecutor(cluster.threads);
    server.createContext("/", cluster::answer);
    server.start();
    return cluster;
  }

  /** The way to it. */
  String kubeconfig() throws GeneralSecurityException {
    return """
    apiVersion: v1
    kind: Config
    current-context: training
    clusters:
      - name: training
        cluster:
          server: https://127.0.0.1:%d
          certificate-authority-data: %s
    users: [{name: training, user: {token: training}}]
    contexts: [{name: training, context: {cluster: training, user: training}}]
    """
        .formatted(
            server.getAddress().getPort(),
            Base64.getEncoder()
                .encodeToString(certificate.pem().getBytes(StandardCharsets.US_ASCII)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String said = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String answer =
          switch (exchange.getRequestMethod()) {
            case "POST" -> said.replaceFirst("\\}$", ", \"status\": {\"allowed\": true}}");
            case "PUT", "PATCH" -> said;
            case "DELETE" -> "{}";
            default -> found(exchange.getRequestURI().toString());
          };
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.equals(NOT_FOUND) ? 404 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String found(String path) {
    if (path.contains("?")) {
      return "{\"items\": []}";
    }
    return switch (path) {
      case "/version" -> "{\"gitVersion\": \"v1.36.0\"}";
      case "/apis" -> "{\"groups\": [{\"versions\": [{\"groupVersion\": \"apps/v1\"}]}]}";
      case "/api/v1" -> resources("Namespace", "namespaces", false);
      case "/apis/apps/v1" -> resources("Deployment", "deployments", true);
      case "/api/v1/namespaces/kube-system", "/api/v1/namespaces/web" ->
          "{\"metadata\": {\"uid\": \"training\"}}";
      case PATH -> Files.exists(applied) ? DEPLOYMENT : NOT_FOUND;
      default -> NOT_FOUND;
    };
  }

  private static String resources(String kind, String plural, boolean namespaced) {
    return "{\"resources\": [{\"kind\": \"%s\", \"name\": \"%s\", \"namespaced\": %s}]}"
        .formatted(kind, plural, namespaced);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
