package dev.plimsoll.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a scanner found in one image.
 *
 * @param names every name and digest that the report knows the image by
 * @param time when it was scanned, as the report writes it; empty if it does not say
 */
public record ImageScan(
    String scanner, List<String> names, Optional<String> time, int critical, int high) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** From this score on a vulnerability is critical, in CVSS as in SARIF. */
  private static final double CRITICAL = 9.0;

  private static final double HIGH = 7.0;

  public ImageScan {
    names = List.copyOf(names);
  }

  /** Whether it is about an image, by name or by digest. */
  public boolean isOf(String image) {
    int at = image.indexOf('@');
    String digest = at < 0 ? "" : image.substring(at + 1);
    return names.stream()
        .anyMatch(name -> name.equals(image) || (!digest.isEmpty() && name.endsWith(digest)));
  }

  /** Reads a report of Trivy or Grype in JSON, or of another scanner in SARIF. */
  public static ImageScan parse(String text) throws Unusable {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException e) {
      throw new Unusable("It is no JSON.");
    }
    if (root.has("ArtifactName")) {
      return trivy(root);
    }
    if (root.path("descriptor").path("name").asString("").equals("grype")) {
      return grype(root);
    }
    if (root.path("runs").isArray() && !root.path("runs").isEmpty()) {
      return sarif(root.path("runs").path(0));
    }
    throw new Unusable("It is no report of Trivy or Grype, and no SARIF.");
  }

  private static ImageScan trivy(JsonNode root) {
    List<String> names = new ArrayList<>(List.of(root.path("ArtifactName").asString("")));
    JsonNode metadata = root.path("Metadata");
    metadata.path("RepoTags").forEach(name -> names.add(name.asString("")));
    metadata.path("RepoDigests").forEach(name -> names.add(name.asString("")));
    List<String> severities = new ArrayList<>();
    for (JsonNode result : root.path("Results")) {
      for (JsonNode found : result.path("Vulnerabilities")) {
        severities.add(found.path("Severity").asString(""));
      }
    }
    return of("Trivy", names, root.path("CreatedAt"), severities);
  }

  private static ImageScan grype(JsonNode root) {
    JsonNode target = root.path("source").path("target");
    List<String> names = new ArrayList<>(List.of(target.path("userInput").asString("")));
    names.add(target.path("manifestDigest").asString(""));
    target.path("tags").forEach(name -> names.add(name.asString("")));
    target.path("repoDigests").forEach(name -> names.add(name.asString("")));
    List<String> severities = new ArrayList<>();
    for (JsonNode match : root.path("matches")) {
      severities.add(match.path("vulnerability").path("severity").asString(""));
    }
    return of("Grype", names, root.path("descriptor").path("timestamp"), severities);
  }

  private static ImageScan sarif(JsonNode run) {
    List<String> names = new ArrayList<>();
    JsonNode properties = run.path("properties");
    for (String key : List.of("imageName", "imageID", "image")) {
      if (properties.has(key)) {
        names.add(properties.path(key).asString(""));
      }
    }
    properties.path("repoTags").forEach(name -> names.add(name.asString("")));
    properties.path("repoDigests").forEach(name -> names.add(name.asString("")));
    JsonNode driver = run.path("tool").path("driver");
    List<String> severities = new ArrayList<>();
    for (JsonNode result : run.path("results")) {
      severities.add(severity(driver, result));
    }
    JsonNode time = run.path("invocations").path(0).path("endTimeUtc");
    return of(driver.path("name").asString("SARIF"), names, time, severities);
  }

  private static String severity(JsonNode driver, JsonNode result) {
    String id = result.path("ruleId").asString("");
    for (JsonNode rule : driver.path("rules")) {
      if (rule.path("id").asString("").equals(id)) {
        double score = score(rule.path("properties").path("security-severity"));
        return score >= CRITICAL ? "critical" : score >= HIGH ? "high" : "other";
      }
    }
    // Nobody says how bad it is, so the level of the result counts.
    return result.path("level").asString("error").equals("error") ? "critical" : "other";
  }

  private static double score(JsonNode text) {
    try {
      return Double.parseDouble(text.asString("10"));
    } catch (NumberFormatException e) {
      return CRITICAL;
    }
  }

  private static ImageScan of(
      String scanner, List<String> names, JsonNode time, List<String> severities) {
    int critical = 0;
    int high = 0;
    for (String severity : severities) {
      switch (severity.toLowerCase(Locale.ROOT)) {
        case "critical" -> critical++;
        case "high" -> high++;
        default -> {}
      }
    }
    return new ImageScan(
        scanner,
        names.stream().filter(name -> !name.isEmpty()).distinct().toList(),
        Optional.of(time.asString("")).filter(said -> !said.isEmpty()),
        critical,
        high);
  }
}
