package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.gate.GateResult;
import dev.plimsoll.deploy.gate.Verdict;
import dev.plimsoll.deploy.journal.Journal;
import dev.plimsoll.deploy.journal.JournalEntry;
import dev.plimsoll.deploy.journal.Step;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.record.DeployRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the record of a deploy, and tells those who want to know. Neither undoes a deploy. */
final class Recorder {

  private static final String FILE = "record.dsse.json";
  private static final int ATTEMPTS = 3;

  private final DeployRequest request;
  private final Journal journal;
  private final List<GateResult> more;

  /**
   * @param more what gates have said beside those that the journal has
   */
  Recorder(DeployRequest request, Journal journal, List<GateResult> more) {
    this.request = request;
    this.journal = journal;
    this.more = more;
  }

  /** Writes and tells; what of it failed is among the results. */
  List<GateResult> write(Outcome outcome) {
    List<GateResult> results = new ArrayList<>();
    results.add(document(outcome));
    results.add(result("stakeholders-notified", tell(outcome)));
    return results;
  }

  /** Writes the record alone. */
  GateResult document(Outcome outcome) {
    return result("release-documented", write(outcome, journal.folder().resolve(FILE)));
  }

  private Verdict write(Outcome outcome, Path file) {
    DeployRecord record =
        DeployRecord.of(request.plan().release(), request.folder().hash(), predicate(outcome));
    try {
      Files.writeString(file, record.envelope(request.key()));
    } catch (IOException e) {
      return Verdict.deny("The record cannot be written: " + e.getMessage() + ".", "");
    }
    String name = journal.folder().getFileName() + "/" + file.getFileName();
    return request.key().isPresent()
        ? Verdict.allow("The signed record is in " + name)
        : Verdict.off("The record is in " + name + ", and nobody has signed it; --sign-key does.");
  }

  private JsonNode predicate(Outcome outcome) {
    ObjectNode predicate = Json.object();
    predicate.put("result", outcome.result().name());
    predicate.put("text", outcome.text());
    predicate.put("owner", request.owner());
    predicate.put("author", request.plan().author());
    predicate.put("commit", request.plan().commit());
    predicate.put("environment", request.plan().environment());
    predicate.put("cluster", request.plan().identity().uid());
    predicate.put("namespace", request.plan().namespace());
    predicate.put("chart", request.plan().chart());
    predicate.put("helm", request.plan().helm());
    ArrayNode steps = Json.array();
    for (JournalEntry entry : journal.entries()) {
      steps.add(Json.object().put("step", entry.step().name()).put("time", entry.time()));
    }
    predicate.set("steps", steps);
    ArrayNode gates = Json.array();
    journal.find(Step.GATES).ifPresent(entry -> entry.facts().path("gates").forEach(gates::add));
    more.forEach(result -> gates.add(result.toJson()));
    predicate.set("gates", gates);
    return predicate;
  }

  private Verdict tell(Outcome outcome) {
    List<JsonNode> receivers = request.settings().entries("notify");
    if (receivers.isEmpty()) {
      return Verdict.off("The project names nobody to tell.");
    }
    List<String> failed = new ArrayList<>();
    try (Web web = new Web()) {
      for (JsonNode receiver : receivers) {
        String variable = Json.text(receiver, "urlFrom");
        String address =
            variable.isEmpty()
                ? Json.text(receiver, "url")
                : request.environment().getOrDefault(variable, "");
        if (!isTold(web, address, message(Json.text(receiver, "form"), outcome))) {
          String name = Json.text(receiver, "name");
          failed.add(name.isEmpty() ? "a receiver" : name);
        }
      }
    }
    return failed.isEmpty()
        ? Verdict.allow("Told " + receivers.size() + " receivers")
        : Verdict.deny(String.join(", ", failed) + " could not be told.", "");
  }

  private static boolean isTold(Web web, String address, String message) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (web.post(address, message, Duration.ofSeconds(5)).status() / 100 == 2) {
        return true;
      }
    }
    return false;
  }

  private String message(String form, Outcome outcome) {
    String text = request.plan().title() + ": " + outcome.text();
    ObjectNode facts =
        Json.object()
            .put("release", request.plan().release())
            .put("environment", request.plan().environment())
            .put("result", outcome.result().name())
            .put("plan", request.folder().hash())
            .put("text", outcome.text());
    return Json.line(
        switch (form) {
          case "slack", "teams" -> Json.object().put("text", text);
          case "cloudevents" -> {
            ObjectNode event =
                Json.object()
                    .put("specversion", "1.0")
                    .put("type", "dev.plimsoll.deploy.ended")
                    .put("source", "/plimsoll/" + request.plan().identity().uid())
                    .put("id", request.folder().shortHash() + "-" + journal.folder().getFileName())
                    .put("time", request.cluster().clock().now().toString())
                    .put("datacontenttype", "application/json");
            event.set("data", facts);
            yield event;
          }
          default -> facts;
        });
  }

  private GateResult result(String gate, Verdict verdict) {
    return new GateResult(gate, verdict, request.cluster().clock().now().toString());
  }
}
