package dev.plimsoll.rules.template;

import dev.plimsoll.chart.StructFields;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.origin.Dependencies;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks for workloads of one render that do not notice a change of their configuration. */
final class UnnoticedConfigSearch {

  private static final Pattern CHECKSUM = Pattern.compile("(?i)checksum|hash|sha\\d|digest");
  private static final List<String> RELOADERS = List.of("reloader", "/autoreload", "/auto-reload");
  private static final List<String> CONTENT = List.of("data", "stringData", "binaryData");

  private record Key(String kind, String namespace, String name) {}

  private final RenderedRelease release;
  private final List<Diagnostic> said = new ArrayList<>();
  private final Map<Key, Manifest> configs = new HashMap<>();
  private final IdentityHashMap<Manifest, Set<ValuesNode>> contents = new IdentityHashMap<>();
  private final IdentityHashMap<YamlNode, Optional<Set<ValuesNode>>> noticed =
      new IdentityHashMap<>();

  UnnoticedConfigSearch(RenderedRelease release) {
    this.release = release;
  }

  List<Diagnostic> run() {
    for (Manifest manifest : release.rendered().manifests()) {
      String kind = manifest.head().kind();
      if ((kind.equals("ConfigMap") || kind.equals("Secret")) && !isImmutable(manifest)) {
        configs.put(new Key(kind, namespace(manifest), manifest.head().name()), manifest);
      }
    }
    for (Manifest manifest : release.rendered().manifests()) {
      if (Objects.isLongRunning(manifest) && !configs.isEmpty()) {
        Objects.podTemplate(manifest).ifPresent(pods -> workload(manifest, pods));
      }
    }
    return List.copyOf(said);
  }

  private void workload(Manifest workload, YamlNode podTemplate) {
    if (annotations(Objects.root(workload)).stream().anyMatch(UnnoticedConfigSearch::isReloader)
        || annotations(Optional.of(podTemplate)).stream()
            .anyMatch(UnnoticedConfigSearch::isReloader)) {
      return;
    }
    List<ConfigReference> references = ConfigReference.of(podTemplate);
    Set<Manifest> fixed = identitySet();
    for (ConfigReference reference : references) {
      if (!reference.isRefreshed()) {
        config(workload, reference).ifPresent(fixed::add);
      }
    }
    boolean isReloaded = hasReloader(podTemplate);
    Set<Manifest> done = identitySet();
    for (ConfigReference reference : references) {
      Optional<Manifest> config = config(workload, reference);
      boolean isLate =
          config.isPresent()
              // What pods read both ways is said of the way that never sees a change.
              && fixed.contains(config.get()) != reference.isRefreshed()
              && !(reference.isRefreshed() && isReloaded)
              && !isNoticed(workload, podTemplate, config.get());
      if (isLate && done.add(config.get())) {
        said.add(diagnostic(workload, reference, config.get()));
      }
    }
  }

  private static Set<Manifest> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private Optional<Manifest> config(Manifest workload, ConfigReference reference) {
    return Optional.ofNullable(
        configs.get(new Key(reference.kind(), namespace(workload), reference.name())));
  }

  private boolean isNoticed(Manifest workload, YamlNode podTemplate, Manifest config) {
    Optional<Set<ValuesNode>> checksums =
        noticed.computeIfAbsent(podTemplate, _ -> noticed(workload, podTemplate));
    if (checksums.isEmpty()) {
      return false;
    }
    Set<ValuesNode> content = contents.computeIfAbsent(config, UnnoticedConfigSearch::content);
    return content.isEmpty()
        || content.stream().anyMatch(node -> covers(checksums.get(), node))
        || checksums.get().stream().anyMatch(node -> covers(content, node));
  }

  /** What the checksums of a pod template are made of; empty if it has none. */
  private static Optional<Set<ValuesNode>> noticed(Manifest workload, YamlNode podTemplate) {
    List<YamlEntry> checksums =
        annotations(Optional.of(podTemplate)).stream()
            .filter(
                entry -> entry.keyText().filter(key -> CHECKSUM.matcher(key).find()).isPresent())
            .toList();
    if (checksums.isEmpty()) {
      return Optional.empty();
    }
    Set<ValuesNode> nodes = new LinkedHashSet<>();
    checksums.forEach(entry -> nodes.addAll(nodes(workload, entry.value().span())));
    return Optional.of(nodes);
  }

