package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.plan.PlanFolder;
import java.io.IOException;
import java.util.List;

/** No secret stands in the values as plain text. */
final class SecretsEncrypted implements Gate {

  @Override
  public String id() {
    return "secrets-encrypted";
  }

  @Override
  public Strictness strictness() {
    return Strictness.STAGING;
  }

  private static final List<String> RULES =
      List.of("plaintext-secret", "partly-encrypted-sops-file", "unencrypted-sops-file");

  @Override
  public Verdict judge(GateContext context) throws IOException, PlanFolder.Tampered {
    return Findings.verdict(
        Findings.of(context, each -> Findings.isRule(each, RULES)),
        "No rule finds a secret in plain text",
        "Encrypt it, or leave it to an external secret store.");
  }
}
