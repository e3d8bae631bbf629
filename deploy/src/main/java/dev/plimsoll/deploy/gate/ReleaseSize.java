package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.helm.HelmFailure;
import dev.plimsoll.deploy.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** What Helm stores of the release fits into a Secret. */
final class ReleaseSize implements Gate {

  @Override
  public String id() {
    return "release-size";
  }

  @Override
  public Strictness strictness() {
    return Strictness.ALWAYS;
  }

  /** What the API server takes as the data of a Secret. */
  private static final int LARGEST = 1_048_576;

  @Override
  public Verdict judge(GateContext context) throws HelmFailure, IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(Json.line(context.dryRun()).getBytes(StandardCharsets.UTF_8));
    }
    // Helm writes it in base 64, which the Secret then holds.
    long size = (zipped.size() + 2L) / 3 * 4;
    String shown = size / 1024 + " KiB of 1024 KiB";
    return size > LARGEST
        ? Verdict.deny(
            "Helm would store " + shown + ", which the API server does not take.",
            "Keep files that templates do not need out of the chart with .helmignore.")
        : Verdict.allow("Helm will store " + shown);
  }
}
