package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.json.ManifestJson;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.evidence.ImageScan;
import dev.plimsoll.evidence.Unusable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Scanners have found nothing too bad in the images. */
final class ImageScanned implements Gate {

  @Override
  public String id() {
    return "image-scan";
  }

  @Override
  public Strictness strictness() {
    return Strictness.PRODUCTION;
  }

  @Override
  public Verdict judge(GateContext context) throws IOException {
    List<String> patterns = context.settings().texts(id(), "reports");
    String remedy = "Scan the images, and name the reports in plimsoll.yaml.";
    List<ImageScan> scans = new ArrayList<>();
    for (Path file : EvidenceFiles.find(context, patterns)) {
      try {
        scans.add(ImageScan.parse(EvidenceFiles.text(file)));
      } catch (Unusable unusable) {
        return Verdict.deny(
            context.directory().relativize(file) + ": " + unusable.reason(), remedy);
      }
    }
    Set<String> images = images(context.folder().text(PlanFolder.RENDERED));
    for (String image : images) {
      Optional<String> problem = problem(context, image, scans);
      if (problem.isPresent()) {
        return Verdict.deny("The image " + image + " " + problem.get(), remedy);
      }
    }
    return Verdict.allow(images.size() + " images were scanned and are good enough");
  }

  private Optional<String> problem(GateContext context, String image, List<ImageScan> scans) {
    Optional<ImageScan> found = scans.stream().filter(scan -> scan.isOf(image)).findFirst();
    if (found.isEmpty()) {
      return Optional.of("is in no report.");
    }
    JsonNode own = context.settings().gate(id());
    int critical = own.path("critical").asInt(0);
    int high = own.path("high").asInt(Integer.MAX_VALUE);
    if (found.get().critical() > critical || found.get().high() > high) {
      return Optional.of(
          "has "
              + found.get().critical()
              + " critical and "
              + found.get().high()
              + " high vulnerabilities ("
              + found.get().scanner()
              + ").");
    }
    Duration maxAge = context.settings().time(id(), "maxAge", Duration.ZERO);
    return !maxAge.isZero() && !isFresh(context, found.get(), maxAge)
        ? Optional.of("was scanned longer ago than " + maxAge.toHours() + " h.")
        : Optional.empty();
  }

  private static boolean isFresh(GateContext context, ImageScan scan, Duration maxAge) {
    try {
      return scan.time().isPresent()
          && !EvidenceFiles.isTooOld(
              OffsetDateTime.parse(scan.time().get()).toInstant(),
              maxAge,
              context.cluster().clock().now());
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The images of everything that makes pods. */
  private static Set<String> images(String manifest) {
    Set<String> images = new TreeSet<>();
    ManifestJson.objects(manifest).forEach(object -> collect(object.path("spec"), images));
    return images;
  }

  private static void collect(JsonNode spec, Set<String> images) {
    for (String group : List.of("initContainers", "containers")) {
      for (JsonNode container : spec.path(group)) {
        String image = Json.text(container, "image");
        if (!image.isEmpty()) {
          images.add(image);
        }
      }
    }
    for (String inner : List.of("template", "jobTemplate", "spec")) {
      if (spec.path(inner).isObject()) {
        collect(spec.path(inner), images);
      }
    }
  }
}
