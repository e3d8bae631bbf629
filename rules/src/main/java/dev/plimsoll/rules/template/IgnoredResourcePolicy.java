package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.yaml.YamlNode;
import java.util.List;

/**
 * {@code helm.sh/resource-policy} on an object inside a List: {@code validateListAnnotations} of
 * Helm's lint.
 */
public final class IgnoredResourcePolicy extends RenderRule {

  private static final RuleId ID = new RuleId("ignored-resource-policy");
  private static final String ANNOTATION = "helm.sh/resource-policy";

  public IgnoredResourcePolicy() {
    super(ID);
  }

  @Override
  void check(RenderedRelease release, ObjectFindings findings) {
    for (Manifest manifest : release.rendered().objects()) {
      if (manifest.head().kind().equals("List")) {
        list(release, manifest, findings);
      }
    }
  }

  private static void list(RenderedRelease release, Manifest manifest, ObjectFindings findings) {
    List<YamlNode> items =
        Objects.root(manifest).map(root -> Objects.items(root, "items")).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      String path = "items[" + i + "].metadata.annotations['" + ANNOTATION + "']";
      Objects.entry(items.get(i), "metadata", "annotations", ANNOTATION)
          .map(entry ->
              new ObjectPlace(release, manifest, entry.key().span(), path)
                  .report(
                      ID,
                      "Helm ignores `helm.sh/resource-policy` on an object in a List, so it deletes what should stay; write the object as a document of its own."))
          .ifPresent(found -> findings.add(found, release.cells()));
    }
  }
}
