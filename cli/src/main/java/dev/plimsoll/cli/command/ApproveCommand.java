package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.record.Approval;
import dev.plimsoll.deploy.record.PgpKeys;
import dev.plimsoll.deploy.record.SshKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** {@code plimsoll approve}: signs a plan. */
public final class ApproveCommand implements Command {

  private final Console console;
  private String folder = "";
  private String name = "";
  private String key = "";

  public ApproveCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("approve", this)
        .header("Approve a plan: sign its hash with an SSH or OpenPGP key.")
        .description(
            "%nThe project names who may approve, with their public keys. An approval is of one plan, byte for"
                + " byte, and nobody approves a plan of their own.%n")
        .examples(
            "  plimsoll approve plan --as ana --key ~/.ssh/id_ed25519",
            "  gpg --export-secret-keys --armor ben > ben.asc; plimsoll approve plan --as ben --key ben.asc")
        .parameter("PLAN", "The folder of the plan.", value -> folder = value)
        .requiredText(
            "--as=NAME", "Who approves, as plimsoll.yaml names the person.", value -> name = value)
        .requiredText(
            "--key=FILE",
            "A private Ed25519 key of SSH, or an armoured one of OpenPGP, without a passphrase.",
            value -> key = value);
  }

  @Override
  public Integer call() {
    try {
      PlanFolder plan = PlanFolder.read(console.directory().resolve(folder).normalize());
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      String statement = Approval.statement(plan.hash(), name, now);
      Path keyFile = console.directory().resolve(key);
      String keyText = Files.readString(keyFile);
      String signature =
          PgpKeys.isPrivate(keyText)
              ? PgpKeys.sign(keyText, statement)
              : SshKeys.sign(keyText, statement);
      new Approval(plan.hash(), name, now, signature).write(plan.approvals());
      console.out().println(name + " approves " + plan.hash() + ": " + plan.plan().title());
      return ExitCode.OK;
    } catch (PlanFolder.Tampered tampered) {
      console.err().println("plimsoll: " + tampered.reason() + " It is not approved.");
      return ExitCode.DENIED;
    } catch (IOException e) {
      throw new UsageError("The plan cannot be approved: " + e.getMessage() + ".");
    }
  }
}
