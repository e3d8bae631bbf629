package dev.plimsoll.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real API server, on loopback and for tests alone: its certificate is not looked at. */
final class ApiServer {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern STRICT = Pattern.compile("(?:unknown|duplicate) field \"([^\"]+)\"");

  private final HttpClient client;
  private final String url;
  private final String token;
  private final Map<String, Map<String, JsonNode>> kinds = new HashMap<>();

  /**
   * What the server says of an object.
   *
   * @param fields the paths that it complains about
   */
  record Answer(int status, String message, List<String> fields) {

    boolean isRefused() {
      boolean isTaken = status / 100 == 2 || status == 409;
      // Pods want an account that a release brings along.
      boolean isAboutOthers = status == 403;
      return !isTaken && !isAboutOthers;
    }
  }

  private ApiServer(String url, String token) {
    this.url = url;
    this.token = token;
    this.client = HttpClient.newBuilder().sslContext(trusting()).build();
  }

  static ApiServer of(Path kubeconfig) throws IOException {
    String text = Files.readString(kubeconfig);
    return new ApiServer(
        first(text, "server: *\"?([^\",}\\s]+)"), first(text, "token: *\"?([^\",}\\s]+)"));
  }

  private static String first(String text, String form) {
    Matcher matcher = Pattern.compile(form).matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("The kubeconfig has no " + form);
    }
    return matcher.group(1);
  }

  String version() throws InterruptedException {
    return JSON.readTree(get("/version").body()).path("gitVersion").asString();
  }

  /** Creates something for real. */
  Answer create(String apiVersion, String kind, String namespace, String json)
      throws InterruptedException {
    return post(apiVersion, kind, namespace, json, "");
  }

  /** Asks what would become of an object. */
  Answer judge(String apiVersion, String kind, String namespace, String json)
      throws InterruptedException {
    return post(apiVersion, kind, namespace, json, "?dryRun=All&fieldValidation=Strict");
  }

  private Answer post(String apiVersion, String kind, String namespace, String json, String options)
      throws InterruptedException {
    Optional<JsonNode> resource = resource(apiVersion, kind);
    if (resource.isEmpty()) {
      return new Answer(404, "no matches for kind \"" + kind + "\"", List.of("kind"));
    }
    String scope = resource.get().path("namespaced").asBoolean() ? "/namespaces/" + namespace : "";
    String path = root(apiVersion) + scope + "/" + resource.get().path("name").asString();
    HttpResponse<String> response =
        send(
            request(path + options)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    return answer(response);
  }

  private static Answer answer(HttpResponse<String> response) {
    if (response.statusCode() / 100 == 2) {
      return new Answer(response.statusCode(), "", List.of());
    }
    JsonNode status = JSON.readTree(response.body());
    String message = status.path("message").asString("");
    List<String> fields = new ArrayList<>();
    for (JsonNode cause : status.at("/details/causes")) {
      fields.add(cause.path("field").asString(""));
    }
    STRICT.matcher(message).results().forEach(match -> fields.add(match.group(1)));
    return new Answer(response.statusCode(), message, fields);
  }

  /** Forgets what kinds there are. */
  void forget() {
    kinds.clear();
  }

  private Optional<JsonNode> resource(String apiVersion, String kind) throws InterruptedException {
    Map<String, JsonNode> known = kinds.get(apiVersion);
    if (known == null) {
      known = new HashMap<>();
      HttpResponse<String> response = get(root(apiVersion));
      if (response.statusCode() == 200) {
        for (JsonNode resource : JSON.readTree(response.body()).path("resources")) {
          if (!resource.path("name").asString().contains("/")) {
            known.put(resource.path("kind").asString(), resource);
          }
        }
      }
      kinds.put(apiVersion, known);
    }
    return Optional.ofNullable(known.get(kind));
  }

  private static String root(String apiVersion) {
    return apiVersion.contains("/") ? "/apis/" + apiVersion : "/api/" + apiVersion;
  }

  private HttpResponse<String> get(String path) throws InterruptedException {
    return send(request(path).GET().build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SSLContext trusting() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Trusting()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes any certificate of a server that the test itself has started. */
  private static final class Trusting extends X509ExtendedTrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
