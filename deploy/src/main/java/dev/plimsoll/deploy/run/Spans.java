package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.journal.JournalEntry;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.plan.Plan;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The steps of a deploy as spans of OpenTelemetry, for whoever names a collector by the variables
 * of its specification. They are made of the journal, so that a deploy that was resumed has those
 * of before too.
 */
final class Spans {

  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
  private static final String TRACES = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
  private static final String HEADERS = "OTEL_EXPORTER_OTLP_HEADERS";
  private static final String TRACES_HEADERS = "OTEL_EXPORTER_OTLP_TRACES_HEADERS";
  private static final Pattern PARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int INTERNAL = 1;
  private static final int OK = 1;
  private static final int ERROR = 2;

  private final Map<String, String> environment;
  private final Plan plan;
  private final String planHash;

  Spans(Map<String, String> environment, Plan plan, String planHash) {
    this.environment = environment;
    this.plan = plan;
    this.planHash = planHash;
  }

  /**
   * Sends them.
   *
   * @return why that failed, in a sentence; empty if it did not, or nobody wants them
   */
  Optional<String> send(List<JournalEntry> entries, Outcome outcome) {
    Optional<String> address = address();
    if (address.isEmpty() || entries.isEmpty()) {
      return Optional.empty();
    }
    try (Web web = new Web()) {
      Web.Answer answer =
          web.post(address.get(), Json.line(request(entries, outcome)), headers(), PATIENCE);
      return answer.status() / 100 == 2
          ? Optional.empty()
          : Optional.of("The spans could not be sent: " + answer.problem());
    }
  }

  /** Where the collector takes traces. */
  private Optional<String> address() {
    if (environment.getOrDefault("OTEL_SDK_DISABLED", "").equalsIgnoreCase("true")
        || environment.getOrDefault("OTEL_TRACES_EXPORTER", "otlp").equals("none")) {
      return Optional.empty();
    }
    String traces = environment.getOrDefault(TRACES, "");
    if (!traces.isEmpty()) {
      return Optional.of(traces);
    }
    String endpoint = environment.getOrDefault(ENDPOINT, "");
    return endpoint.isEmpty()
        ? Optional.empty()
        : Optional.of(endpoint.replaceAll("/+$", "") + "/v1/traces");
  }

  private Map<String, String> headers() {
    return pairs(environment.getOrDefault(TRACES_HEADERS, environment.getOrDefault(HEADERS, "")));
  }

  /** {@code name=value,name=value}, with the escapes of URLs. */
  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text.split(",", -1)) {
      int equal = pair.indexOf('=');
      if (equal > 0) {
        pairs.put(pair.substring(0, equal).strip(), decoded(pair.substring(equal + 1).strip()));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private JsonNode request(List<JournalEntry> entries, Outcome outcome) {
    ObjectNode scope = Json.object();
    scope.set("scope", Json.object().put("name", "dev.plimsoll.deploy"));
    scope.set("spans", spans(entries, outcome));
    Map<String, String> resource = new LinkedHashMap<>();
    resource.put("service.name", "plimsoll");
    resource.putAll(pairs(environment.getOrDefault("OTEL_RESOURCE_ATTRIBUTES", "")));
    String name = environment.getOrDefault("OTEL_SERVICE_NAME", "");
    if (!name.isEmpty()) {
      resource.put("service.name", name);
    }
    ObjectNode spans = Json.object();
    spans.set("resource", Json.object().set("attributes", attributes(resource)));
    spans.set("scopeSpans", Json.array().add(scope));
    return Json.object().set("resourceSpans", Json.array().add(spans));
  }

  private ArrayNode spans(List<JournalEntry> entries, Outcome outcome) {
    String deploy = planHash + Json.text(entries.getFirst().facts(), "deploy");
    Matcher parent = PARENT.matcher(environment.getOrDefault("TRACEPARENT", ""));
    boolean hasParent = parent.matches();
    String trace = hasParent ? parent.group(1) : id(deploy, 32);
    String root = id(deploy + "deploy", 16);
    ArrayNode spans = Json.array();
    ObjectNode whole =
        span(trace, root, "deploy " + plan.release(), entries.getFirst(), entries.getLast());
    if (hasParent) {
      whole.put("parentSpanId", parent.group(2));
    }
    whole.set(
        "attributes",
        attributes(
            Map.of(
                "plimsoll.release", plan.release(),
                "plimsoll.environment", plan.environment(),
                "plimsoll.plan", planHash,
                "plimsoll.result", outcome.result().name(),
                "k8s.cluster.uid", plan.identity().uid(),
                "k8s.namespace.name", plan.namespace())));
    boolean isGood = outcome.result() == Outcome.Result.DEPLOYED;
    ObjectNode status = Json.object().put("code", isGood ? OK : ERROR);
    whole.set("status", isGood ? status : status.put("message", outcome.text()));
    spans.add(whole);
    for (int i = 0; i + 1 < entries.size(); i++) {
      JournalEntry entry = entries.get(i);
      spans.add(
          span(trace, id(deploy + i, 16), entry.step().name(), entry, entries.get(i + 1))
              .put("parentSpanId", root));
    }
    return spans;
  }

  private static ObjectNode span(
      String trace, String id, String name, JournalEntry from, JournalEntry until) {
    return Json.object()
        .put("traceId", trace)
        .put("spanId", id)
        .put("name", name)
        .put("kind", INTERNAL)
        .put("startTimeUnixNano", nanos(from.time()))
        .put("endTimeUnixNano", nanos(until.time()));
  }

  private static ArrayNode attributes(Map<String, String> texts) {
    ArrayNode attributes = Json.array();
    texts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(text -> {
          ObjectNode attribute = Json.object().put("key", text.getKey());
          attribute.set("value", Json.object().put("stringValue", text.getValue()));
          attributes.add(attribute);
        });
    return attributes;
  }

  private static String id(String text, int length) {
    String digest = Json.digest(text);
    return digest.substring(digest.length() - length);
  }

  /** A number of 64 bits is a text in JSON. */
  private static String nanos(String time) {
    Instant instant = Instant.parse(time);
    return instant.getEpochSecond() + "%09d".formatted(instant.getNano());
  }
}
