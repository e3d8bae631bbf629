package dev.plimsoll.project;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.project.ProjectNodes.Fields;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.SecretsUri;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code releases}. */
final class ReleaseSection {

  private static final List<String> KEYS =
      List.of("name", "chart", "namespace", "values", "environments");
  private static final List<String> PLACEHOLDERS = List.of("environment", "cluster");

  /** Helm takes the namespace of the kubeconfig, which is this unless somebody changed it. */
  private static final String DEFAULT_NAMESPACE = "default";

  private final ProjectNodes nodes;

  ReleaseSection(ProjectNodes nodes) {
    this.nodes = nodes;
  }

  List<ReleaseSpec> releases(YamlNode node) {
    List<ReleaseSpec> releases = new ArrayList<>();
    List<YamlNode> items = nodes.items(node, "releases").orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      release(items.get(i), "releases[" + i + "]")
          .ifPresent(release -> {
            checkUnique(release, releases);
            releases.add(release);
          });
    }
    return releases;
  }

  private Optional<ReleaseSpec> release(YamlNode node, String what) {
    Optional<Fields> found = nodes.fields(node, what, KEYS);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = found.get();
    Optional<Located<String>> name = required(fields, node, what, "name");
    Optional<Located<String>> chart = required(fields, node, what, "chart");
    Located<String> namespace =
        fields
            .get("namespace")
            .flatMap(value -> template(value, what + ".namespace"))
            .orElseGet(() -> nodes.located(DEFAULT_NAMESPACE, node));
    List<Located<String>> values =
        fields
            .get("values")
            .map(value -> nodes.texts(value, what + ".values"))
            .orElse(List.of())
            .stream()
            .map(file -> new Located<>(SecretsUri.plain(file.value()), file.location()))
            .toList();
    values.forEach(this::checkPlaceholders);
    List<Located<String>> where =
        fields
            .get("environments")
            .map(value -> nodes.texts(value, what + ".environments"))
            .orElse(List.of());
    name.ifPresent(this::checkReleaseName);
    if (name.isEmpty() || chart.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new ReleaseSpec(name.get(), chart.get(), namespace, values, where));
  }

  private Optional<Located<String>> required(
      Fields fields, YamlNode release, String what, String key) {
    Optional<YamlNode> value = fields.get(key);
    if (value.isEmpty()) {
      nodes.invalid(firstLine(release), "`" + what + "` must say `" + key + "`.");
      return Optional.empty();
    }
    return template(value.get(), what + "." + key);
  }

  /** A whole release may be long: its first key is enough to find it. */
  private static Span firstLine(YamlNode release) {
    return ProjectNodes.resolved(release) instanceof YamlMapping mapping
            && !mapping.entries().isEmpty()
        ? mapping.entries().getFirst().key().span()
        : release.span();
  }

  private Optional<Located<String>> template(YamlNode value, String what) {
    Optional<Located<String>> text = nodes.text(value, what);
    text.ifPresent(this::checkPlaceholders);
    return text;
  }

  private void checkPlaceholders(Located<String> text) {
    for (String name : Placeholders.names(text.value())) {
      if (PLACEHOLDERS.contains(name)) {
        continue;
      }
      String meant =
          NearestName.of(name, PLACEHOLDERS)
              .map(near -> "; did you mean `{" + near + "}`?")
              .orElse(".");
      nodes.invalid(
          text.location().span(),
          "There is no placeholder `{" + ProjectNodes.shortened(name) + "}`" + meant);
    }
  }

  private void checkReleaseName(Located<String> name) {
    String text = Placeholders.fill(name.value(), "a", "a");
    if (!ReleaseNames.isValid(text)) {
      nodes.invalid(
          name.location().span(),
          "Helm refuses this release name: it must be at most 53 lower-case letters, digits, `-`"
              + " and `.`.");
    }
  }

  private void checkUnique(ReleaseSpec release, List<ReleaseSpec> before) {
    for (ReleaseSpec other : before) {
      if (other.name().value().equals(release.name().value())
          && other.namespace().value().equals(release.namespace().value())
          && overlap(other, release)) {
        nodes.invalid(
            release.name().location().span(),
            "There is already a release `"
                + ProjectNodes.shortened(release.name().value())
                + "` in this namespace, and Helm has one of each name.");
        return;
      }
    }
  }

  private static boolean overlap(ReleaseSpec first, ReleaseSpec second) {
    if (first.environments().isEmpty() || second.environments().isEmpty()) {
      return true;
    }
    for (Located<String> environment : first.environments()) {
      if (second.isIn(environment.value())) {
        return true;
      }
    }
    return false;
  }
}
