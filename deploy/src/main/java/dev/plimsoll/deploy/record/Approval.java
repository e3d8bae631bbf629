package dev.plimsoll.deploy.record;

import dev.plimsoll.deploy.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One person's agreement to one plan.
 *
 * @param signature over {@link #statement}, in the armour of OpenSSH or OpenPGP
 */
public record Approval(String planHash, String approver, Instant time, String signature) {

  /** What is signed. */
  public String statement() {
    return statement(planHash, approver, time);
  }

  /** What a person signs to approve a plan. */
  public static String statement(String planHash, String approver, Instant time) {
    return "plimsoll approval\nplan "
        + planHash
        + "\napprover "
        + approver
        + "\ntime "
        + time
        + "\n";
  }

  /** Whether it was signed by the key of its approver, SSH or OpenPGP as the project has it. */
  public boolean isSignedBy(String key) {
    return PgpKeys.isPublic(key)
        ? PgpKeys.verifies(key, statement(), signature, time)
        : SshKeys.verifies(key, statement(), signature);
  }

  /** Puts it beside the plan. */
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    String name = approver.replaceAll("[^A-Za-z0-9@._-]", "_").replaceAll("^\\.+", "_");
    Path file = folder.resolve(name + ".json");
    Files.writeString(
        file,
        Json.canonical(
            Json.object()
                .put("plan", planHash)
                .put("approver", approver)
                .put("time", time.toString())
                .put("signature", signature)));
    return file;
  }

  /** Every approval in a folder; what is none is passed over, as it approves nothing. */
  public static List<Approval> readAll(Path folder) throws IOException {
    List<Approval> approvals = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return approvals;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        read(Files.readString(file)).ifPresent(approvals::add);
      }
    }
    return approvals;
  }

  private static Optional<Approval> read(String text) {
    try {
      JsonNode json = Json.parse(text);
      return Optional.of(
          new Approval(
              Json.text(json, "plan"),
              Json.text(json, "approver"),
              Instant.parse(Json.text(json, "time")),
              Json.text(json, "signature")));
    } catch (Json.Malformed | DateTimeException e) {
      return Optional.empty();
    }
  }
}
