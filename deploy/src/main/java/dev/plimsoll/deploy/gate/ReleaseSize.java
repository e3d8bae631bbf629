package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.helm.HelmFailure;
import dev.plimsoll.deploy.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** What Helm stores of the release fits where Helm stores it. */
final class ReleaseSize implements Gate {

  @Override
  public String id() {
    return "release-size";
  }

  @Override
  public Strictness strictness() {
    return Strictness.ALWAYS;
  }

  @Override
  public Verdict judge(GateContext context) throws HelmFailure, IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(Json.line(context.dryRun()).getBytes(StandardCharsets.UTF_8));
    }
    // Helm writes it in base 64, which the storage then holds.
    long size = (zipped.size() + 2L) / 3 * 4;
    long largest = context.store().storage().largestRecord();
    String shown = size / 1024 + " KiB of " + largest / 1024 + " KiB";
    return size > largest
        ? Verdict.deny(
            "Helm would store " + shown + ", which the API server does not take.",
            "Keep files that templates do not need out of the chart with .helmignore.")
        : Verdict.allow("Helm will store " + shown);
  }
}
