package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The spans that a collector of OpenTelemetry gets over HTTP, as the variables of its SDKs say. */
@Tag("cluster")
final class DeploySpansTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";

  @TempDir private Path folder;
  private final ConcurrentLinkedQueue<JsonNode> received = new ConcurrentLinkedQueue<>();
  private HttpServer collector;

  @BeforeEach
  void start() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext("/v1/traces", this::take);
    collector.start();
  }

  @AfterEach
  void stop() {
    collector.stop(0);
  }

  /** Takes what a collector would, and nothing else. */
  private void take(HttpExchange exchange) throws IOException {
    boolean isRight =
        exchange.getRequestMethod().equals("POST")
            && "application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))
            && "key 1".equals(exchange.getRequestHeaders().getFirst("X-Api-Key"));
    received.add(new JsonMapper().readTree(exchange.getRequestBody().readAllBytes()));
    exchange.sendResponseHeaders(isRight ? 200 : 401, -1);
    exchange.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void everyStepIsASpanOfTheTraceThatTheJobBelongsTo(int helm) {
    DeployBench bench = bench(helm, "http://127.0.0.1:" + collector.getAddress().getPort());

    bench.plan("plan");
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.code()).as(deploy.out()).isZero();
    assertThat(deploy.out()).doesNotContain("spans");
    JsonNode resource = received.element().path("resourceSpans").path(0);
    assertThat(attribute(resource.path("resource"), "service.name")).isEqualTo("shop deploys");
    assertThat(attribute(resource.path("resource"), "team")).isEqualTo("web");
    List<JsonNode> spans = new ArrayList<>();
    resource.path("scopeSpans").path(0).path("spans").forEach(spans::add);
    JsonNode root = spans.getFirst();
    assertThat(root.path("name").asString()).isEqualTo("deploy web");
    assertThat(root.path("parentSpanId").asString()).isEqualTo(PARENT);
    assertThat(root.path("status").path("code").asInt()).isEqualTo(1);
    assertThat(attribute(root, "plimsoll.result")).isEqualTo("DEPLOYED");
    assertThat(attribute(root, "k8s.namespace.name")).isEqualTo(bench.namespace());
    assertThat(spans.stream().skip(1).map(span -> span.path("name").asString()))
        .containsExactly(
            "START", "GATES", "BACKUP", "APPLY", "HELM", "APPLIED", "HEALTHY", "VERIFIED");
    assertThat(spans).allMatch(span -> span.path("traceId").asString().equals(TRACE));
    assertThat(spans.stream().map(span -> span.path("spanId").asString()))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[0-9a-f]{16}"));
    assertThat(spans.stream().skip(1))
        .allMatch(span -> span.path("parentSpanId").equals(root.path("spanId")))
        .allMatch(span -> nanos(span, "startTimeUnixNano") <= nanos(span, "endTimeUnixNano"))
        .allMatch(span -> nanos(span, "startTimeUnixNano") >= nanos(root, "startTimeUnixNano"))
        .allMatch(span -> nanos(span, "endTimeUnixNano") <= nanos(root, "endTimeUnixNano"));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aDeployThatIsRefusedOrFailsHasASpanThatSaysWhy(int helm) {
    DeployBench bench = bench(helm, "http://127.0.0.1:" + collector.getAddress().getPort());
    bench.project("deploy: {freeze: [{from: \"2020-01-01\", until: \"2099-12-31\"}]}\n");
    bench.plan("frozen");
    assertThat(bench.deploy("frozen").code()).isEqualTo(4);
    bench.project("");
    bench.plan("plan", "--set", "behaviour=crash");
    assertThat(bench.deploy("plan").code()).isEqualTo(5);

    List<JsonNode> roots =
        received.stream().map(trace -> trace.at("/resourceSpans/0/scopeSpans/0/spans/0")).toList();
    assertThat(roots).allMatch(root -> root.path("status").path("code").asInt() == 2);
    assertThat(roots.get(0).path("status").path("message").asString())
        .contains("Nothing is deployed now.");
    assertThat(attribute(roots.get(0), "plimsoll.result")).isEqualTo("DENIED");
    assertThat(roots.get(1).path("status").path("message").asString())
        .contains("is in CrashLoopBackOff");
    assertThat(attribute(roots.get(1), "plimsoll.result")).isEqualTo("ROLLED_BACK");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aCollectorThatIsAwayStopsNothing(int helm) {
    DeployBench bench = bench(helm, "http://127.0.0.1:1");

    bench.plan("plan");
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out()).contains("The spans could not be sent: there is no answer.");
    assertThat(deploy.code()).isZero();
    assertThat(bench.history()).isEqualTo("1 deployed");
  }

  private DeployBench bench(int helm, String collectorAddress) {
    return DeployBench.in(folder, helm)
        .with(
            Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                collectorAddress,
                "OTEL_EXPORTER_OTLP_HEADERS",
                "x-api-key=key%201",
                "OTEL_SERVICE_NAME",
                "shop deploys",
                "OTEL_RESOURCE_ATTRIBUTES",
                "team=web,service.name=other",
                "TRACEPARENT",
                "00-" + TRACE + "-" + PARENT + "-01"));
  }

  private static String attribute(JsonNode of, String key) {
    for (JsonNode attribute : of.path("attributes")) {
      if (attribute.path("key").asString().equals(key)) {
        return attribute.path("value").path("stringValue").asString();
      }
    }
    return "";
  }

  private static long nanos(JsonNode span, String field) {
    return Long.parseLong(span.path(field).asString());
  }
}
