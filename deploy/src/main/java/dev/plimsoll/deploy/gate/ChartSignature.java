package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.record.ChartProvenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/** The chart is signed by someone who is trusted: Helm's provenance file against a keyring. */
final class ChartSignature implements Gate {

  @Override
  public String id() {
    return "chart-signature";
  }

  @Override
  public Strictness strictness() {
    return Strictness.PRODUCTION;
  }

  @Override
  public Verdict judge(GateContext context) throws IOException {
    JsonNode own = context.settings().gate(id());
    String remedy =
        "Sign the chart with `helm package --sign`, and name its archive and the keyring in"
            + " plimsoll.yaml.";
    if (!own.has("keyring") || !own.has("archive")) {
      return Verdict.deny("The project names no signed archive and keyring.", remedy);
    }
    Path archive = context.directory().resolve(Json.text(own, "archive"));
    Path provenance = archive.resolveSibling(archive.getFileName() + ".prov");
    Path keyring = context.directory().resolve(Json.text(own, "keyring"));
    for (Path file : new Path[] {archive, provenance, keyring}) {
      if (!Files.isRegularFile(file)) {
        return Verdict.deny("There is no `" + file.getFileName() + "`.", remedy);
      }
    }
    byte[] bytes = Files.readAllBytes(archive);
    if (!Arrays.equals(bytes, Files.readAllBytes(context.folder().file(PlanFolder.CHART)))) {
      return Verdict.deny(
          "The chart of the plan is not the signed archive `" + archive.getFileName() + "`.",
          "Deploy the signed archive itself: name it as the chart of the release.");
    }
    ChartProvenance.Result result =
        ChartProvenance.verify(
            Files.readString(provenance),
            Files.readAllBytes(keyring),
            archive.getFileName().toString(),
            Json.digest(bytes));
    return result.isValid() ? Verdict.allow(result.text()) : Verdict.deny(result.text(), remedy);
  }
}