  private static Set<ValuesNode> content(Manifest config) {
    Set<ValuesNode> content = new LinkedHashSet<>();
    for (String field : CONTENT) {
      Objects.entry(config, field)
          .ifPresent(entry -> content.addAll(nodes(config, entry.value().span())));
    }
    return content;
  }

  private Diagnostic diagnostic(Manifest workload, ConfigReference reference, Manifest config) {
    String message =
        (reference.isRefreshed()
                ? "The pods of %s `%s` mount %s `%s`, and nothing restarts them when it changes; unless the program reads its files again, add a `checksum/…` annotation to the pod template."
                : "The pods of %s `%s` read %s `%s` only when they start, and nothing restarts them when it changes; add a `checksum/…` annotation to the pod template.")
            .formatted(
                workload.head().kind(), workload.head().name(), reference.kind(), reference.name());
    Diagnostic found =
        new ObjectPlace(
                release,
                workload,
                reference.place().span(),
                Objects.podTemplatePath(workload) + ".metadata.annotations")
            .report(
                reference.isRefreshed()
                    ? UnnoticedConfigChange.OF_VOLUME
                    : UnnoticedConfigChange.OF_ENVIRONMENT,
                message);
    return Objects.entry(config, "kind")
        .map(entry -> entry.value().span().shift(config.span().start()))
        .flatMap(config.template().origins()::of)
        .map(origin ->
            found.withRelated(
                RelatedLocation.Role.DEFINITION,
                origin.writtenBy().orElse(origin.location()),
                "The " + reference.kind() + " is rendered from here."))
        .orElse(found);
  }

  private String namespace(Manifest manifest) {
    return Objects.namespace(manifest).orElse(release.release().namespace());
  }

  private static boolean isImmutable(Manifest config) {
    return Objects.entry(config, "immutable")
        .flatMap(entry -> Objects.text(entry.value()))
        .filter("true"::equals)
        .isPresent();
  }

  private static List<YamlEntry> annotations(Optional<YamlNode> owner) {
    return owner
        .flatMap(node -> Objects.entry(node, "metadata", "annotations"))
        .flatMap(entry -> StructFields.of(entry.value()))
        .map(fields -> List.copyOf(fields.entries().values()))
        .orElse(List.of());
  }

  /** Whether a container beside the program tells it to read its files again. */
  private static boolean hasReloader(YamlNode podTemplate) {
    return Objects.items(podTemplate, "spec", "containers").stream()
        .flatMap(container -> Objects.text(container, "name").stream())
        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("reload"));
  }

  private static boolean isReloader(YamlEntry annotation) {
    String key = annotation.keyText().orElse("").toLowerCase(Locale.ROOT);
    return RELOADERS.stream().anyMatch(key::contains);
  }

  private static Set<ValuesNode> nodes(Manifest manifest, Span span) {
    Dependencies found =
        manifest.template().origins().dependencies(span.shift(manifest.span().start()));
    Set<ValuesNode> nodes = new LinkedHashSet<>();
    List<Source> sources = new ArrayList<>(found.data());
    sources.addAll(found.control());
    for (Source source : sources) {
      switch (source) {
        case ValuesNode node -> nodes.add(node);
        case Source.ValuesKey(ValuesNode node) -> nodes.add(node);
        case Source.MissingKey _, Source.ChartText _, Source.BuiltIn _, Source.Environment _ -> {}
      }
    }
    return nodes;
  }

  /** Whether a node or a map around it is among those that are noticed. */
  private static boolean covers(Set<ValuesNode> noticed, ValuesNode node) {
    for (ValuesNode at = node; at != null; at = at.parent()) {
      // The root is part of everything and so tells nothing.
      if (at.parent() != null && noticed.contains(at)) {
        return true;
      }
    }
    return false;
  }
}
