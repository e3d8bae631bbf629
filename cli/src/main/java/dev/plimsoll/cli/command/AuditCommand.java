package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.record.DeployRecord;
import dev.plimsoll.deploy.record.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code plimsoll audit}: verifies the records of deploys. */
public final class AuditCommand implements Command {

  private final Console console;
  private String record = "";
  private String key = "";
  private @Nullable String plan;

  public AuditCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("audit", this)
        .header("Verify the records of deploys, without a cluster.")
        .subcommands(
            "verify",
            Options.of("verify", this::verify)
                .header("Verify who signed a record, and show what it says.")
                .parameter("RECORD", "The record.", value -> record = value)
                .requiredText("--key=FILE", "The public Ed25519 key (PEM).", value -> key = value)
                .text("--plan=DIR", "The plan that the record must be of.", value -> plan = value));
  }

  @Override
  public Integer call() {
    throw new UsageError("Say what to do: `plimsoll audit verify RECORD --key FILE`.");
  }

  private int verify() {
    try {
      DeployRecord found =
          DeployRecord.verify(
              Files.readString(console.directory().resolve(record)),
              SigningKey.readPublic(console.directory().resolve(key)));
      if (plan != null) {
        String hash = PlanFolder.read(console.directory().resolve(plan).normalize()).hash();
        if (!hash.equals(found.planHash())) {
          return refused("It is of the plan " + found.planHash() + ", and not of this one.");
        }
      }
      show(found);
      return ExitCode.OK;
    } catch (DeployRecord.Unverified unverified) {
      return refused(unverified.reason());
    } catch (PlanFolder.Tampered tampered) {
      return refused(tampered.reason());
    } catch (IOException e) {
      throw new UsageError("The record cannot be verified: " + e.getMessage() + ".");
    }
  }

  private int refused(String why) {
    console.err().println("plimsoll: The record is not valid. " + why);
    return ExitCode.DIAGNOSTICS;
  }

  private void show(DeployRecord record) {
    JsonNode predicate = record.statement().path("predicate");
    console.out().println("The record is valid: " + Json.text(predicate, "text"));
    console.out().println("  plan      " + record.planHash());
    console.out().println("  chart     " + Json.text(predicate, "chart"));
    console
        .out()
        .println(
            "  " + end(Json.text(predicate, "result")) + " by " + Json.text(predicate, "owner"));
    for (JsonNode gate : predicate.path("gates")) {
      console
          .out()
          .println(
              "  %-5s %-22s %s"
                  .formatted(
                      Json.text(gate, "decision"),
                      Json.text(gate, "gate"),
                      Json.text(gate, "evidence")));
    }
  }

  /** What became of it, and what its owner has to do with that. */
  private static String end(String result) {
    return switch (result) {
      case "DEPLOYED" -> "deployed ";
      case "DENIED" -> "refused   wanted";
      case "ROLLED_BACK" -> "undone    started";
      default -> "stuck     started";
    };
  }
}
