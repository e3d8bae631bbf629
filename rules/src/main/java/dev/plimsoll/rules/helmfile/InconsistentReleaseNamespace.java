package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.source.Order;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A release that goes to a namespace of another kind than in the other environments. */
public final class InconsistentReleaseNamespace extends ReleaseRule {

  private static final Pattern SEPARATORS = Pattern.compile("[-_.]");

  public InconsistentReleaseNamespace() {
    super("inconsistent-release-namespace");
  }

  @Override
  void check(Release release) {
    Map<String, HelmfileRelease> siblings = release.siblings();
    String own = release.get().namespace().value();
    if (own.isEmpty() || siblings.isEmpty()) {
      return;
    }
    String environment = release.environment().name();
    Optional<String> foreign =
        siblings.keySet().stream()
            .filter(name -> EnvironmentPath.names(own, name))
            .filter(name -> !EnvironmentPath.names(own, environment))
            .findFirst();
    if (foreign.isPresent()) {
      release.report(
          release.get().namespace().location(),
          "In `%s` this release goes to `%s`, which is named after the environment `%s`."
              .formatted(environment, own, foreign.get()));
      return;
    }
    unusual(release, siblings);
  }

  /** Reports a namespace unlike that of most others. */
  private static void unusual(Release release, Map<String, HelmfileRelease> siblings) {
    Map<String, Integer> counts = new HashMap<>();
    siblings.forEach((name, sibling) ->
        counts.merge(pattern(sibling.namespace().value(), name), 1, Integer::sum));
    Map.Entry<String, Integer> usual =
        counts.entrySet().stream().max(Order.by(Map.Entry::getValue)).orElseThrow();
    String environment = release.environment().name();
    String own = release.get().namespace().value();
    boolean isAlone = usual.getValue() >= 2 && usual.getValue() == siblings.size();
    if (!isAlone || pattern(own, environment).equals(usual.getKey())) {
      return;
    }
    Map.Entry<String, HelmfileRelease> other = siblings.entrySet().iterator().next();
    Diagnostic found =
        release.diagnostic(
            release.get().namespace().location(),
            "In `%s` this release goes to `%s`, and in `%s` to `%s`, as in every other environment."
                .formatted(environment, own, other.getKey(), other.getValue().namespace().value()));
    release.report(
        found.withRelated(
            RelatedLocation.Role.DEFINITION,
            other.getValue().namespace().location(),
            "`" + other.getKey() + "` says it here."));
  }

  /** The namespace without the words of its environment. */
  private static String pattern(String namespace, String environment) {
    Set<String> words = Set.copyOf(Arrays.asList(SEPARATORS.split(environment, -1)));
    List<String> rest =
        Arrays.stream(SEPARATORS.split(namespace, -1))
            .filter(word -> !words.contains(word))
            .toList();
    return String.join("-", rest);
  }
}
