package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.record.ChartProvenance;
import dev.plimsoll.deploy.record.SigstoreBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The chart is signed by someone who is trusted: Helm's provenance file against a keyring, or a
 * bundle of Sigstore against a key or an identity.
 */
final class ChartSignature implements Gate {

  private static final String REMEDY =
      "Sign the chart with `helm package --sign` or `cosign sign-blob`, and name its archive and the"
          + " keyring, key or identity in plimsoll.yaml.";

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
    long signers = Stream.of("keyring", "key", "identity").filter(own::has).count();
    if (!own.has("archive") || signers != 1) {
      return Verdict.deny(
          "The project names no signed archive with one of `keyring`, `key` and `identity`.",
          REMEDY);
    }
    Path archive = context.directory().resolve(Json.text(own, "archive"));
    try {
      byte[] bytes = bytes(archive);
      if (!Arrays.equals(bytes, Files.readAllBytes(context.folder().file(PlanFolder.CHART)))) {
        return Verdict.deny(
            "The chart of the plan is not the signed archive `" + archive.getFileName() + "`.",
            "Deploy the signed archive itself: name it as the chart of the release.");
      }
      return own.has("keyring")
          ? keyring(context, own, archive, bytes)
          : bundle(context, own, archive, bytes);
    } catch (NoSuchFileException e) {
      return Verdict.deny("There is no `" + Path.of(e.getFile()).getFileName() + "`.", REMEDY);
    }
  }

  private static Verdict keyring(GateContext context, JsonNode own, Path archive, byte[] bytes)
      throws IOException {
    ChartProvenance.Result result =
        ChartProvenance.verify(
            text(archive.resolveSibling(archive.getFileName() + ".prov")),
            bytes(file(context, own, "keyring")),
            archive.getFileName().toString(),
            Json.digest(bytes));
    return verdict(result.isValid(), result.text());
  }

  private static Verdict bundle(GateContext context, JsonNode own, Path archive, byte[] bytes)
      throws IOException {
    Path named =
        own.has("bundle")
            ? file(context, own, "bundle")
            : archive.resolveSibling(archive.getFileName() + ".sigstore.json");
    String bundle = text(named);
    Optional<String> trust =
        own.has("trustedRoot")
            ? Optional.of(text(file(context, own, "trustedRoot")))
            : Optional.empty();
    if (own.has("key")) {
      SigstoreBundle.Result result =
          SigstoreBundle.byKey(bundle, bytes, text(file(context, own, "key")), trust);
      return verdict(result.isValid(), result.text());
    }
    if (trust.isEmpty() || !own.has("issuer")) {
      return Verdict.deny(
          "An identity means nothing without the `issuer` that vouches for it and the"
              + " `trustedRoot` of Sigstore.",
          "Name both; `cosign trusted-root create` or the Sigstore root-signing repository has the"
              + " file.");
    }
    SigstoreBundle.Result result =
        SigstoreBundle.byIdentity(
            bundle, bytes, Json.text(own, "identity"), Json.text(own, "issuer"), trust.get());
    return verdict(result.isValid(), result.text());
  }

  private static Verdict verdict(boolean isValid, String text) {
    return isValid ? Verdict.allow(text) : Verdict.deny(text, REMEDY);
  }

  private static Path file(GateContext context, JsonNode own, String field) {
    return context.directory().resolve(Json.text(own, field));
  }

  private static String text(Path file) throws IOException {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return Files.readAllBytes(file);
  }
}
