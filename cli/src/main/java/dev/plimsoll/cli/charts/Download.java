package dev.plimsoll.cli.charts;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Requests over HTTP whose answers are bounded in size and time. */
final class Download {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int OK = 200;

  private @Nullable HttpClient client;

  /** An answer, whatever its status. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Reply(int status, byte[] body, Map<String, String> headers) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** The body of an answer that is one. */
  byte[] get(URI address, Map<String, String> headers, int most) throws ChartUnavailable {
    Reply reply = ask(address, headers, most);
    if (reply.status() != OK) {
      throw new ChartUnavailable("which answers %d for `%s`".formatted(reply.status(), address));
    }
    return reply.body();
  }

  /** Asks for something of at most {@code most} bytes. */
  Reply ask(URI address, Map<String, String> headers, int most) throws ChartUnavailable {
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new ChartUnavailable("whose address `" + address + "` is not of HTTP");
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
    headers.forEach(request::header);
    try {
      HttpResponse<InputStream> response =
          client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
          throw new ChartUnavailable(
              "whose `%s` is larger than %d MiB".formatted(address, most >> 20));
        }
        Map<String, String> said = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers().map().forEach((name, values) -> said.put(name, values.getFirst()));
        return new Reply(response.statusCode(), bytes, said);
      }
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new ChartUnavailable("which cannot be reached at `" + address + "` (" + why + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChartUnavailable("which was not waited for");
    }
  }

  /** Most runs need none, and it takes its time to start. */
  private synchronized HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .followRedirects(HttpClient.Redirect.NORMAL)
              .connectTimeout(Duration.ofSeconds(10))
              .build();
    }
    return client;
  }
}
