package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.Container;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.manifest.PodTemplate;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.ReleaseObjectsRule;
import java.util.List;
import java.util.Optional;

/** A container whose image is named by a tag that moves, or by none. */
public final class FloatingImageTag extends ReleaseObjectsRule {

  private static final RuleId ID = new RuleId("floating-image-tag");

  public FloatingImageTag() {
    super(ID);
  }

  @Override
  protected void check(ReleaseObjects release, Settings settings, ObjectFindings findings) {
    List<String> tags = settings.parameters().strings("tags");
    for (KubernetesObject object : release.objects()) {
      // A test runs by hand, right after somebody has looked at what is deployed.
      List<Container> containers =
          object.isTest()
              ? List.of()
              : object.podTemplate().map(PodTemplate::allContainers).orElse(List.of());
      containers.forEach(container -> check(release, container.get("image"), tags, findings));
    }
  }

  /** Points at the tag alone, which often comes from elsewhere than the name. */
  private static void check(
      ReleaseObjects release, Field field, List<String> tags, ObjectFindings findings) {
    String image = field.text().orElse("");
    problem(image, tags)
        .ifPresent(problem ->
            findings.add(
                findings.atEnd(release, field, tag(image).map(String::length).orElse(0), problem),
                release.cells()));
  }

  /** What stands behind the colon that is not the one of a port. */
  private static Optional<String> tag(String image) {
    int colon = image.indexOf(':', image.lastIndexOf('/') + 1);
    return colon < 0 ? Optional.empty() : Optional.of(image.substring(colon + 1));
  }

  private static Optional<String> problem(String image, List<String> tags) {
    if (image.isEmpty() || image.contains("@")) {
      return Optional.empty();
    }
    Optional<String> tag = tag(image);
    if (tag.isEmpty()) {
      return Optional.of(
          "The image `"
              + image
              + "` has no tag, so it is whatever `latest` is when a node pulls it; name a version or"
              + " a digest.");
    }
    return tag.filter(tags::contains)
        .map(moving ->
            "The tag `"
                + moving
                + "` moves, so nodes may run different images and a rollback brings none back; name"
                + " a version or a digest.");
  }
}
