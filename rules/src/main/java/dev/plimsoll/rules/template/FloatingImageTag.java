package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.render.Hook;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.rule.Findings;
import dev.plimsoll.rule.RuleParameters;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** A container whose image is named by a tag that moves, or by none. */
public final class FloatingImageTag extends RenderRule {

  private static final RuleId ID = new RuleId("floating-image-tag");
  private static final List<String> CONTAINERS = List.of("initContainers", "containers");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  void check(RenderedRelease release, RuleParameters parameters, Findings findings) {
    List<String> tags = parameters.strings("tags");
    for (Manifest manifest : release.rendered().objects()) {
      // A test runs by hand, right after somebody has looked at what is deployed.
      if (manifest.hook().filter(Hook::isTest).isEmpty()) {
        check(release, manifest, tags, findings);
      }
    }
  }

  private static void check(
      RenderedRelease release, Manifest manifest, List<String> tags, Findings findings) {
    Optional<YamlNode> template = Objects.podTemplate(manifest);
    if (template.isEmpty()) {
      return;
    }
    String spec = (Objects.podTemplatePath(manifest) + ".spec.").replaceFirst("^\\.", "");
    for (String field : CONTAINERS) {
      List<YamlNode> containers = Objects.items(template.get(), "spec", field);
      for (int i = 0; i < containers.size(); i++) {
        String path = spec + field + "[" + i + "].image";
        Objects.entry(containers.get(i), "image")
            .map(YamlEntry::value)
            .ifPresent(image ->
                problem(Objects.text(image).orElse(""), tags)
                    .map(problem ->
                        new ObjectPlace(release, manifest, tag(manifest, image), path)
                            .report(ID, problem))
                    .ifPresent(found -> findings.add(found, release.cells())));
      }
    }
  }

  /** The tag alone, which often comes from elsewhere than the name; without a tag the image. */
  private static Span tag(Manifest manifest, YamlNode image) {
    String text = manifest.yaml().source().text(image.span());
    int colon = text.indexOf(':', text.lastIndexOf('/') + 1);
    if (colon < 0) {
      return image.span();
    }
    int end = text.endsWith("\"") || text.endsWith("'") ? text.length() - 1 : text.length();
    return new Span(image.span().start() + colon + 1, image.span().start() + end);
  }

  private static Optional<String> problem(String image, List<String> tags) {
    if (image.isEmpty() || image.contains("@")) {
      return Optional.empty();
    }
    int colon = image.indexOf(':', image.lastIndexOf('/') + 1);
    if (colon < 0) {
      return Optional.of(
          "The image `"
              + image
              + "` has no tag, so it is whatever `latest` is when a node pulls it; name a version or"
              + " a digest.");
    }
    String tag = image.substring(colon + 1);
    return tags.contains(tag)
        ? Optional.of(
            "The tag `"
                + tag
                + "` moves, so nodes may run different images and a rollback brings none back; name"
                + " a version or a digest.")
        : Optional.empty();
  }
}
