package dev.plimsoll.kubernetes;

import dev.plimsoll.chart.StructFields;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.render.KubeVersion;
import dev.plimsoll.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Judges objects as the API server of one version of Kubernetes would. Thread-safe. */
public final class ObjectValidator {

  private final int wanted;
  private final KubernetesSchemas schemas;
  private final Supplier<CustomResources> custom;

  /**
   * @param kubernetes the version of the cluster
   * @param custom the custom resources that the cluster has; asked when there is an object of a
   *     kind that Kubernetes does not have by itself
   */
  public ObjectValidator(KubeVersion kubernetes, Supplier<CustomResources> custom) {
    this.wanted = ApiLifecycles.minor(kubernetes);
    this.schemas = KubernetesSchemas.forVersion(kubernetes);
    this.custom = custom;
  }

  /**
   * What was found out about one object.
   *
   * @param unknownKind the API version and kind, if nobody knows a schema for it
   * @param isGone whether this Kubernetes has removed the API version
   */
  public record Verdict(List<Violation> violations, Optional<String> unknownKind, boolean isGone) {

    public Verdict {
      violations = List.copyOf(violations);
    }

    /** Whether an API server would refuse the object. */
    public boolean isRefused() {
      return isGone || violations.stream().anyMatch(Violation::refused);
    }
  }

  /** Judges one object. */
  public Verdict check(@Nullable YamlNode node) {
    List<Violation> found = new ArrayList<>();
    YamlNode resolved = StructFields.resolve(node);
    if (resolved == null) {
      return new Verdict(found, Optional.empty(), false);
    }
    Part object = Part.root(resolved);
    Optional<String> unknown = check(object, found);
    return new Verdict(found, unknown, isGone(object));
  }

  private boolean isGone(Part object) {
    return ApiLifecycles.of(object.text("apiVersion", ""), object.text("kind", ""))
        .filter(end -> end.removed() <= wanted)
        .isPresent();
  }

  private Optional<String> check(Part object, List<Violation> found) {
    String apiVersion = object.text("apiVersion", "");
    String kind = object.text("kind", "");
    if (apiVersion.isEmpty() || kind.isEmpty()) {
      identity(object, apiVersion, kind, found);
      return Optional.empty();
    }
    Consumer<Violation> sink = found::add;
    Optional<ApiResource> own = schemas.resource(apiVersion, kind);
    if (own.isPresent()) {
      new SchemaWalk(false, sink).check(own.get().schema(), object);
      new MetadataCheck(wanted, sink).check(object);
      new NameCheck(wanted, sink).check(own.get(), object);
      new ServerChecks(wanted, sink).check(own.get(), object);
      dropAmbiguous(found);
      return Optional.empty();
    }
    Optional<ApiResource> other = custom.get().resource(apiVersion, kind, schemas);
    if (other.isPresent()) {
      new SchemaWalk(true, sink).check(other.get().schema(), object);
      new MetadataCheck(wanted, sink).check(object);
      return Optional.empty();
    }
    return unknown(object, apiVersion, kind, found);
  }

  /** What is refused as a duplicate needs no second word. */
  private static void dropAmbiguous(List<Violation> found) {
    Set<String> duplicates = new HashSet<>();
    for (Violation violation : found) {
      if (violation.rule().equals(ObjectRules.DUPLICATE_ITEM)) {
        duplicates.add(violation.path());
      }
    }
    found.removeIf(violation ->
        violation.rule().equals(ObjectRules.AMBIGUOUS_ITEM)
            && duplicates.contains(violation.path()));
  }

  private static void identity(Part object, String apiVersion, String kind, List<Violation> found) {
    String field = apiVersion.isEmpty() ? "apiVersion" : "kind";
    if (!(apiVersion.isEmpty() && kind.isEmpty())) {
      found.add(
          Violation.missing(
              ObjectRules.MISSING_FIELD,
              object,
              field,
              "`%s` is missing, so Kubernetes refuses the object.".formatted(object.path(field))));
    }
  }

  private Optional<String> unknown(
      Part object, String apiVersion, String kind, List<Violation> found) {
    String group = ApiResource.group(apiVersion);
    if (isGone(object)) {
      // Its own rule says so.
      return Optional.empty();
    }
    if (!schemas.hasGroup(group) || ApiLifecycles.of(apiVersion, kind).isPresent()) {
      return Optional.of(apiVersion + " " + kind);
    }
    List<String> versions = schemas.apiVersions(group, kind);
    if (!versions.isEmpty()) {
      Part place = object.get("apiVersion").orElse(object);
      found.add(
          Violation.at(
                  ObjectRules.UNKNOWN_KIND,
                  place,
                  "Kubernetes 1.%d has no %s in `%s`; it is in %s."
                      .formatted(schemas.minor(), kind, apiVersion, ScalarCheck.choice(versions)))
              .withMeant(Optional.of(versions.getFirst())));
      return Optional.empty();
    }
    List<String> kinds = schemas.kindsOf(apiVersion);
    Optional<String> meant = NearestName.of(kind, kinds);
    found.add(
        Violation.at(
                ObjectRules.UNKNOWN_KIND,
                object.get("kind").orElse(object),
                "Kubernetes 1.%d has no kind `%s` in `%s`.%s"
                    .formatted(
                        schemas.minor(),
                        kind,
                        apiVersion,
                        meant.map(name -> " Did you mean `" + name + "`?").orElse("")))
            .withMeant(meant));
    return Optional.empty();
  }
}
