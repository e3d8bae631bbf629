package dev.plimsoll.kubernetes;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** What every object must be like, whatever its kind. The name has a rule of its own. */
final class MetadataCheck {

  private static final long LARGEST_ANNOTATIONS = 256L * 1024;

  private static final Set<String> STANDARD = Set.of("kubernetes", "orphan", "foregroundDeletion");

  private final Demands demands;

  MetadataCheck(int minor, Consumer<Violation> sink) {
    this.demands = new Demands(minor, sink);
  }

  void check(Part object) {
    object
        .get("metadata")
        .ifPresent(metadata -> {
          demands.name(metadata, "namespace", Names::dnsLabel);
          labels(metadata);
          finalizers(metadata, "finalizers");
        });
  }

  /** Who must be done before an object may go. */
  void finalizers(Part parent, String field) {
    for (Part finalizer : parent.list(field)) {
      String text = finalizer.text().orElse("");
      if (Names.qualifiedName(text).isPresent()
          || (!text.contains("/") && !STANDARD.contains(text))) {
        demands.invalid(finalizer, "takes a name with a domain in front");
      }
    }
  }

  /** Labels and annotations, also of a template. */
  void labels(Part metadata) {
    metadata.get("labels").ifPresent(demands::labels);
    metadata.get("annotations").ifPresent(this::annotations);
  }

  private void annotations(Part annotations) {
    long size = 0;
    for (Part annotation : annotations.fields().values()) {
      String name = annotation.name();
      size += name.length() + bytes(annotation);
      // Annotations are compared without case.
      Names.qualifiedName(name.toLowerCase(Locale.ROOT))
          .ifPresent(problem -> demands.badKey(annotation, problem));
    }
    if (size > LARGEST_ANNOTATIONS) {
      demands.invalid(annotations, "must have at most 256 KiB");
    }
  }

  private static long bytes(Part annotation) {
    String text = annotation.text().orElse("");
    return text.length() * 4L < LARGEST_ANNOTATIONS
        ? text.length()
        : text.getBytes(StandardCharsets.UTF_8).length;
  }
}
