package dev.plimsoll.index;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.manifest.PodKinds;
import dev.plimsoll.render.KubeVersion;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.render.RenderedTemplate;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.yaml.YamlFile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The objects of one render and the cells that share it, or those of a file that no chart renders.
 * Compared by identity: everything that a release is made of is more than a hash should read.
 *
 * @param release stands for all cells; empty for a file
 * @param namespace where objects go that name none
 * @param cells empty for a file, which belongs to every environment
 * @param templates in the order in which they ran
 * @param objects in the order in which Helm prints them, hooks last
 */
public record ReleaseObjects(
    Optional<ReleaseInstance> release,
    String namespace,
    List<Affected> cells,
    List<RenderedTemplate> templates,
    List<KubernetesObject> objects) {

  private static final String DEFAULT_NAMESPACE = "default";

  public ReleaseObjects {
    cells = List.copyOf(cells);
    templates = List.copyOf(templates);
    objects = List.copyOf(objects);
  }

  /** Every render of the estate once, in the order of the releases. */
  static List<ReleaseObjects> all(Estate estate, ObjectMemory memory) {
    IdentityHashMap<RenderedChart, List<ReleaseInstance>> sharing = new IdentityHashMap<>();
    List<RenderedChart> renders = new ArrayList<>();
    for (ReleaseInstance release : estate.releases()) {
      release
          .rendered()
          .ifPresent(rendered -> {
            if (!sharing.containsKey(rendered)) {
              renders.add(rendered);
            }
            sharing.computeIfAbsent(rendered, _ -> new ArrayList<>()).add(release);
          });
    }
    List<List<KubernetesObject>> objects = memory.of(renders, estate.pods());
    List<ReleaseObjects> all = new ArrayList<>();
    for (int i = 0; i < renders.size(); i++) {
      all.add(
          memory.release(
              renders.get(i), sharing.getOrDefault(renders.get(i), List.of()), objects.get(i)));
    }
    return all;
  }

  static ReleaseObjects of(
      RenderedChart rendered, List<ReleaseInstance> sharers, List<KubernetesObject> objects) {
    return new ReleaseObjects(
        Optional.of(sharers.getFirst()),
        sharers.getFirst().namespace(),
        sharers.stream().map(ReleaseInstance::cell).toList(),
        rendered.templates(),
        objects);
  }

  /** The objects of a file. */
  static ReleaseObjects of(YamlFile file, PodKinds pods, Predicate<KubernetesObject> wanted) {
    return new ReleaseObjects(
        Optional.empty(),
        DEFAULT_NAMESPACE,
        List.of(),
        List.of(),
        KubernetesObject.of(file, pods).stream().filter(wanted).toList());
  }

  /**
   * Why the release has no object of a kind: the condition that kept a template of it from writing
   * one. Empty if the chart has no such template.
   */
  public Optional<SpanOrigin> originOfMissing(String kind) {
    for (RenderedTemplate template : templates) {
      if (template.file().content() instanceof FileContent.Text(SourceFile file)
          && file.text().contains("kind: " + kind)) {
        Span all = new Span(0, template.text().length());
        Optional<SpanOrigin> condition = template.origins().ofUnwritten(all, "kind");
        if (condition.isPresent()) {
          return condition;
        }
      }
    }
    return Optional.empty();
  }

  /** The Kubernetes that the objects are rendered for; empty for a file. */
  public Optional<KubeVersion> kubernetes() {
    return release.flatMap(ReleaseInstance::rendered).map(RenderedChart::kubernetes);
  }

  /** Where Helm puts the object. */
  public String namespaceOf(KubernetesObject object) {
    return object.namespace().orElse(namespace);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
