package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.index.ObjectIndex;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.KubernetesObject;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the name of the container that a diagnostic is about. */
final class ContainerNames {

  private static final Pattern CONTAINER =
      Pattern.compile("(.*?(?:containers|initContainers|ephemeralContainers)\\[\\d+]).*");

  private final Supplier<ObjectIndex> objects;

  /**
   * @param objects asked for only if somebody wants to know
   */
  ContainerNames(Supplier<ObjectIndex> objects) {
    this.objects = objects;
  }

  /** The name; empty if the diagnostic is about no container. */
  Optional<String> of(Diagnostic diagnostic) {
    Optional<ObjectRef> about = diagnostic.object();
    Matcher path = CONTAINER.matcher(about.map(ObjectRef::path).orElse(""));
    if (about.isEmpty() || !path.matches()) {
      return Optional.empty();
    }
    for (ReleaseObjects release : objects.get().releases()) {
      boolean isThere =
          diagnostic.affects().isEmpty()
              || release.cells().stream().anyMatch(diagnostic.affects()::contains);
      for (KubernetesObject object : release.objects()) {
        if (isThere
            && object.kind().equals(about.get().kind())
            && object.name().equals(about.get().name())
            && release.namespaceOf(object).equals(about.get().namespace())) {
          return object.root().at(path.group(1)).get("name").text();
        }
      }
    }
    return Optional.empty();
  }
}
