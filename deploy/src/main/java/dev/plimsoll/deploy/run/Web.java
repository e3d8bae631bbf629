package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks addresses that the project names. What was not closed delays the end of the process. */
final class Web implements AutoCloseable {

  private static final Duration MONITORING = Duration.ofSeconds(10);

  private @Nullable HttpClient client;

  /**
   * What came back.
   *
   * @param problem why there is nothing to read; empty otherwise
   */
  record Answer(int status, String body, String problem) {

    /** The answer as JSON; empty for a status that is no success, or another form. */
    Optional<JsonNode> json() {
      try {
        return status / 100 == 2 ? Optional.of(Json.parse(body)) : Optional.empty();
      } catch (Json.Malformed e) {
        return Optional.empty();
      }
    }
  }

  /** Asks a Prometheus or Alertmanager for what is at a path. */
  Answer monitoring(String server, String path) {
    return get(server.replaceAll("/+$", "") + path, MONITORING);
  }

  /** Asks a Prometheus a query. */
  Answer query(String prometheus, String query) {
    return monitoring(prometheus, "/api/v1/query?query=" + encoded(query));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Answer get(String address, Duration timeout) {
    return send(address, timeout, null, Map.of());
  }

  Answer post(String address, String json, Duration timeout) {
    return post(address, json, Map.of(), timeout);
  }

  /** The same with more headers. */
  Answer post(String address, String json, Map<String, String> headers, Duration timeout) {
    return send(address, timeout, json, headers);
  }

  /** Asks until the answer is as it should be, or the time is over; why it is not. */
  Optional<String> test(String address, int status, String contained, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      Answer answer = get(address, Duration.ofSeconds(5));
      if (answer.status() == status && answer.body().contains(contained)) {
        return Optional.empty();
      }
      if (System.nanoTime() - deadline > 0) {
        return Optional.of(
            answer.status() == 0
                ? answer.problem()
                : address
                    + " answers with "
                    + answer.status()
                    + (answer.status() == status ? " and without the text" : "")
                    + ".");
      }
      try {
        Thread.sleep(Duration.ofMillis(500));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.of("it was interrupted.");
      }
    }
  }

  private Answer send(
      String address, Duration timeout, @Nullable String json, Map<String, String> headers) {
    try {
      HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address)).timeout(timeout);
      headers.forEach(builder::header);
      if (json != null) {
        builder
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
      }
      HttpResponse<String> answer =
          client().send(builder.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(), answer.body(), "it answers with " + answer.statusCode() + ".");
    } catch (IOException e) {
      return new Answer(0, "", "there is no answer.");
    } catch (IllegalArgumentException e) {
      return new Answer(0, "", "its address, or a header, cannot be used.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(0, "", "it was interrupted.");
    }
  }

  /** Made when it is needed: most projects name no addresses. */
  private HttpClient client() {
    HttpClient known = client;
    if (known == null) {
      known =
          HttpClient.newBuilder()
              .connectTimeout(Duration.ofSeconds(5))
              .followRedirects(HttpClient.Redirect.NORMAL)
              .build();
      client = known;
    }
    return known;
  }

  @Override
  public void close() {
    if (client != null) {
      client.shutdownNow();
    }
  }
}
